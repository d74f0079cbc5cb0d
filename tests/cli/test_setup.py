"""`harmattan setup`: the token's file, and one line where a server does not answer. The rest: tests/containers."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.cli.problem import Problem
from services.cli.setup import _keep_token


def test_a_token_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "token"
    _keep_token(path, "")
    first = path.read_text().strip()
    _keep_token(path, "")
    assert path.read_text().strip() == first
    assert len(first) >= 16
    assert path.stat().st_mode & 0o077 == 0


def test_a_token_that_is_given_replaces_the_one_that_was_made(tmp_path: Path) -> None:
    path = tmp_path / "token"
    _keep_token(path, "")
    _keep_token(path, "a-token-of-my-own")
    assert path.read_text() == "a-token-of-my-own\n"


def test_the_token_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _keep_token(tmp_path / "token", "a-token-of-my-own")
    assert "a-token-of-my-own" not in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="cannot be written"):
        _keep_token(tmp_path / "nowhere" / "token", "")
