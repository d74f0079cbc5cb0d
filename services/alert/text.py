"""An alert, or a notice of several, in plain lines, and in the 120 characters that a phone shows. Pure."""

from __future__ import annotations

from schemas.alert import Alert
from schemas.notice import Mention, Notice
from services.alert.links import Links
from services.alert.wording import facts, line, moment, right_to_left, subject, throttled

PHONE_MAX = 120
SOURCE_MAX = 40  # of them; a source may be anything that a producer writes
# A line of Arabic in a left-to-right screen keeps its own direction inside these (Unicode's isolates).
_ISOLATE, _END = "\u2068", "\u2069"

NO_LINKS = Links()


def phone_line(alert: Alert) -> str:
    """What a lock screen shows: at most 120 characters, the news first."""
    where = f" ({_cut(line(alert.source), SOURCE_MAX)})" if alert.source else ""
    headline = _cut(line(alert.headline), PHONE_MAX - len(where) - 2)
    return f"{_isolated(headline, alert.language)}{where}"


def title(notice: Notice) -> str:
    """A subject, or a lock screen's line: at most 120 characters."""
    if notice.kind == "alert":
        return phone_line(notice.alerts[0])
    return _cut(subject(notice), PHONE_MAX)


def as_text(alert: Alert, links: Links = NO_LINKS) -> str:
    """The whole alert in plain lines."""
    lines = [
        f"ALERT {alert.crisis} · {alert.rule}" + (" · HIGH" if alert.severity == "high" else ""),
        _isolated(line(alert.headline), alert.language),
        f"“{_isolated(line(alert.quote), alert.language)}”",
    ]
    for fact in facts(alert, links):
        lines.append(f"{fact.label}: {_isolated(fact.text, alert.language) if fact.foreign else fact.text}")
    return "\n".join(lines)


def notice_text(notice: Notice, links: Links = NO_LINKS) -> str:
    """The whole notice in plain lines, a blank one between its parts."""
    parts = [as_text(alert, links) for alert in notice.alerts]
    if notice.kind != "alert":
        parts.insert(0, subject(notice))
    if notice.mentions:
        parts.append("\n".join(["background mentions:", *(_mention(one, links) for one in notice.mentions)]))
    if notice.more:
        parts.append(f"{notice.more} more are not listed here; see the desk, or `harmattan alerts` and `search`")
    if kept := throttled(notice):
        parts.append(kept)
    return "\n\n".join(parts)


def _mention(mention: Mention, links: Links) -> str:
    said = [_isolated(line(mention.headline), mention.language)]
    said += [line(mention.source)] if mention.source else []
    said += [moment(mention.published)] if mention.published else []
    address = links.article(mention.article_id) or mention.url
    return f"- {' · '.join(said)}" + (f"\n  {line(address)}" if address else "")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _isolated(text: str, language: str) -> str:
    return f"{_ISOLATE}{text}{_END}" if right_to_left(text, language) else text
