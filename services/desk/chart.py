"""Counts over time by status as bars of an SVG, and the table behind them. Pure; units are those of the viewBox."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from markupsafe import Markup, escape

from services.desk.wording import MONTHS, counted

# from the ground up: what the desk looks for first stands on the axis
ORDER = ("asserted", "future", "hypothetical", "negated", "historical")
WIDTH, HEIGHT = 960, 180
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 8, 10, 26
_MOST_LABELS = 6


class Count(NamedTuple):
    """How many articles of one stretch of time have a mention of each status."""

    start: datetime
    by_status: Mapping[str, int]


class Bar(NamedTuple):
    """One block of one column."""

    status: str
    x: float
    y: float
    width: float
    height: float


class Column(NamedTuple):
    """A stretch of time: its place, what it says, where a click leads, its bars."""

    x: float
    width: float
    label: str
    numbers: tuple[int, ...]
    since: str
    until: str
    bars: tuple[Bar, ...]

    @property
    def says(self) -> str:
        """All of it in words."""
        parts = [f"{number:,} {status}" for status, number in zip(ORDER, self.numbers, strict=True) if number]
        return f"{self.label}: {', '.join(parts) if parts else 'none'}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line with a word at an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the template draws."""

    columns: tuple[Column, ...]
    heights: tuple[Mark, ...]
    moments: tuple[Mark, ...]
    ground: float = HEIGHT - _BOTTOM
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    width: int = WIDTH
    height: int = HEIGHT
    statuses: tuple[str, ...] = ORDER


class Drawn(NamedTuple):
    """The columns as they stand on a page: their bars as SVG, and their numbers as rows of a table."""

    bars: Markup
    rows: Markup


def drawn(chart: Chart, link: Callable[[Column], str]) -> Drawn:
    """Each column that has a bar, leading to its link.

    Written here and not in a template, which takes half of a page's time to escape what are numbers of ours.
    """
    bars, rows = [], []
    for column in chart.columns:
        if not column.bars:
            continue
        to = escape(link(column))
        blocks = "".join(
            f'<rect class="b-{bar.status}" x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"/>'
            for bar in column.bars
        )
        bars.append(
            f'<a href="{to}" tabindex="-1" aria-hidden="true"><title>{column.says}</title><rect class="touch" '
            f'x="{column.x}" y="0" width="{column.width}" height="{chart.ground}"/>{blocks}</a>'
        )
        cells = "".join(f'<td class="number">{counted(one) if one else "–"}</td>' for one in column.numbers)
        rows.append(f'<tr><th scope="row"><a href="{to}">{column.label}</a></th>{cells}</tr>')
    return Drawn(Markup("".join(bars)), Markup("".join(rows)))


def chart(counts: Sequence[Count], step: timedelta) -> Chart | None:
    """None where there is nothing to show. `step` is the width of a stretch in time."""
    counts = [count for count in counts if count.start.year < 9999]
    highest = max((sum(count.by_status.values()) for count in counts), default=0)
    if not highest:
        return None
    top = ceiling(highest)
    ground, room = HEIGHT - _BOTTOM, HEIGHT - _BOTTOM - _TOP
    pitch = (WIDTH - _LEFT - _RIGHT) / len(counts)
    columns = []
    for number, count in enumerate(counts):
        x = _LEFT + number * pitch
        numbers = tuple(count.by_status.get(status, 0) for status in ORDER)
        columns.append(Column(
            round(x, 1), round(pitch, 1), stretch(count.start, step), numbers, *_limits(count.start, step),
            _bars(numbers, x, pitch, ground, room / top),
        ))
    heights = tuple(Mark(round(ground - room * part, 1), f"{top * part:,.0f}") for part in _parts(top))
    return Chart(tuple(columns), heights, _moments(counts, step, pitch))


def ceiling(highest: int) -> int:
    """The next round number: 1, 2, 5, 10, 20, 50, …"""
    size = 1
    while True:
        for times in (1, 2, 5):
            if highest <= times * size:
                return times * size
        size *= 10


def stretch(start: datetime, step: timedelta) -> str:
    """What a stretch of time is called."""
    month = f"{MONTHS[start.month - 1]} {start.year}"
    if step < timedelta(days=1):
        return f"{start.day} {month}, {start.hour:02}:{start.minute:02}"
    if step < timedelta(days=2):
        return f"{start.day} {month}"
    if step < timedelta(days=28):
        return f"from {start.day} {month}"
    return month if step < timedelta(days=360) else str(start.year)


def when(milliseconds: float) -> datetime:
    """A moment as Elasticsearch counts it; one out of all range is that of the year 9999, which no chart shows."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime(9999, 1, 1, tzinfo=UTC)


def _parts(top: int) -> tuple[float, ...]:
    return (0, 0.5, 1) if top % 2 == 0 else (0, 1)


def _bars(numbers: Sequence[int], x: float, pitch: float, ground: float, unit: float) -> tuple[Bar, ...]:
    gap = min(2.0, pitch * 0.15)
    left, width = round(x + gap / 2, 1), round(pitch - gap, 1)
    found, y = [], ground
    for status, number in zip(ORDER, numbers, strict=True):
        if number:
            # a single article stays visible beside a thousand
            height = max(number * unit, 1.5)
            y -= height
            found.append(Bar(status, left, round(y, 1), width, round(height, 1)))
    return tuple(found)


def _limits(start: datetime, step: timedelta) -> tuple[str, str]:
    """As parameters of a search: whole days where the stretch is of days."""
    end = start + step
    if step < timedelta(days=1):
        return start.isoformat()[:16], (end - timedelta(minutes=1)).isoformat()[:16]
    return start.date().isoformat(), (end - timedelta(days=1)).date().isoformat()


def _moments(counts: Sequence[Count], step: timedelta, pitch: float) -> tuple[Mark, ...]:
    every = -(-len(counts) // _MOST_LABELS)
    shown = f"{counts[0].start:%Y}" != f"{counts[-1].start:%Y}"
    form = "%H:%M" if step < timedelta(days=1) and len(counts) <= 24 else "%b %Y" if shown else "%b"
    found = []
    for number in range(0, len(counts), every):
        start = counts[number].start
        text = start.strftime(form)
        if form == "%b" and step < timedelta(days=28):
            text = f"{start.day} {text}"
        found.append(Mark(round(_LEFT + number * pitch, 1), text))
    return tuple(found)
