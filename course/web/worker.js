"use strict";
// Keeps the page that stands beside this file, so that it opens without a network.
const KEPT = "course-EDITION";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(KEPT).then((kept) => kept.add("./")).then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("course-") && name !== KEPT;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  // What is new comes from the network where there is one.
  event.respondWith(
    fetch(event.request).catch(() => caches.match(event.request, { ignoreSearch: true })
      .then((kept) => kept || caches.match("./"))),
  );
});
