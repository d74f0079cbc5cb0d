"""`harmattan tag --explain`: the text in colour, and for each coup mention the rule and the cues that decided."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.enrich import Compiled, draft
from services.enrich.reading import Reading
from services.enrich.steps.alert import quiet

COLOURS = {"person": "bold cyan", "organisation": "bold magenta", "place": "bold green"}
SHOWN_ROLES = ("negate", "negate-after", "hypothetical", "future", "past", "attempt", "plot", "claim")


def explain(article: NormalizedArticle, crises: Compiled, console: Console | None = None) -> None:
    """Show one article to a person."""
    console = console or Console()
    tags, reading = draft(article, crises)
    console.rule(f"{article.language}  {article.published or 'undated'}")
    console.print(coloured(article.content(), tags))
    console.print(_entities(tags))
    if tags.coups:
        console.print(_coups(tags, reading))
    for crisis in tags.crises:
        reason = quiet(reading)
        why = f", no alert: {reason}" if crisis.salience == "main" and reason else ""
        console.print(f"[bold]{crisis.id}[/]: {crisis.salience}{why}")
    console.print(f"alert: [bold {'red' if tags.alert else 'white'}]{'yes' if tags.alert else 'no'}[/]")


def coloured(content: str, tags: Draft) -> Text:
    """The text with its mentions in the colour of their kind and the evidence of coups on red."""
    text = Text(content)
    for entity in tags.entities:
        for mention in entity.mentions:
            text.stylize(COLOURS[entity.kind], mention.start, mention.end)
    for coup in tags.coups:
        text.stylize("bold white on red", coup.evidence.start, coup.evidence.end)
    return text


def _entities(tags: Draft) -> Table:
    table = Table("entity", "kind", "mentions", box=None)
    for entity in tags.entities:
        forms = dict.fromkeys(m.surface for m in entity.mentions)
        table.add_row(
            Text(entity.name, COLOURS[entity.kind]), entity.kind, f"{len(entity.mentions)}: {', '.join(forms)}"
        )
    return table


def _coups(tags: Draft, reading: Reading) -> Table:
    table = Table("event", "type", "status", "evidence", "rule", "cues beside it", box=None)
    for coup in tags.coups:
        table.add_row(
            coup.event,
            coup.type,
            coup.status,
            coup.evidence.surface,
            coup.rule or "",
            _beside(coup.evidence.start, reading),
        )
    return table


def _beside(place: int, reading: Reading) -> str:
    """The cues of status and type, and the countries, in the sentence of a place of the text."""
    offsets = reading.folded.offsets
    at = place if offsets is None else int(offsets.searchsorted(place))
    start, end = reading.sentence(at)
    cues = [
        f"{role}: {_written(reading, hit.start, hit.end)}"
        for role in SHOWN_ROLES
        for hit in reading.cues_in(role, start, end)
    ]
    countries = dict.fromkeys(country for _, _, country in reading.countries_in(start, end))
    return "; ".join([*cues, *(f"country: {c}" for c in countries)])


def _written(reading: Reading, start: int, end: int) -> str:
    first, last = reading.folded.span(start, end)
    return reading.text[first:last]
