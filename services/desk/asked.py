"""What the address bar asks: its parameters as a Search, and links that change one thing of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import starmap
from typing import Any, Protocol
from urllib.parse import urlencode

from schemas.search import LAST_HIT, LONGEST_TEXT, MOST_HITS, Search

PAGE_SIZE = 20
LAST_PAGE = (LAST_HIT - MOST_HITS) // PAGE_SIZE + 1
MOST_FILTERS = 40
SORTS = ("newest", "best")


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search: the parameter, where its counts are in `schemas.search.Facets`, and its heading."""

    parameter: str
    counts: str
    heading: str


FACETS = (
    Facet("status", "statuses", "Coup mentions"),
    Facet("event", "events", "Coup"),
    Facet("person", "people", "People"),
    Facet("organisation", "organisations", "Organisations"),
    Facet("place", "places", "Places"),
    Facet("language", "languages", "Languages"),
    Facet("source", "sources", "Sources"),
)
FILTERS = (*(facet.parameter for facet in FACETS), "entity", "story")


class Limits(Protocol):
    """A stretch of time, as the parameters of a search have it."""

    @property
    def since(self) -> str:
        """From then on."""
        ...

    @property
    def until(self) -> str:
        """Up to then."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One page of one search, as its address says. `filters` are (parameter, value) in the order of the address."""

    text: str = ""
    since: str = ""
    until: str = ""
    sort: str = ""
    page: int = 1
    filters: tuple[tuple[str, str], ...] = ()

    def values(self, parameter: str) -> tuple[str, ...]:
        """The values that a facet is narrowed to."""
        return tuple(value for name, value in self.filters if name == parameter)

    def search(self) -> Search:
        """The same for the archive. Raises pydantic's ValidationError for a value that there cannot be."""
        narrowed: dict[str, Any] = {name: self.values(name) for name in FILTERS}
        return Search(
            q=self.text, since=self.since or None, until=self.until or None, sort=self.sort or None,
            size=PAGE_SIZE, offset=(self.page - 1) * PAGE_SIZE, **narrowed,
        )

    def toggled(self, parameter: str, value: str) -> str:
        """The address with that filter on if it was off, and off if it was on; at its first page."""
        one = (parameter, value)
        filters = tuple(other for other in self.filters if other != one)
        if one not in self.filters:
            filters += (one,)
        return replace(self, filters=filters, page=1).address()

    def at(self, page: int) -> str:
        """The address of another page of the same search."""
        return replace(self, page=page).address()

    def between(self, limits: Limits) -> str:
        """The address of the same search within a stretch of time."""
        return Asked(self.text, limits.since, limits.until, self.sort, 1, self.filters).address()

    def address(self, path: str = "/search") -> str:
        """Path and parameters; only what differs from an empty search."""
        pairs = [
            (name, value)
            for name, value in (("q", self.text), ("since", self.since), ("until", self.until), ("sort", self.sort))
            if value
        ]
        pairs += self.filters
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        return f"{path}?{'&'.join(starmap(_parameter, pairs))}" if pairs else path

    @property
    def feed(self) -> str:
        """The address of the same search as a feed."""
        return replace(self, sort="", page=1).address("/feeds/search.atom")

    @property
    def narrowed(self) -> bool:
        """Whether anything at all is asked."""
        return bool(self.text or self.since or self.until or self.filters)


# a page of results has 200 addresses that differ in one parameter
@lru_cache(maxsize=1024)
def _parameter(name: str, value: str) -> str:
    return urlencode(((name, value),))


def asked(parameters: Iterable[tuple[str, str]]) -> Asked:
    """The search in the parameters of an address. Unknown ones are passed over, long ones cut: never an error."""
    pairs = [(name, clean(value)) for name, value in parameters]
    pairs = [(name, value) for name, value in pairs if value]
    single: Mapping[str, str] = dict(pairs)
    sort = single.get("sort", "")
    return Asked(
        text=single.get("q", ""),
        since=single.get("since", "")[:100],
        until=single.get("until", "")[:100],
        sort=sort if sort in SORTS else "",
        page=page_number(single.get("page", "")),
        filters=tuple(dict.fromkeys(pair for pair in pairs if pair[0] in FILTERS))[:MOST_FILTERS],
    )


def of(search: Search) -> Asked:
    """The page of a search that was saved, as far as the page can show it."""
    return Asked(
        text=search.q, since=search.since or "", until=search.until or "",
        sort=search.sort or "", filters=tuple((name, value) for name in FILTERS for value in getattr(search, name)),
    )


def page_number(text: str, last: int = LAST_PAGE) -> int:
    """A page that there may be; 1 for what is no number."""
    return min(max(1, int(text)), last) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def clean(value: str) -> str:
    """A value that can be written into an address and a request again: no zero byte, no half a surrogate pair."""
    return value.encode("utf-8", "replace").decode().replace("\x00", "").strip()[:LONGEST_TEXT]
