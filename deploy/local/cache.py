"""A folder that is either complete or absent."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from deploy.local.locks import locked

MARKER = ".complete"


def is_complete(folder: Path) -> bool:
    """Whether `folder` still holds as many files and bytes as when it was filled."""
    try:
        noted = json.loads((folder / MARKER).read_text())
    except (OSError, ValueError):
        return False
    return bool(noted == _inventory(folder))


def fill_once(folder: Path, fill: Callable[[Path, Path], None], waiting: Callable[[], None]) -> None:
    """Make `folder` complete by `fill(content, scratch)`, unless it is already.

    Other processes see nothing or everything: the content is made beside it
    and renamed. What an interrupted attempt left is removed, the scratch
    folder too. Whatever `fill` raises comes through.
    """
    if is_complete(folder):
        return
    with locked(folder.parent / f"{folder.name}.lock", waiting):
        if is_complete(folder):
            return
        # a name of its own: what a killed process has begun may still be writing
        work = folder.parent / f".{folder.name}.partial-{os.getpid()}"
        for old in [folder, *folder.parent.glob(f".{folder.name}.partial-*")]:
            shutil.rmtree(old, ignore_errors=True)
        try:
            _fill(folder, work, fill)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _fill(folder: Path, work: Path, fill: Callable[[Path, Path], None]) -> None:
    content, scratch = work / "content", work / "scratch"
    content.mkdir(parents=True)
    scratch.mkdir()
    fill(content, scratch)
    _open_to_everyone(content)
    (content / MARKER).write_text(json.dumps(_inventory(content)))
    content.rename(folder)


def _inventory(folder: Path) -> dict[str, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file() and path != folder / MARKER]
    return {"files": len(sizes), "bytes": sum(sizes)}


def _open_to_everyone(folder: Path) -> None:
    """Let any user read: Elasticsearch runs as another one when we are root."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
