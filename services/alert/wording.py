"""What an alert says, as facts that text and HTML both show. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.alert import Alert
from schemas.notice import Notice
from services.alert.links import Links

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi"})
# Marks that turn the direction of what follows; a headline has no business doing that to the rest of an alert.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))

KINDS = {
    "new-story": "new story", "changed-status": "the story changed", "new-actor": "a new main actor",
    "new-place": "a new place", "many-sources": "many sources", "any": "every mention", "frequency": "frequency",
    "spike": "spike", "flatline": "silence", "new-term": "new name",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an alert. `foreign` texts are in the article's language; a `link` is an address to open."""

    label: str
    text: str
    foreign: bool = False
    link: bool = False


def facts(alert: Alert, links: Links) -> Iterator[Fact]:
    """All that is known beside headline and quote, the most important first."""
    kind = KINDS.get(alert.kind, alert.kind)
    yield Fact("why now", f"{kind}: {line(alert.why)}" if alert.why else kind)
    if alert.late:
        yield Fact("late", "it arrived long after it was published")
    for coup in alert.coups:
        yield Fact("coup", f"{coup.event}, {coup.type}, {coup.status}")
        yield Fact("evidence", line(coup.evidence.surface), foreign=True)
    for label, of_kind in (("people", "person"), ("organisations", "organisation"), ("places", "place")):
        names = [line(entity.name) for entity in alert.entities if entity.kind == of_kind]
        if names:
            yield Fact(label, ", ".join(names))
    published = moment(alert.published) if alert.published else "not known"
    if alert.published_note and alert.published_note != "ok":
        published += f" ({line(alert.published_note)})"
    yield Fact("source", f"{line(alert.source) if alert.source else 'not named'} · language: {alert.language} · "
                         f"published: {published}")
    if alert.first_seen:
        yield Fact("first seen", moment(alert.first_seen))
    if alert.story:
        yield Fact("story", f"{alert.story} · {_count(alert.articles, 'article')}, "
                            f"{_count(alert.copies, 'near copy', 'near copies')}, {_count(alert.sources, 'source')}")
    yield Fact("rule", f"{alert.crisis} · {alert.rule}")
    for label, address in (
        ("article", alert.url), ("desk", links.article(alert.article_id)), ("Kibana", links.alert(alert.id)),
    ):
        if address:
            yield Fact(label, line(address), link=True)
    yield Fact("alert", f"{alert.id} · trace {line(alert.trace_id)}")


def subject(notice: Notice) -> str:
    """What happened, in one line, of a notice that is more than one alert."""
    parts = [_count(len(notice.alerts), "alert")] if notice.alerts else []
    parts += [_count(len(notice.mentions), "background mention")] if notice.mentions else []
    parts += [f"{notice.more} more"] if notice.more else []
    what = "held" if notice.kind == "held" else "digest"
    return f"{notice.crisis} {what}: {', '.join(parts) or 'nothing new'}"


def throttled(notice: Notice) -> str | None:
    """The line on what a throttle kept."""
    if not notice.throttled:
        return None
    return f"{_count(notice.throttled, 'more alert')} kept by the throttle since the last: harmattan alerts --throttled"


def line(text: str) -> str:
    """A stranger's text as one line that turns nobody's direction."""
    return " ".join(text.translate(_TURNING).split())


def right_to_left(text: str, language: str = "und") -> bool:
    """By the language, and where that is not known by the first letter that has a direction."""
    if language in _RIGHT_TO_LEFT:
        return True
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def moment(at: datetime) -> str:
    """A time as an analyst compares it with others."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
