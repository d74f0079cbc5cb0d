"""Secrets: where they come from, and that nothing shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.runtime.settings import SECRET_FILES, AlertSettings, Connections, DeskSettings, SettingsError, read

SECRET = "s3cret-word-of-ours"  # long enough for every one of them
SASL = {"KAFKA_SECURITY_PROTOCOL": "SASL_SSL", "KAFKA_USER": "u"}


class EverySetting(AlertSettings, DeskSettings):
    """All the secrets that there are."""


def value(settings: Connections, name: str) -> str | None:
    field = next(field for field, found in EverySetting.model_fields.items() if found.validation_alias == name)
    secret = getattr(settings, field)
    return secret.get_secret_value() if secret else None


def needed_by(name: str) -> dict[str, str]:
    return {**SASL, "KAFKA_PASSWORD": "x", "ELASTICSEARCH_USER": "u" if name == "ELASTICSEARCH_PASSWORD" else ""}


@pytest.mark.parametrize("name", SECRET_FILES)
def test_a_secret_is_read_from_its_file_and_shown_nowhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    given = {**needed_by(name), name: "", SECRET_FILES[name]: str(tmp_path / "secret")}
    for setting, text in given.items():
        monkeypatch.setenv(setting, text)
    settings = read(EverySetting)
    assert value(settings, name) == SECRET
    for shown in (repr(settings), str(settings), settings.model_dump_json()):
        assert SECRET not in shown


@pytest.mark.parametrize("name", SECRET_FILES)
@pytest.mark.parametrize(("content", "says"), [(None, "cannot be read: No such file"), ("\n", "is empty")])
def test_a_secret_file_that_is_none_is_one_line(tmp_path: Path, name: str, content: str | None, says: str) -> None:
    path = tmp_path / "secret"
    if content:
        path.write_text(content)
    with pytest.raises(SettingsError, match=f"{SECRET_FILES[name]}=.*{says}") as caught:
        read(EverySetting, **{**needed_by(name), name: "", SECRET_FILES[name]: str(path)})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", SECRET_FILES)
def test_a_secret_and_a_file_of_it_are_one_too_many(tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match="not both"):
        read(EverySetting, **{**needed_by(name), name: SECRET, SECRET_FILES[name]: str(tmp_path)})


@pytest.mark.parametrize(
    "given",
    [
        {"KAFKA_SECURITY_PROTOCOL": "SASL_SSL"},
        {**SASL},
        {"KAFKA_USER": "u", "KAFKA_PASSWORD": SECRET},
        {"KAFKA_CA_FILE": "ca.pem"},
        {**SASL, "KAFKA_PASSWORD": SECRET, "KAFKA_CERT_FILE": "cert.pem"},
        {"ELASTICSEARCH_USER": "u"},
        {"ELASTICSEARCH_PASSWORD": SECRET},
        {"ELASTICSEARCH_API_KEY": SECRET, "ELASTICSEARCH_USER": "u", "ELASTICSEARCH_PASSWORD": SECRET},
        {"ELASTICSEARCH_CA_FILE": "ca.pem"},
        {**SASL, "KAFKA_PASSWORD": SECRET, "KAFKA_SASL_MECHANISM": "NTLM"},
        {"ELASTICSEARCH_URL": f"http://u:{SECRET}@[::1"},
        {"ELASTICSEARCH_URL": f"ftp://u:{SECRET}@host"},
    ],
)
def test_what_does_not_fit_together_is_one_line_without_secrets(given: dict[str, str]) -> None:
    with pytest.raises(SettingsError) as caught:
        read(Connections, **given)
    assert "\n" not in str(caught.value)
    assert SECRET not in str(caught.value)
    assert "deploy/env.example" in str(caught.value)


def test_user_and_password_leave_the_address() -> None:
    settings = read(Connections, ELASTICSEARCH_URL="https://elastic:p%40ss@host:9243/es")
    assert settings.elasticsearch_url == "https://host:9243/es"
    assert (settings.elasticsearch_user, value(settings, "ELASTICSEARCH_PASSWORD")) == ("elastic", "p@ss")
    assert "p@ss" not in repr(settings)
