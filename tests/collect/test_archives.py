"""Web archives, whole and broken, in as many sittings as they take."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest
from zstandard import ZstdCompressor

from services.collect.item import Document, Unreadable
from services.collect.kinds import READERS, warc
from services.collect.one_piece import OnePiece
from tests.collect.archives import RUBBISH, archive, old_archive, packed
from tests.collect.sittings import read, to_the_end

HERE = "https://sahel.example.org/a.warc.gz"
ZST = ["zst each", "zst together", "zst dictionary", "zst packed dictionary"]


def pages(count: int) -> list[str]:
    return [f"https://sahel.example.org/page-{at}" for at in range(count)]


@pytest.mark.parametrize("how", ["each", "none", "together", "the older kind", *ZST])
def test_every_page_of_an_archive_is_read_in_as_many_sittings_as_it_takes(how: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(old_archive(130) if how == "the older kind" else packed(archive(130), how))
    items, odd = to_the_end(path)
    assert [item.url for item in items] == pages(130)
    assert odd == [None, None]


def test_the_day_of_an_archive_is_that_of_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.arc"
    path.write_bytes(old_archive(1))
    assert read(path).items[0].updated == "2023-07-27T08:00:00Z"


@pytest.mark.parametrize("how", ["each", "none", "together", *ZST])
def test_an_archive_that_breaks_off_gives_what_is_whole(how: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    # of one frame the blocks that are whole can be read, each of a hundred pages
    count = {"zst together": 150, "zst dictionary": 60}.get(how, 20)
    whole = packed(archive(count), how)
    path.write_bytes(whole[: len(whole) // 2])
    items, _ = to_the_end(path)
    assert 5 < len(items) < count


def test_what_is_no_archive_is_refused_in_one_line() -> None:
    found = READERS["warc"](gzip.compress(b"<html></html>" * 3)[:-8], "", HERE)
    assert isinstance(found, Unreadable)
    assert "\n" not in found.reason


@pytest.mark.parametrize("how", ["each", "none", "together", "zst each", "zst together"])
def test_rubbish_between_the_records_of_an_archive_is_passed_over_and_counted(how: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    first, second, third = archive(40), archive(90), archive(103)
    if how.endswith("each"):
        path.write_bytes(RUBBISH.join(packed(one, how) for one in (first, second, third)))
    elif how == "zst together":
        pieces = (packed(one, "none") for one in (first, second, third))
        path.write_bytes(ZstdCompressor().compress(RUBBISH.join(pieces)))
    else:
        pieces = (packed(one, "none") for one in (first, second, third))
        path.write_bytes(packed(gzip.compress(RUBBISH.join(pieces)), how))
    items, odd = to_the_end(path)
    assert [item.url for item in items] == [*pages(40), *pages(90), *pages(103)]
    assert odd == [f"broken parts passed over: {count}" for count in (1, 2, 2)]


@pytest.mark.parametrize("how", ["each", "none", "together", "together, with it", *ZST])
def test_rubbish_before_the_first_record_of_an_archive_is_passed_over_and_counted(how: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    content = archive(30)
    if how == "together, with it":
        path.write_bytes(gzip.compress(RUBBISH + packed(content, "none")))
    else:
        path.write_bytes(RUBBISH + packed(content, how))
    items, odd = to_the_end(path)
    assert [item.url for item in items] == pages(30)
    assert odd == ["broken parts passed over: 1"]
    found = READERS["warc"](path.read_bytes(), "", HERE)
    assert isinstance(found, Document)
    assert len(found.items) == 30


def test_an_archive_in_one_piece_is_unpacked_once_in_however_many_sittings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = list[int]()

    class Counting(OnePiece):
        def _next(self) -> bytes | None:
            piece = super()._next()
            unpacked.append(len(piece or b""))
            return piece

    monkeypatch.setattr(warc, "OnePiece", Counting)
    monkeypatch.setattr(warc, "PAGES", 5)
    # larger than what it keeps of it, so that going back would show
    content = (bytes(300_000) + b"\n").join([packed(archive(7), "none")] * 5)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(content))
    items, odd = to_the_end(path)
    assert (len(items), len(odd) > 6) == (35, True)
    assert sum(unpacked) < 1.2 * len(content)


def test_an_archive_that_came_in_the_place_of_another_is_read_from_its_begin(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(archive(3), "together"))
    assert len(read(path).items) == 3
    path.unlink()
    path.write_bytes(packed(archive(4), "together"))
    assert len(read(path).items) == 4


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
        items, odd = to_the_end(path)
        assert [item.url for item in items] == [one for one in pages(30) if not one.endswith("-7")], name
        assert odd == ["broken parts passed over: 1"], name


def test_an_archive_that_breaks_off_is_gone_on_with_when_the_rest_has_come(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    whole = archive(20)
    path.write_bytes(whole[: len(whole) // 2])
    first = read(path)
    assert (first.odd or "").startswith("broken at ")
    path.write_bytes(whole)
    second = read(path, first.position)
    urls = [item.url for item in (*first.items, *second.items)]
    assert (urls, second.odd) == (pages(20), None)


def test_of_an_archive_that_came_over_the_net_the_first_pages_are_read_and_no_more_are_promised() -> None:
    found = READERS["warc"](archive(130), "", HERE)
    assert isinstance(found, Document)
    assert (len(found.items), found.position, found.unfinished) == (100, None, False)
    assert found.odd == "only its first 100 pages were read"


def test_a_page_behind_a_packed_dictionary_is_the_same_as_in_any_archive(tmp_path: Path) -> None:
    found = {}
    for how in ("each", *ZST):
        path = tmp_path / f"{how}.warc.zst"
        path.write_bytes(packed(archive(3), how))
        found[how] = [(item.url, item.title, item.text) for item in read(path).items]
    assert all(one == found["each"] for one in found.values())


@pytest.mark.parametrize("body", [
    b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd" + b"\xff" * 40, b"\x5d\x2a\x4d\x18\xff\xff\xff\x7f" + b"a" * 40,
    b"\x5d\x2a\x4d\x18\x04\x00\x00\x00\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18\x09\x00\x00\x00",
])
def test_what_only_begins_like_a_zstandard_archive_is_refused(body: bytes) -> None:
    assert isinstance(READERS["warc"](body, "", HERE), Unreadable)


def test_a_frame_that_unpacks_to_gigabytes_is_passed_over_a_block_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.zst"
    # blocks of 128 KiB of one letter, in four bytes each
    bomb = b"\x28\xb5\x2f\xfd\x00\x58" + (b"\x02\x00\x10" + b"a") * 2000 + b"\x01\x00\x00"
    path.write_bytes(packed(archive(2), "zst each") + bomb + packed(archive(3), "zst each"))
    tracemalloc.start()
    items, _ = to_the_end(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [item.url for item in items] == [*pages(2), *pages(3)]
    assert most < 60_000_000
