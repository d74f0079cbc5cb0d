"""The words that sites write around their articles, from seeds/world/pages. A process reads them once, when asked.

They are constants of the functions that look for them, kept where people who know a language can mend them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from schemas.gazetteer import SeedModel
from schemas.pages import Around, Bylines, Counters, Notices, PageDates
from services import seedfiles
from services.seedfiles import SeedFileError as SeedFileError

SHIPPED = Path(__file__).resolve().parents[2] / "seeds"
_PLACE = Path("world", "pages")
Model = TypeVar("Model", bound=SeedModel)


@dataclass(frozen=True, slots=True)
class SiteWords:
    """All files, by their names."""

    notices: Notices
    around: Around
    counters: Counters
    bylines: Bylines
    dates: PageDates


def load(seeds: Path) -> SiteWords:
    """From a folder of seeds; a file that it has not is the one that comes with the program.

    Raises SeedFileError, which names the file and the line.
    """
    def read(name: str, model: type[Model]) -> Model:
        own = seeds / _PLACE / f"{name}.yaml"
        return seedfiles.parse(own if own.is_file() else SHIPPED / _PLACE / own.name, model)

    return SiteWords(
        read("notices", Notices), read("around", Around), read("counters", Counters), read("bylines", Bylines),
        read("dates", PageDates),
    )


class _Process:
    """What this process goes by."""

    words: SiteWords | None = None


def read_from(seeds: Path) -> None:
    """Of this process, before it looks at anything: patterns that are made stay. Raises SeedFileError."""
    _Process.words = load(seeds)


def site_words() -> SiteWords:
    """What this process goes by."""
    words = _Process.words = _Process.words or load(SHIPPED)
    return words
