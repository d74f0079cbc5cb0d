"""Who needs which rights on the broker and on Elasticsearch, and no more: derived from services/pipeline.py. Pure.

`python -m services.access --write` puts the table into deploy/access.md; `harmattan access` prints and applies it.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from services.pipeline import (
    ALERT,
    ALERTS,
    ALERTS_INDEX,
    CRISIS,
    DEAD_INDEX,
    FRONTS,
    INDEX,
    INDEXES,
    RAW,
    SEARCHES_INDEX,
    SOURCE_STATES,
    SOURCES,
    STAGES,
    TOPICS,
    Index,
    Stage,
    Topic,
)

PAGE = Path(__file__).resolve().parents[1] / "deploy" / "access.md"
BEGIN, END = "<!-- made by python -m services.access -->\n", "<!-- end -->"

Operation = Literal["READ", "WRITE", "CREATE", "DESCRIBE"]

# What each kind of use of an index needs. Aliases are made with their index, which Elasticsearch calls managing it.
LOOK = ("read", "view_index_metadata", "maintenance")  # maintenance: to refresh, so that a count is exact
WORK = ("read", "write", "view_index_metadata", "maintenance")
MAKE = ("manage",)
KEEP_UP = ("manage", "read", "write")


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One line of Kafka's ACLs: `operation` on this topic or group, from any host."""

    resource: Literal["topic", "group"]
    name: str
    operation: Operation


@dataclass(frozen=True, slots=True)
class Role:
    """A user of the broker, and a role of the same name in Elasticsearch."""

    user: str
    does: str
    grants: tuple[Grant, ...]
    indexes: tuple[tuple[Index, tuple[str, ...]], ...] = ()
    cluster: tuple[str, ...] = ("monitor",)  # to ask for the version and the health

    def descriptor(self) -> dict[str, Any] | None:
        """The body of `PUT /_security/role/USER`, or of an API key's role; None for one that needs no index."""
        if not self.indexes:
            return None
        names: dict[tuple[str, ...], list[str]] = {}
        for index, privileges in self.indexes:
            # the alias, and the indexes behind it
            names.setdefault(privileges, []).extend((index.name, f"{index.name}-*"))
        return {
            "cluster": list(self.cluster),
            "indices": [{"names": found, "privileges": list(privileges)} for privileges, found in names.items()],
        }


def roles() -> tuple[Role, ...]:
    """Each service, and the people and programs beside them."""
    return (
        Role(
            "harmattan-setup", "makes topics and indexes: `harmattan setup`",
            _on(TOPICS, "CREATE", "DESCRIBE"), tuple((index, MAKE) for index in INDEXES),
        ),
        *(_service(stage) for stage in STAGES),
        Role("harmattan-feed", "any producer of articles: `harmattan feed`", _on((RAW,), "WRITE")),
        Role(
            "harmattan-reader", "`harmattan status`, `search`, `alerts`, `rules test`",
            _reading(), tuple((index, LOOK) for index in INDEXES),
        ),
        Role(
            "harmattan-operator", "the same, and what changes something: `dead replay`, `alerts ack`, `saved`",
            _sorted((*_reading(), *_on((topic for stage in STAGES for topic in stage.reads), "WRITE"))),
            _people((DEAD_INDEX, ALERTS_INDEX, SEARCHES_INDEX)),
        ),
        # people acknowledge alerts there; its health page tells where everything stands, and which sources are lost
        *(
            Role(
                f"harmattan-{one.name}", one.does, _sorted((*_watching(), *_on((SOURCES, SOURCE_STATES), "READ"))),
                _people((ALERTS_INDEX,)),
            )
            for one in FRONTS
        ),
        Role(
            "harmattan-upkeep", "`harmattan upkeep`: snapshots, restoring, rebuilding",
            _sorted((
                *_on(INDEX.reads, "READ"), Grant("group", INDEX.group, "READ"), Grant("group", ALERT.group, "DESCRIBE"),
            )),
            tuple((index, KEEP_UP) for index in INDEXES),
            # repositories and restoring have no smaller privilege
            ("monitor", "manage"),
        ),
    )


def _service(stage: Stage) -> Role:
    grants = (
        *_on((*stage.reads, *stage.rereads, *stage.keeps), "READ"), *_on((*stage.writes, *stage.keeps), "WRITE"),
        Grant("group", stage.group, "READ"),
    )
    indexes = (*((index, WORK) for index in stage.indexes), *((index, LOOK) for index in stage.looks_at))
    return Role(stage.group, stage.does, _sorted(grants), indexes)


def _people(changed: Collection[Index]) -> tuple[tuple[Index, tuple[str, ...]], ...]:
    """All indexes to look at, and these to change."""
    return tuple((index, WORK if index in changed else LOOK) for index in INDEXES)


def _watching() -> tuple[Grant, ...]:
    """To tell where everything stands."""
    groups = (Grant("group", stage.group, "DESCRIBE") for stage in STAGES)
    return _sorted((*_on(TOPICS, "DESCRIBE"), *groups))


def _reading() -> tuple[Grant, ...]:
    """And to follow alerts, and to try rules on what came in."""
    return _sorted((*_watching(), *_on((ALERTS, CRISIS), "READ")))


def _on(topics: Iterable[Topic], *operations: Operation) -> tuple[Grant, ...]:
    # READ and WRITE bring DESCRIBE with them
    return _sorted(Grant("topic", topic.name, operation) for topic in topics for operation in operations)


def _sorted(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    return tuple(sorted(set(grants)))


def table() -> str:
    """One row a user."""
    lines = ["| user | for | Kafka | Elasticsearch |", "|---|---|---|---|"]
    for role in roles():
        kafka = "<br>".join(f"{one.operation} {one.resource} `{one.name}`" for one in role.grants)
        elastic = "<br>".join(f"`{index.name}`: {', '.join(rights)}" for index, rights in role.indexes) or "none"
        more = "" if role.cluster == ("monitor",) else f"<br>cluster: {', '.join(role.cluster)}"
        lines.append(f"| `{role.user}` | {role.does} | {kafka} | {elastic}{more} |")
    return "\n".join(lines) + "\n"


def with_table(text: str) -> str:
    """The page with its table made anew; ValueError where the marks are missing."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return text[:start] + table() + text[end:]


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
    else:
        print(table())
