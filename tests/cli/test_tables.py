"""Tables for people and for pipes."""

from __future__ import annotations

import pytest
from rich.table import Table

from services.cli.tables import console


def test_without_a_terminal_a_long_name_stays_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    name = "harmattan-" + "articles" * 12
    table = Table("alias", "index")
    table.add_row(name, name)
    console().print(table)
    assert capsys.readouterr().out.count(name) == 2
