"""`python -m schemas.export`: the messages as JSON Schema, for whoever reads or writes a topic in another language."""

from __future__ import annotations

import json
from pathlib import Path

from schemas.alert import Alert
from schemas.dead_letter import DeadLetter
from schemas.decision import Decision
from schemas.enriched import EnrichedArticle
from schemas.message import Message
from schemas.normalized import NormalizedArticle
from schemas.notice import Notice
from schemas.raw import RawArticle
from schemas.source import Source
from schemas.source_state import SourceState
from schemas.story import Story

# every message on a topic or to a webhook, by the name of its schema and of its folder of examples
MESSAGES: dict[str, type[Message]] = {
    "raw": RawArticle,
    "normalized": NormalizedArticle,
    "enriched": EnrichedArticle,
    "dead_letter": DeadLetter,
    "alert": Alert,
    "decision": Decision,
    "notice": Notice,
    "story": Story,
    "source": Source,
    "source_state": SourceState,
}

FOLDER = Path(__file__).parent / "json"


def as_text(message: type[Message]) -> str:
    """The JSON Schema of a message, as its file holds it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **message.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Writes all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, message in MESSAGES.items():
        (FOLDER / f"{name}.json").write_text(as_text(message), "utf-8")


if __name__ == "__main__":
    main()
