"""Sources on this machine: watched folders and archives, only below the folders that the settings allow."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from schemas.source import Source
from services.collect.item import Document, Unreadable
from services.collect.kinds.folder import SUFFIXES, Place, read_files
from services.collect.kinds.warc import read_file

FILES = 200  # of one reading
FILE_MAX = 10 * 1024 * 1024
# A file that was touched since may be one that is still being written.
QUIET_NS = 1_000_000_000


def is_local(source: Source) -> bool:
    """Whether the source is a path and no address."""
    return source.kind in ("folder", "warc") and not source.address.lower().startswith(("http://", "https://"))


def read_local(
    source: Source, position: str | None, roots: Sequence[Path], clock: Callable[[], int] = time.time_ns
) -> Document | Unreadable:
    """What is new behind `position`, by a clock of nanoseconds. Slow: it reads files."""
    path = Path(source.address)
    try:
        path = path.resolve(strict=True)
        if not any(path.is_relative_to(root) for root in roots):
            return Unreadable(f"{path} is in no folder of HARMATTAN_COLLECT_FOLDERS")
        if source.kind == "warc":
            return read_file(str(path), position)
        return _folder(path, Place.parse(position), clock())
    except FileNotFoundError:
        return Unreadable(f"there is no {path}")
    except OSError as error:
        return Unreadable(f"{path} cannot be read: {error.strerror}")


def roots_of(setting: str) -> list[Path]:
    """The folders of HARMATTAN_COLLECT_FOLDERS."""
    return [Path(one).resolve() for one in setting.split(":") if one]


def _folder(folder: Path, place: Place, now: int) -> Document:
    """Files by the time they came here (ctime: one that was moved in keeps the time at which it was written)."""
    found = sorted(
        (file.stat().st_ctime_ns, file) for file in folder.rglob("*")
        # what a link leads to may lie anywhere
        if file.suffix.lower() in SUFFIXES and not file.is_symlink() and file.is_file()
    )
    new = [(came, file) for came, file in found if place.came < came < now - QUIET_NS]
    # of those that came at the same moment all: what is left comes after a moment
    taken = [one for one in new if one[0] <= new[:FILES][-1][0]]
    files = ((came, str(file.relative_to(folder)), _content(file)) for came, file in taken)
    return read_files(files, place, len(new) > len(taken))


def _content(file: Path) -> bytes | str:
    """Its bytes, or why they cannot be had, which costs only this file."""
    try:
        with file.open("rb") as opened:
            return opened.read(FILE_MAX)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
