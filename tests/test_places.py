"""Where the servers of the tests keep their data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.places import memory, place


def test_memory_with_room_is_taken(tmp_path: Path) -> None:
    assert memory(tmp_path, room=1) == tmp_path


def test_memory_without_room_is_left_alone(tmp_path: Path) -> None:
    assert memory(tmp_path, room=1024**6) is None


def test_a_system_without_such_a_folder_has_none(tmp_path: Path) -> None:
    assert memory(tmp_path / "shm", room=1) is None


def test_a_folder_that_a_person_names_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with place() as home:
        assert home.parent == tmp_path
        assert home.stat().st_mode & 0o777 == 0o755
    assert not home.exists()
