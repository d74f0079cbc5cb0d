"""An alert as a person reads it. Pure."""

from __future__ import annotations

from schemas.alert import Alert

PHONE_MAX = 120
SOURCE_MAX = 40  # of them; a source may be anything that a producer writes
# A line of Arabic in a left-to-right screen keeps its own direction inside these (Unicode's isolates).
_ISOLATE, _END = "\u2068", "\u2069"


def phone_line(alert: Alert) -> str:
    """What a lock screen shows: at most 120 characters, the news first."""
    where = f" ({_cut(alert.source, SOURCE_MAX)})" if alert.source else ""
    return f"{_isolated(_cut(alert.headline, PHONE_MAX - len(where) - 2), alert.language)}{where}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def as_text(alert: Alert) -> str:
    """The whole alert in plain lines."""
    lines = [
        f"ALERT {alert.crisis} · {alert.rule}" + (" · HIGH" if alert.severity == "high" else ""),
        _isolated(alert.headline, alert.language),
        f"“{_isolated(alert.quote, alert.language)}”",
    ]
    for coup in alert.coups:
        evidence = _isolated(coup.evidence.surface, alert.language)
        lines.append(f"coup: {coup.event}, {coup.type}, {coup.status} — “{evidence}”")
    for label, kind in (("people", "person"), ("organisations", "organisation"), ("places", "place")):
        names = [entity.name for entity in alert.entities if entity.kind == kind]
        if names:
            lines.append(f"{label}: {', '.join(names)}")
    published = alert.published.strftime("%Y-%m-%d %H:%M %Z") if alert.published else "not known"
    lines.append(f"source: {alert.source or 'not named'} · language: {alert.language} · published: {published}")
    if alert.url:
        lines.append(f"link: {alert.url}")
    lines.append(f"article {alert.article_id} · trace {alert.trace_id}")
    return "\n".join(lines)


def _isolated(text: str, language: str) -> str:
    return f"{_ISOLATE}{text}{_END}" if language == "ar" else text
