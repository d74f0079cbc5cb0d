"""Where Elasticsearch can live, given the user it has to run as."""

import hashlib
import os
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from deploy.local.cache import MARKER, fill_once, is_complete
from deploy.local.download import Say, elasticsearch_home
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack

# Elasticsearch refuses uid 0; this one (nobody) exists everywhere and owns nothing
UNPRIVILEGED = 65534


@dataclass(frozen=True, slots=True)
class Place:
    """The user Elasticsearch runs as (None: we ourselves), its program and its files."""

    user: int | None
    home: Path
    base: Path


def find_place(stack: LocalStack) -> Place:
    """The stack's own folders, or others where the unprivileged user cannot reach those.

    Only decides; `make_place` creates.
    """
    home = elasticsearch_home(stack)
    if os.geteuid() != 0:
        return Place(None, home, stack.home)
    if not reachable(home):
        home = _reachable_folder(hashlib.sha256(str(home).encode()).hexdigest()[:8]) / home.name
    base = stack.home if reachable(stack.home) else _reachable_folder(stack.key)
    return Place(UNPRIVILEGED, home, base)


def make_place(stack: LocalStack, place: Place, say: Say) -> None:
    """Create what `find_place` chose outside the stack's folders, with a line saying so."""
    original = elasticsearch_home(stack)
    if place.base != stack.home:
        say(f"Elasticsearch cannot run as root and others cannot enter {stack.home}:")
        say(f"  its data and logs are in {place.base}")
        _make_own(place.base)
    if place.home != original and not is_complete(place.home):
        _make_own(place.home.parent)
        fill_once(place.home, lambda content, _: _link(original, content), lambda: None)


def leave_place(stack: LocalStack) -> None:
    """Remove what was created outside the stack's folders, but keep the logs inside them."""
    base = find_place(stack).base
    if base == stack.home or not base.is_dir():
        return
    if (base / "log").is_dir():
        shutil.copytree(base / "log", stack.log, dirs_exist_ok=True)
    shutil.rmtree(base)


def reachable(path: Path) -> bool:
    """Whether the unprivileged user can enter what exists of `path`. Only root may ask."""
    while not path.exists():
        path = path.parent
    asked = subprocess.run(
        ["/bin/sh", "-c", 'test -x "$0"', str(path)],
        user=UNPRIVILEGED,
        group=UNPRIVILEGED,
        extra_groups=[],
        cwd="/",
    )
    return asked.returncode == 0


def make_folder(path: Path) -> None:
    """Make `path` and its missing parents enterable by all, whatever the umask."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(0o755)


def give(folder: Path, user: int | None) -> None:
    """Hand a folder and all in it to `user`; nothing to do for None."""
    if user is None:
        return
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, user, user, follow_symlinks=False)


def _reachable_folder(key: str) -> Path:
    # unlike /tmp it survives a restart of the machine
    return Path("/var/tmp") / f"harmattan-{key}"


def _make_own(folder: Path) -> None:
    """Everybody may write to the parent: refuse what another user has put there."""
    make_folder(folder)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise StackError(f"{folder} belongs to another user: rm -rf {folder}")


def _link(original: Path, content: Path) -> None:
    """A copy that takes no space where both are on one disk."""
    shutil.copytree(
        original,
        content,
        dirs_exist_ok=True,
        copy_function=_link_or_copy,
        ignore=shutil.ignore_patterns(MARKER),
    )


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
