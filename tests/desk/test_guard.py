"""Who may ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from services.desk.guard import host_allowed, is_loopback, same, session_of
from services.desk.serve import token_of
from services.runtime.settings import DeskSettings, SettingsError


@pytest.mark.parametrize("header", [
    "127.0.0.1:6070", "localhost", "LOCALHOST:6070", "[::1]:6070", "192.0.2.7:6070",
    "desk.example.org", "Desk.Example.org:80",
])
def test_addresses_localhost_and_names_of_ours_are_answered(header: str) -> None:
    assert host_allowed(header, ["desk.example.org"])


@pytest.mark.parametrize(
    "header", ["evil.example", "", "localhost.evil.example:6070", "127.0.0.1.evil.example", "a:b:c", "[evil.example]"]
)
def test_any_other_name_is_not(header: str) -> None:
    """DNS rebinding: a name of somebody else's that leads to our address."""
    assert not host_allowed(header, ["desk.example.org"])


@pytest.mark.parametrize(("host", "inside"), [
    ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
    ("192.168.1.5", False), ("desk.example.org", False),
])
def test_what_only_this_machine_reaches(host: str, inside: bool) -> None:
    assert is_loopback(host) is inside


def test_tokens_are_compared_whole_and_the_session_does_not_hold_the_token() -> None:
    assert same("ключ", "ключ")
    assert not same("ключ", "ключ ")
    assert "secret" not in session_of("secret")
    assert session_of("secret") != session_of("secret ")


def settings(**given: object) -> DeskSettings:
    return DeskSettings.model_validate({f"HARMATTAN_DESK_{name.upper()}": value for name, value in given.items()})


def test_on_loopback_nobody_needs_a_token() -> None:
    assert token_of(settings()) == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])
def test_elsewhere_it_does_not_start_without_one(host: str) -> None:
    with pytest.raises(SettingsError, match="HARMATTAN_DESK_TOKEN"):
        token_of(settings(host=host))
    assert token_of(settings(host=host, token="a long enough token")) == "a long enough token"


def test_a_short_token_is_refused() -> None:
    with pytest.raises(ValidationError, match="16"):
        settings(token="secret")


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("a long enough token\n")
    assert token_of(settings(host="0.0.0.0", token_file=str(file))) == "a long enough token"
    with pytest.raises(ValidationError, match="not both"):
        settings(token_file=str(file), token="x" * 20)


def test_settings_do_not_show_the_token() -> None:
    assert "secret" not in repr(settings(token="a secret of the desk"))
