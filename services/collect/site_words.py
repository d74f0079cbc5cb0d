"""The words that sites write around their articles, from seeds/world/pages. A process reads them once, when asked.

They are constants of the functions that look for them, kept where people who know a language can mend them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.pages import Around, Notices
from services import seedfiles
from services.seedfiles import SeedFileError as SeedFileError

SHIPPED = Path(__file__).resolve().parents[2] / "seeds"
_PLACE = Path("world", "pages")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """Both files."""

    notices: Notices
    around: Around


def load(seeds: Path) -> SiteWords:
    """From a folder of seeds; where it has none of them, those that come with the program.

    Raises SeedFileError, which names the file and the line.
    """
    folder = (seeds if (seeds / _PLACE).is_dir() else SHIPPED) / _PLACE
    return SiteWords(
        seedfiles.parse(folder / "notices.yaml", Notices), seedfiles.parse(folder / "around.yaml", Around)
    )


class _Folder:
    """The one that this process reads from."""

    path = SHIPPED


def read_from(seeds: Path) -> None:
    """Of this process, before anything was read in it."""
    _Folder.path = seeds


@cache
def site_words() -> SiteWords:
    """What this process goes by. Raises SeedFileError."""
    return load(_Folder.path)
