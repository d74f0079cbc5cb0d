"""The messages between services: examples, JSON Schema, versions."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from pydantic import ValidationError

import schemas
from schemas.export import FOLDER, MESSAGES, as_text
from schemas.message import Message
from services.pipeline import TOPICS

EXAMPLES = Path(schemas.__file__).parent / "examples"
GOOD = sorted(EXAMPLES.glob("*/good-*.json"))
BAD = sorted(EXAMPLES.glob("*/bad-*.json"))


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_a_good_example_is_read_and_survives_being_written(path: Path) -> None:
    kind = MESSAGES[path.parent.name]
    message = kind.model_validate_json(path.read_bytes())
    assert kind.model_validate_json(message.model_dump_json()) == message


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_example_is_refused(path: Path) -> None:
    with pytest.raises(ValidationError):
        MESSAGES[path.parent.name].model_validate_json(path.read_bytes())


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_has_good_and_bad_examples_and_nothing_else(message: str) -> None:
    found = [path.name for path in (EXAMPLES / message).iterdir()]
    assert any(one.startswith("good-") for one in found)
    assert any(one.startswith("bad-") for one in found)
    assert all(one.startswith(("good-", "bad-")) and one.endswith(".json") for one in found)
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(MESSAGES)


@pytest.mark.parametrize("message", [one for one in MESSAGES if one != "raw"])
def test_a_newer_minor_version_is_read_and_a_newer_major_one_refused(message: str) -> None:
    folder = EXAMPLES / message
    read = MESSAGES[message].model_validate_json((folder / "good-newer-minor.json").read_bytes())
    assert read.model_dump()["schema_version"] != "1.0"
    with pytest.raises(ValidationError, match="another major version"):
        MESSAGES[message].model_validate_json((folder / "bad-newer-major.json").read_bytes())


@pytest.mark.parametrize("message", MESSAGES)
def test_the_json_schema_in_the_repository_is_current(message: str) -> None:
    assert (FOLDER / f"{message}.json").read_text("utf-8") == as_text(MESSAGES[message]), "python -m schemas.export"


def test_no_json_schema_is_left_over() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(MESSAGES)


def test_every_message_that_a_topic_holds_is_exported() -> None:
    held = {topic.holds for topic in TOPICS if topic.holds.startswith("schemas.")}
    assert held <= {f"{kind.__module__}.{kind.__name__}" for kind in MESSAGES.values()}


def test_every_versioned_message_is_exported() -> None:
    for module in pkgutil.iter_modules(schemas.__path__):
        importlib.import_module(f"schemas.{module.name}")

    def below(kind: type[Message]) -> set[type[Message]]:
        return {kind}.union(*(below(one) for one in kind.__subclasses__()))

    assert {kind for kind in below(Message) if "schema_version" in kind.model_fields} <= set(MESSAGES.values())


def test_a_message_cannot_be_changed() -> None:
    message = MESSAGES["raw"].model_validate({"title": "Niger"})
    with pytest.raises(ValidationError, match="frozen"):
        message.title = "Mali"  # type: ignore[attr-defined]  # what the test is about
