"""The import command against a small HTTP server that answers as Kibana does, for better and for worse."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from deploy.kibana.install import Bundle, InstallError, install
from deploy.kibana.rule import RULE_ID
from deploy.local.ports import free_ports
from services.cli.main import build
from services.cli.problem import Problem
from tests.kibana.bundle import TEXT, a_rule
from tests.kibana.fake_kibana import READY, STARTING, FakeKibana, fake_kibana

BUNDLE = Bundle(TEXT, a_rule(), "harmattan-articles")
OBJECTS = len(TEXT.splitlines())


def sent(url: str, wait_s: float = 30.0) -> list[str]:
    """What the command said."""
    said: list[str] = []
    install(url, BUNDLE, wait_s, said.append, sleep=lambda _: None)
    return said


def failure(kibana: FakeKibana, wait_s: float = 30.0) -> str:
    with pytest.raises(InstallError) as caught:
        sent(kibana.url, wait_s)
    return str(caught.value)


def test_everything_is_installed_in_order() -> None:
    with fake_kibana() as kibana:
        said = sent(kibana.url)
    assert kibana.paths() == [
        "GET /api/status", "POST /api/saved_objects/_import?overwrite=true", "POST /api/data_views/default",
        f"POST /api/alerting/rule/{RULE_ID}",
    ]
    assert said[-2:] == [f"{OBJECTS} objects imported", f"rule made: {a_rule()['name']}"]


def test_the_import_is_a_file_that_ends_in_ndjson_with_the_header_that_kibana_wants() -> None:
    with fake_kibana() as kibana:
        sent(kibana.url)
    _, headers, body = kibana.asked[1]
    assert headers["kbn-xsrf"]
    assert headers["content-type"].startswith("multipart/form-data")
    assert b'name="file"; filename="harmattan.ndjson"' in body
    assert TEXT.encode() in body


def test_the_default_data_view_is_forced() -> None:
    with fake_kibana() as kibana:
        sent(kibana.url)
    assert json.loads(kibana.asked[2][2]) == {"data_view_id": "harmattan-articles", "force": True}


def test_a_kibana_that_starts_is_waited_for() -> None:
    with fake_kibana(status=[STARTING, STARTING, READY]) as kibana:
        said = sent(kibana.url)
    assert kibana.paths().count("GET /api/status") == 3
    assert [line for line in said if "waiting" in line] == [f"Kibana at {kibana.url} is not ready; waiting"]


def test_a_kibana_that_never_is_ready_is_waited_for_no_longer_than_said() -> None:
    with fake_kibana(status=[STARTING]) as kibana:
        message = failure(kibana, wait_s=0.2)
    assert "is not ready after 0 s" in message
    assert "KIBANA_URL" in message
    assert not [path for path in kibana.paths() if "import" in path]


def test_success_false_is_a_failure_although_the_status_is_200() -> None:
    errors = [{"type": "dashboard", "id": "harmattan-niger-2023", "error": {
        "type": "missing_references", "references": [{"type": "index-pattern", "id": "harmattan-articles"}]}},
        {"type": "search", "id": "x", "error": {"type": "unknown", "message": "[attributes.tabs]: unexpected"}}]
    with fake_kibana(imported=[(200, {"success": False, "successCount": 0, "errors": errors})]) as kibana:
        message = failure(kibana)
    assert "dashboard harmattan-niger-2023: missing_references index-pattern harmattan-articles" in message
    assert "[attributes.tabs]: unexpected" in message
    assert not [path for path in kibana.paths() if "rule" in path]


@pytest.mark.parametrize("answer", [
    (422, {"message": "Document belongs to a more recent version of Kibana [10.9.0]"}), (413, "too large"),
    (500, {"message": "Document belongs to a more recent version of Kibana"}), (200, "<html>"), (200, []),
])
def test_an_import_that_is_refused_is_a_failure_with_kibanas_words(answer: tuple[int, object]) -> None:
    with fake_kibana(imported=[answer]) as kibana:
        message = failure(kibana)
    assert str(answer[0]) in message
    if isinstance(answer[1], dict):
        assert answer[1]["message"] in message


def test_a_rule_that_is_there_is_updated_with_what_an_update_may_say() -> None:
    with fake_kibana() as kibana:
        sent(kibana.url)
        said = sent(kibana.url)
    assert said[-1].startswith("rule updated")
    assert kibana.paths()[-2:] == [f"POST /api/alerting/rule/{RULE_ID}", f"PUT /api/alerting/rule/{RULE_ID}"]
    assert set(json.loads(kibana.asked[-1][2])) == {"name", "tags", "schedule", "params", "actions"}


@pytest.mark.parametrize("told", [
    {"rule_made": [(400, {"message": "Unable to create API key"})]},
    {"rule_made": [(409, {})], "rule_updated": [(403, {"message": "Unauthorized"})]},
    {"view": [(404, {"message": "Not Found"})]},
])
def test_a_rule_or_a_default_that_is_refused_is_a_failure(told: dict[str, list[tuple[int, object]]]) -> None:
    with fake_kibana(**told) as kibana:
        assert list(told.values())[-1][0][1]["message"] in failure(kibana)  # type: ignore[index]  # ours are dicts


@pytest.mark.parametrize("version", ["8.11.3", "7.17.0", "8.9.0"])
def test_an_older_kibana_is_told_from_a_right_one_before_anything_is_sent(version: str) -> None:
    with fake_kibana(status=[(200, {"version": {"number": version}, "status": {}})]) as kibana:
        message = failure(kibana)
    assert f"is {version}; these objects need 8.19 or later" in message
    assert kibana.paths() == ["GET /api/status"]


@pytest.mark.parametrize("version", ["8.19.0", "8.19.13", "9.0.1"])
def test_this_version_and_later_ones_are_taken(version: str) -> None:
    with fake_kibana(status=[(200, {"version": {"number": version}, "status": {}})]) as kibana:
        assert sent(kibana.url)[0] == f"Kibana {version} is ready at {kibana.url}"


@pytest.mark.parametrize(("answer", "expected"), [
    ((404, {}), "is no Kibana"), ((200, "<html>"), "is no Kibana"), ((401, {}), "put user:password@ into KIBANA_URL"),
])
def test_what_is_no_kibana_or_lets_nobody_in_is_not_waited_for(answer: tuple[int, object], expected: str) -> None:
    with fake_kibana(status=[answer]) as kibana:
        assert expected in failure(kibana)
    assert kibana.paths() == ["GET /api/status"]


def test_a_password_is_sent_and_never_shown() -> None:
    with fake_kibana(status=[(401, {})]) as kibana:
        url = kibana.url.replace("http://", "http://elastic:s3cret@")
        with pytest.raises(InstallError) as caught:
            sent(url)
    assert kibana.asked[0][1]["authorization"].startswith("Basic ")
    assert "s3cret" not in str(caught.value)


def test_a_connection_that_is_refused_is_one_line_after_the_bounded_wait() -> None:
    with pytest.raises(InstallError) as caught:
        sent(f"http://127.0.0.1:{free_ports(1)[0]}", wait_s=0.1)
    assert str(caught.value).startswith("no Kibana answers at http://127.0.0.1:")
    assert "\n" not in str(caught.value)


class TestCommand:
    def test_install_sends_what_the_seeds_say(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with fake_kibana() as kibana:
            monkeypatch.setenv("KIBANA_URL", kibana.url)
            result = CliRunner().invoke(build(), ["kibana", "install"])
        assert result.exit_code == 0, result.output
        assert f"{OBJECTS} objects imported" in result.stdout

    def test_a_failure_is_a_problem(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("KIBANA_URL", f"http://127.0.0.1:{free_ports(1)[0]}")
        monkeypatch.setenv("HARMATTAN_KIBANA_WAIT", "0")
        result = CliRunner().invoke(build(), ["kibana", "install"])
        assert isinstance(result.exception, Problem)

    @pytest.mark.parametrize(("name", "value"), [("KIBANA_URL", "kibana:5601"), ("HARMATTAN_KIBANA_WAIT", "soon")])
    def test_a_wrong_setting_is_a_problem_that_names_it(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        monkeypatch.setenv(name, value)
        result = CliRunner().invoke(build(), ["kibana", "install"])
        assert isinstance(result.exception, Problem)
        assert name in str(result.exception)

    def test_build_writes_the_file_of_the_repository(self) -> None:
        assert CliRunner().invoke(build(), ["kibana", "build"]).stdout == TEXT

    def test_check_finds_nothing(self) -> None:
        result = CliRunner().invoke(build(), ["kibana", "check"])
        assert (result.exit_code, result.stdout) == (0, f"{OBJECTS} objects and a rule: nothing found\n")
