// Looks at each section of a page in Chromium: by axe, and whether it scrolls sideways.
// Arguments: the page, its width, and where playwright-core and axe-core are installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [file, width, modules, chromium] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const playwright = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const size = { width: Number(width), height: 800 };
const context = await browser.newContext({ viewport: size, bypassCSP: true, offline: true });
const page = await context.newPage();
page.setDefaultTimeout(60_000);
const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));
page.on("request", (request) => {
  if (!request.url().startsWith("file:")) faults.push(`asks for ${request.url()}`);
});
await page.goto(`file://${file}`);
await page.evaluate(axe);
const sections = await page.evaluate(() => {
  globalThis.sections = [...document.querySelector("main").children];
  return sections.map((section) => section.id);
});
const found = [];
for (const [at, id] of sections.entries()) {
  // Whoever waits in vain for the page is told for which section of it.
  const late = new Promise((_, fail) => setTimeout(fail, 60_000, new Error(`axe on ${id}`)).unref());
  const look = page.evaluate(async (at) => {
    const found = [];
    const section = sections[at];
    // One at a time in the document: axe looks at all of it.
    document.querySelector("main").replaceChildren(section);
    section.style.display = "block";
    const result = await axe.run(document, { resultTypes: ["violations"] });
    for (const each of result.violations) {
      found.push(`${section.id}: ${each.id}: ${each.nodes[0].html} ${each.nodes[0].failureSummary}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`${section.id}: too wide`);
    return found;
  }, at);
  found.push(...(await Promise.race([look, late])));
}
console.log(JSON.stringify([...faults, ...found]));
await browser.close();
