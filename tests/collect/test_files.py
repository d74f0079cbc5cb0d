"""Folders of files on this machine, as people and programs leave them there."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from services.collect import local
from services.collect.item import MAX_ITEMS, Document, Unreadable
from services.collect.kinds.folder import Place
from tests.collect.sittings import read, sitting, to_the_end


def written(path: Path, content: bytes) -> None:
    """A file, and its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_files_that_are_put_into_a_folder_are_articles(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    written(folder / "a.txt", b"date 2023-07-27\nThe airspace was closed.")
    written(folder / "deep" / "b.json", b'{"title": "Niger", "url": "https://sahel.example.org/b"}')
    written(folder / "c.jsonl", b'{"title": "One"}\n\n{"title": "Two"}\nnot json {\n{"title": 1, "text": []}\n')
    written(folder / "picture.png", b"\x89PNG")
    found = sitting(folder)
    assert isinstance(found, Document)
    assert {item.title or item.text for item in found.items} >= {"Niger", "One", "Two"}
    assert any(item.text and "airspace" in item.text and item.published == "2023-07-27" for item in found.items)
    again = sitting(folder, found.position)
    assert isinstance(again, Document)
    assert (again.items, again.position) == ((), found.position)


def test_a_file_that_is_still_being_written_waits(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a.txt"
    written(file, b"half of")
    for after, items in ((900_000_000, 0), (1_100_000_000, 1)):
        found = sitting(tmp_path / "in", now=file.stat().st_ctime_ns + after)
        assert isinstance(found, Document)
        assert len(found.items) == items


def test_nothing_outside_the_allowed_folders_is_read(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    written(outside / "secret.txt", b"secret")
    inside.mkdir()
    (inside / "link").symlink_to(outside)
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    for path in (outside, inside / "link", inside / ".." / "out"):
        refused = sitting(path, root=inside)
        assert isinstance(refused, Unreadable)
        assert "HARMATTAN_COLLECT_FOLDERS" in refused.reason
    found = sitting(inside, root=inside)
    assert isinstance(found, Document)
    assert found.items == ()
    missing = sitting(tmp_path / "nowhere")
    assert isinstance(missing, Unreadable)


def test_a_file_of_more_articles_than_one_answer_has_is_read_in_several(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    many = 2 * MAX_ITEMS + 5
    (folder / "a.jsonl").write_text("".join(f'{{"title": "Report {at}"}}\n' for at in range(many)))
    (folder / "b.json").write_text('{"title": "Last"}')
    titles = [item.title or "" for item in to_the_end(folder)[0]]
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
    assert len(to_the_end(folder)[0]) == 5


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
