"""A map of places as an SVG: outlines of countries, shaded where they are spoken of, and a bubble for each other place.

Pure. Units are those of the viewBox; the projection is equirectangular, true in the middle of the view.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schemas.outlines import Outlines
from schemas.search import PlaceCount

WIDTH = 960
SHADES = 5
LABELS = 14
_SMALLEST, _LARGEST = 4.0, 26.0
# a letter of the labels' type takes about so much, and a line
_LETTER, _LINE = 10.0, 17.0
# On a phone the picture is a third as wide, and desk.css writes labels so much larger in it.
_NARROW = 26 / 14
_GAP = 4


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the world in degrees, and how it is called."""

    name: str
    says: str
    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units of a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self._narrowing)

    @property
    def height(self) -> float:
        """Of the picture, whose width is WIDTH."""
        return round((self.north - self.south) * self.scale, 1)

    @property
    def _narrowing(self) -> float:
        return math.cos(math.radians((self.north + self.south) / 2))

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point stands in the picture."""
        x = (lon - self.west) * self._narrowing * self.scale
        return round(x, 1), round((self.north - lat) * self.scale, 1)

    def shows(self, lon: float, lat: float) -> bool:
        """Whether it stands in it at all."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


VIEWS = {
    view.name: view
    for view in (
        View("region", "West and North Africa", -19.0, -1.0, 39.0, 38.5),
        View("world", "The world", -172.0, -56.0, 180.0, 76.0),
    )
}


@dataclass(frozen=True, slots=True)
class Country:
    """An outline. `shade` is 0 where no article found speaks of it, up to SHADES where most do."""

    name: str
    path: str
    shade: int
    count: int


@dataclass(frozen=True, slots=True)
class Bubble:
    """A place with its circle; `label` is empty where a name would cover another one, or the circle of a greater place.

    `narrow` is whether there is room for it on a phone too.
    """

    name: str
    count: int
    x: float
    y: float
    radius: float
    label: str
    label_x: float
    anchor: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All that the template draws."""

    view: View
    countries: tuple[Country, ...]
    bubbles: tuple[Bubble, ...]
    elsewhere: int
    source: str
    width: int = WIDTH


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

Paths = Mapping[str, str]
"""The outline of each country of a view, as the `d` of a path."""


def paths(outlines: Outlines, view: View) -> dict[str, str]:
    """Made once at the start: a page only joins them."""
    return {country.name: "".join(_ring(ring, view) for ring in country.rings) for country in outlines.countries}


def picture(view: View, outlines: Paths, source: str, counts: Iterable[PlaceCount]) -> Picture:
    """The map of these places. `elsewhere` is how many places with a position are out of the view."""
    counts = list(counts)
    of_countries = {count.name: count.count for count in counts if count.name in outlines}
    most = max(of_countries.values(), default=1)
    countries = tuple(
        Country(name, path, shade(of_countries.get(name, 0), most), of_countries.get(name, 0))
        for name, path in outlines.items()
    )
    others = [count for count in counts if count.name not in outlines and view.shows(count.lon, count.lat)]
    elsewhere = len(counts) - len(of_countries) - len(others)
    return Picture(view, countries, tuple(_bubbles(view, others)), elsewhere, source)


def shade(count: int, most: int) -> int:
    """By the logarithm, since one country has most of all articles."""
    if not count:
        return 0
    # the quotient of two equal logarithms may be a hair above one
    return min(SHADES, max(1, math.ceil(SHADES * math.log1p(count) / math.log1p(most))))


def _ring(ring: Sequence[float], view: View) -> str:
    points, last = [], None
    for lon, lat in zip(ring[::2], ring[1::2], strict=True):
        point = view.place(lon, lat)
        if point != last:
            points.append(f"{point[0]:g} {point[1]:g}")
        last = point
    return f"M{'L'.join(points)}Z"


def _bubbles(view: View, counts: list[PlaceCount]) -> Iterable[Bubble]:
    """The largest first, so that smaller ones are drawn over them."""
    most = max((count.count for count in counts), default=1)
    taken: list[Box] = []
    taken_on_a_phone: list[Box] = []
    for number, count in enumerate(sorted(counts, key=lambda one: (-one.count, one.name))):
        x, y = view.place(count.lon, count.lat)
        radius = round(_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(count.count / most) * (most > 1), 1)
        free = (side for side in ("start", "end") if _is_free(_box(count.name, x, y, radius, side), taken))
        anchor = next(free, "") if number < LABELS else ""
        large = _box(count.name, x, y, radius, anchor, _NARROW)
        narrow = bool(anchor) and _is_free(large, taken_on_a_phone)
        if anchor:
            taken.append(_box(count.name, x, y, radius, anchor))
        if narrow:
            taken_on_a_phone.append(large)
        circle = (x - radius, y - radius, x + radius, y + radius)
        taken.append(circle)
        taken_on_a_phone.append(circle)
        label_x = round(x + {"start": 1, "end": -1, "": 0}[anchor] * (radius + _GAP), 1)
        yield Bubble(count.name, count.count, x, y, radius, count.name if anchor else "", label_x, anchor, narrow)


def _box(name: str, x: float, y: float, radius: float, anchor: str, scale: float = 1.0) -> Box:
    """Where its name stands, by the end that is next to the circle: to the right of it, else to the left."""
    width, half, away = len(name) * _LETTER * scale, _LINE * scale / 2, radius + _GAP
    left = x + away if anchor == "start" else x - away - width
    return left, y - half, left + width, y + half


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    return box[0] > 0 and box[2] < WIDTH and not any(_overlap(box, other) for other in taken)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
