"""`harmattan tag --explain`: the text in colour, and for each coup mention the rule and what decided, in words."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas.normalized import NormalizedArticle
from services.cli.why import RULES, reasons, weight
from services.enrich.draft import Coup, Draft
from services.enrich.enrich import Compiled, draft
from services.enrich.read.reading import Reading

COLOURS = {"person": "bold cyan", "organisation": "bold magenta", "place": "bold green"}
EVIDENCE = "bold white on red"
STATUS = {
    "asserted": "bold red", "historical": "blue", "negated": "bold yellow", "hypothetical": "yellow", "future": "yellow"
}


def explain(article: NormalizedArticle, crises: Compiled, console: Console | None = None) -> None:
    """Show one article to a person."""
    console = console or Console()
    tags, reading = draft(article, crises)
    console.rule(f"{article.language}  {article.published or 'undated'}")
    console.print(coloured(article.content(), tags))
    console.print(_legend())
    console.print(_entities(tags))
    for coup in tags.coups:
        console.print(_coup(coup, article, reading))
    for crisis in tags.crises:
        text = Text.assemble((crisis.id, "bold"), ": ", (crisis.salience, "bold"))
        for line in weight(crisis.id, tags, reading, article):
            text.append(f"\n    {line}")
        console.print(text)
    console.print(f"alert: [bold {'red' if tags.alert else 'white'}]{'yes' if tags.alert else 'no'}[/]")


def coloured(content: str, tags: Draft) -> Text:
    """The text with its mentions in the colour of their kind and the evidence of coups on red."""
    text = Text(content)
    for entity in tags.entities:
        for mention in entity.mentions:
            text.stylize(COLOURS[entity.kind], mention.start, mention.end)
    for coup in tags.coups:
        text.stylize(EVIDENCE, coup.evidence.start, coup.evidence.end)
    return text


def _legend() -> Text:
    parts = (*COLOURS.items(), ("what tells a coup", EVIDENCE))
    return Text("  ").join(Text(*part) for part in parts)


def _entities(tags: Draft) -> Table:
    table = Table("entity", "kind", "mentions", box=None)
    for entity in tags.entities:
        forms = dict.fromkeys(m.surface for m in entity.mentions)
        table.add_row(
            Text(entity.name, COLOURS[entity.kind]), entity.kind, f"{len(entity.mentions)}: {', '.join(forms)}"
        )
    return table


def _coup(coup: Coup, article: NormalizedArticle, reading: Reading) -> Text:
    text = Text.assemble(
        (coup.event, "bold"), f" {coup.type}, ", (coup.status, STATUS[coup.status]), ": ",
        (coup.evidence.surface, EVIDENCE), f" ({RULES.get(coup.rule or '', coup.rule or '')})",
    )
    for name, reason in reasons(coup, article, reading).items():
        text.append(f"\n    {name}: ", "dim").append(reason)
    return text
