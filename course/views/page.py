"""Pages that are read: text, figure, callout, and a checklist to tick."""

from __future__ import annotations

from datetime import date

from course.content import glossary, prose
from course.content.kinds.figures import MapFigure
from course.content.model import ChecklistItem, ClinicNote, Course, Page
from course.views import top
from course.views.citations import cited
from course.views.context import Context
from course.views.days import Appointment, day
from course.views.model import (
    Block,
    Box,
    Button,
    Card,
    Drawing,
    Note,
    Plain,
    Terms,
    Text,
    View,
)
from course.views.places import (
    close_up,
    has_places,
    mapped,
    opened_view,
    place_blocks,
    place_cards,
    place_terms,
)
from course.views.press import Pick, Spot
from course.views.signs import at_place, shown_on
from course.views.to_ask import may_be_asked
from course.visit.visit import Visit


def page_view(visit: Visit, page: Page, context: Context) -> View:
    """The page the visit is on, or the page it shows because a question asked for it."""
    if visit.opened:
        return opened_view(visit, page, context)
    own = visit.showing is None
    blocks = page_blocks(page, visit, context)
    cites = cited(blocks)
    cards: tuple[Card, ...] = ()
    is_map = isinstance(page.figure, MapFigure)
    asks_place = page.your_place and own
    if has_places(visit, page):
        cards = place_cards(visit, page, context)
    elif isinstance(page.figure, MapFigure):
        cards = tuple(Card(Pick(spot.id), spot.label) for spot in page.figure.spots)
    elif page.checklist:
        cards = tuple(_card(item, visit, context) for item in page.checklist)
    step = visit.step if own else None
    picks = is_map or any(isinstance(card.press, Pick) and not card.ticks for card in cards)
    return View(
        layout="map" if is_map else "list" if picks else "page",
        section=top.section(visit, context),
        said=context.words("top.step", step=step[0], of=step[1]) if step else "",
        step=step,
        title=page.title,
        blocks=blocks,
        cards=cards,
        mapped=mapped(visit, context) if asks_place else None,
        short_cards=picks,
        card_first=asks_place and not visit.achieved.own_place,
        back=context.button(Spot.BACK),
        help="your_place" if asks_place else "place" if picks else _help(page),
        tools=context.tools(*((Spot.SOURCES,) if cites else ()), Spot.STOP),
        menu=_menu(page, context, own=own),
        next=context.button(Spot.NEXT, "next" if own else "return"),
        cites=cites,
    )


def _menu(page: Page, context: Context, *, own: bool) -> tuple[Button, ...]:
    """What Help offers on a page; a page that a question has opened is not asked about."""
    about = (context.button(Spot.TO_ASK),) if own and may_be_asked(page) else ()
    return (context.button(Spot.WAY), context.button(Spot.TAKE), *about)


def _help(page: Page) -> str:
    return "checklist" if page.checklist else "page"


def spot_view(visit: Visit, figure: MapFigure, context: Context) -> View:
    """What there is to read about the spot that was picked on a map."""
    spot = next(spot for spot in figure.spots if spot.id == visit.spot)
    levels = at_place(spot.id, context) if spot.id in context.course.places else ()
    return close_up(visit, spot.label, (Text(prose.parse(spot.text)), *levels), context)


def page_blocks(page: Page, visit: Visit, context: Context) -> tuple[Block, ...]:
    """Everything on a page below its title."""
    words = context.words
    blocks: list[Block] = []
    if page.triage:
        blocks.append(shown_on(page.triage, visit, context))
    if page.text:
        blocks.append(Text(prose.parse(page.text)))
    if page.figure:
        blocks.append(Drawing(page.figure))
    if page.place:
        blocks += place_blocks(visit, page, context)
    if page.why:
        blocks.append(Note(words("page.why"), prose.parse_inline(page.why).inlines))
    if page.callout:
        kind = page.callout.kind
        blocks.append(
            Box(kind, words(f"callout.{kind}"), prose.parse_inline(page.callout.text).inlines)
        )
    blocks += [
        Box("ask", words("clinic.label"), prose.verbatim(told))
        for told in (clinic_text(note, context) for note in page.clinic)
        if told
    ]
    if out_of_date(cited(tuple(blocks)), context.course, date.today()):
        blocks.append(Plain(words("page.out_of_date"), strong=True))
    if terms := glossary.first_uses(visit.module_shown, context.course.glossary).get(page.id):
        blocks.append(Terms(terms))
    if page.place:
        blocks += place_terms(visit, page, context)
    return tuple(blocks)


def clinic_text(note: ClinicNote, context: Context) -> str:
    """What the clinic has settled about something, or that the reader should ask.

    Empty where nothing is settled and the page itself says to ask: no page says a thing twice.
    """
    words, clinic = context.words, context.clinic
    match note:
        case "anti-inflammatories":
            days = clinic.anti_inflammatory_days
            known = (
                words("clinic.anti_inflammatories", days=words.counted("day", days))
                if days is not None
                else None
            )
        case "heat":
            known = words(f"clinic.heat_{clinic.heat}") if clinic.heat else None
        case "sedation":
            known = words(f"clinic.sedation_{clinic.sedation}") if clinic.sedation else None
        case "phones":
            known = _phones(context)
    ask = f"clinic.ask_{note}"
    return known or (words(ask) if ask in words else "")


def _phones(context: Context) -> str | None:
    words, clinic = context.words, context.clinic
    if clinic.phone and clinic.after_hours:
        return words("clinic.both_phones", phone=clinic.phone, after_hours=clinic.after_hours)
    return words("clinic.phone", phone=clinic.phone) if clinic.phone else None


def out_of_date(cites: tuple[str, ...], course: Course, today: date) -> bool:
    """Whether something here rests on a claim or a source whose `review_by` is over."""
    claims = [course.claims[each] for each in cites if each in course.claims]
    behind = {*cites, *(source for claim in claims for source in claim.sources)}
    sources = [course.sources[each] for each in behind if each in course.sources]
    days = [each.review_by for each in claims] + [each.review_by for each in sources]
    return any(day is not None and day < today for day in days)


def item_text(item: ChecklistItem, context: Context, appointment: Appointment | None = None) -> str:
    """An item of a checklist, with when it is to be done and for whom it is not.

    Where the day of the visit is known, with the day on which it is to be done.
    """
    words = context.words
    on = day(appointment.on, words) if appointment else ""
    remarks = [words(f"when.{item.when}{'_of' if on else ''}", on=on)] if item.when else []
    if item.days_before:
        remarks.append(_days_before(context, appointment))
    if item.unless:
        remarks.append(words(f"unless.{item.unless}"))
    text = prose.plain(item.text)
    return f"{text} ({'; '.join(remarks)})" if remarks else text


def _days_before(context: Context, appointment: Appointment | None) -> str:
    """How many days before the visit, as the clinic says it, and which day that is."""
    words, count = context.words, context.clinic.anti_inflammatory_days
    if count is None:
        return words("when.days_unset")
    days = words.counted("day", count)
    if appointment is None:
        return words("when.days_set", days=days)
    on = appointment.before(count)
    if on < appointment.today:
        return words("when.days_over", days=days)
    return words("when.days_on", days=days, on=day(on, words))


def _card(item: ChecklistItem, visit: Visit, context: Context) -> Card:
    page = visit.showing or visit.place
    return Card(
        press=Pick(item.id),
        text=item_text(item, context),
        mark="done" if visit.achieved.ticked(page, item.id) else "open",
        ticks=True,
    )
