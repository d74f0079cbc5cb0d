"""Folders and archives on this machine, as people and programs leave them there."""

from __future__ import annotations

import gzip
import io
import time
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from schemas.source import Source
from services.collect import local
from services.collect.item import MAX_ITEMS, Document, Item
from services.collect.kinds import READERS
from services.collect.kinds.folder import Place
from tests.collect.test_kinds import archive, old_archive


def read(path: Path, position: str | None = None) -> Document:
    """Read an hour from now, when every file has been quiet."""
    source = Source(id="a", name="a", kind="folder" if path.is_dir() else "warc", address=str(path))
    found = local.read_local(source, position, [path.parent], lambda: time.time_ns() + 3600 * 10**9)
    assert isinstance(found, Document), found
    return found


def to_the_end(path: Path) -> list[Item]:
    """What all sittings give."""
    items, position, more = list[Item](), None, True
    while more:
        found = read(path, position)
        items += found.items
        position, more = found.position, found.unfinished
    assert read(path, position).items == ()
    return items


def test_a_file_of_more_articles_than_one_answer_has_is_read_in_several(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    many = 2 * MAX_ITEMS + 5
    (folder / "a.jsonl").write_text("".join(f'{{"title": "Report {at}"}}\n' for at in range(many)))
    (folder / "b.json").write_text('{"title": "Last"}')
    titles = [item.title or "" for item in to_the_end(folder)]
    assert sorted(titles) == sorted([*(f"Report {at}" for at in range(many)), "Last"])


def test_a_file_that_takes_the_place_of_one_half_read_is_read_from_its_begin(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text("".join(f'{{"title": "Report {at}"}}\n' for at in range(MAX_ITEMS + 5)))
    half = read(folder)
    assert (len(half.items), half.unfinished) == (MAX_ITEMS, True)
    (folder / "a.jsonl").unlink()
    (folder / "b.json").write_text('{"title": "Another"}')
    assert [item.title for item in read(folder, half.position).items] == ["Another"]


def test_of_files_that_came_at_the_same_moment_none_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for at in range(5):
        (folder / f"{at}.json").write_text(f'{{"title": "Report {at}"}}')
    monkeypatch.setattr(local, "FILES", 2)
    real = Path.stat

    def coarse(self: Path, *, follow_symlinks: bool = True) -> SimpleNamespace:
        """Of a file system that tells seconds only."""
        return SimpleNamespace(st_ctime_ns=10**18, st_mode=real(self, follow_symlinks=follow_symlinks).st_mode)

    monkeypatch.setattr(Path, "stat", coarse)
    assert len(to_the_end(folder)) == 5


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.json").write_text('{"title": "Closed"}')
    (folder / "b.json").write_text('{"title": "Open"}')

    def opened(self: Path, mode: str = "r") -> IO[bytes]:
        if self.name == "a.json":
            raise PermissionError(13, "Permission denied")
        return io.BytesIO(b'{"title": "Open"}' if mode == "rb" else b"")

    monkeypatch.setattr(Path, "open", opened)
    found = read(folder)
    assert [item.title for item in found.items] == ["Open"]
    assert found.odd == "a.json: cannot be read: Permission denied"


@pytest.mark.parametrize("text", ["", None, "x", "-5", "1.2", "9" * 30, "1.2.x"])
def test_a_place_that_is_none_is_the_begin(text: str | None) -> None:
    assert Place.parse(text) == Place()
    assert Place.parse(str(Place(5, 6, 7))) == Place(5, 6, 7)


@pytest.mark.parametrize("name", ["each.warc.gz", "none.warc", "together.warc.gz"])
def test_an_archive_is_read_to_its_end_however_its_records_are_packed(name: str, tmp_path: Path) -> None:
    path, each = tmp_path / name, archive(103)
    plain = gzip.decompress(each)
    path.write_bytes({"each": each, "none": plain, "together": gzip.compress(plain)}[name.partition(".")[0]])
    assert [item.url for item in to_the_end(path)] == [f"https://sahel.example.org/page-{at}" for at in range(103)]


def test_an_archive_packed_together_that_breaks_off_gives_what_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = gzip.compress(gzip.decompress(archive(20)))
    path.write_bytes(whole[: len(whole) // 2])
    assert 5 < len(read(path).items) < 20


RUBBISH = b"rubbish \x1f\x8b\x08\x00\n of a disk that failed \r\n\r\n" * 50


def packed(content: bytes, how: str) -> bytes:
    """An archive whose records are packed each alone, not at all, or all together."""
    plain = gzip.decompress(content) if how != "each" else content
    return gzip.compress(plain) if how == "together" else plain


@pytest.mark.parametrize("how", ["each", "none", "together"])
def test_rubbish_between_the_records_of_an_archive_is_passed_over_and_counted(how: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    first, second, third = archive(40), archive(90), archive(103)
    if how == "each":
        path.write_bytes(first + RUBBISH + second + RUBBISH + third)
    else:
        pieces = (packed(one, "none") for one in (first, second, third))
        path.write_bytes(packed(gzip.compress(RUBBISH.join(pieces)), how))
    items, position, said = list[Item](), None, list[str | None]()
    while True:
        found = read(path, position)
        items += found.items
        position = found.position
        said.append(found.odd)
        if not found.unfinished:
            break
    assert [item.url for item in items] == [
        f"https://sahel.example.org/page-{at}" for pages in (40, 90, 103) for at in range(pages)
    ]
    assert said == [f"broken parts passed over: {count}" for count in (1, 2, 2)]


def test_a_record_that_is_broken_itself_costs_the_others_nothing(tmp_path: Path) -> None:
    content = archive(30)
    plain = gzip.decompress(content)
    page = plain.index(b"page-7\r\n")
    begins = [at for at in range(len(content)) if content.startswith(b"\x1f\x8b\x08", at)]
    damaged = {
        "a byte of a member": content[: begins[21] + 90] + b"\xff\x00\xff" + content[begins[21] + 93 :],
        "a member cut off": content[: begins[21] + 90] + content[begins[22] :],
        "too short a length": plain[:page] + plain[page:].replace(b"Content-Length: ", b"Content-Length: -", 1),
        "too long a length": plain[:page] + plain[page:].replace(b"Content-Length: ", b"Content-Length: 99", 1),
        "no length": plain[:page] + plain[page:].replace(b"Content-Length: ", b"Content-Langth: ", 1),
        "lost bytes": plain[: page + 600] + plain[page + 700 :],
        "bytes too many": plain[: page + 600] + RUBBISH + plain[page + 600 :],
        "the older kind": old_archive(30).replace(b"page-7 192.0.2.1 20230727080000 text/html", b"page-7 \x00 \x00"),
    }
    for name, written in damaged.items():
        path = tmp_path / f"{name}.warc"
        path.write_bytes(written)
        urls = [item.url for item in to_the_end(path)]
        assert urls == [f"https://sahel.example.org/page-{at}" for at in range(30) if at != 7], name
        assert read(path).odd == "broken parts passed over: 1", name


def test_an_archive_that_breaks_off_is_gone_on_with_when_the_rest_has_come(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = archive(20)
    path.write_bytes(whole[: len(whole) // 2])
    first = read(path)
    assert (first.odd or "").startswith("broken at ")
    path.write_bytes(whole)
    second = read(path, first.position)
    urls = [item.url for item in (*first.items, *second.items)]
    assert (urls, second.odd) == ([f"https://sahel.example.org/page-{at}" for at in range(20)], None)


def test_of_an_archive_that_came_over_the_net_the_first_pages_are_read_and_no_more_are_promised() -> None:
    found = READERS["warc"](archive(130), "", "https://sahel.example.org/a.warc.gz")
    assert isinstance(found, Document)
    assert (len(found.items), found.position, found.unfinished) == (100, None, False)
    assert found.odd == "only its first 100 pages were read"
