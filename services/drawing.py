"""The README's drawing and tables, made from services/pipeline.py: `python -m services.drawing [--write]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from services.elastic.mapping import MAPPINGS, Field
from services.pipeline import DAY_MS, DEAD, FRONTS, INDEXES, MIB, STAGES, TOPICS, Topic

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- made by python -m services.drawing -->\n", "<!-- end -->"
BEGIN_FIELDS, END_FIELDS = "<!-- fields, made by python -m services.drawing -->\n", "<!-- end of fields -->"


def draw() -> str:
    """A mermaid flow chart of the articles' way, and a table each of services, topics and indexes."""
    lines = ["```mermaid", "flowchart LR", "  producer([your producer, harmattan feed]) --> articles.raw"]
    for stage in STAGES:
        lines.append(f'  {stage.name}["{stage.name}"]')
        lines += [f"  {topic.name} --> {stage.name}" for topic in stage.reads]
        # every service may write dead letters; the table says so, the drawing stays readable
        lines += [f"  {stage.name} --> {topic.name}" for topic in stage.writes if topic is not DEAD]
        lines += [f"  {stage.name} <--> {topic.name}" for topic in stage.keeps]
        lines += [f"  {stage.name} --> {index.name}[({index.name})]" for index in stage.indexes]
    for front in FRONTS:
        lines.append(f'  {front.name}["{front.name}"]')
        lines += [f"  {index.name} --> {front.name}" for index in front.shows]
    lines += ["```", "", "| service | does | reads | writes | port |", "|---|---|---|---|---|"]
    for stage in STAGES:
        names = [topic.name for topic in (*stage.writes, *stage.keeps)] + [index.name for index in stage.indexes]
        writes = [f"`{name}`" for name in names]
        reads = ", ".join(f"`{topic.name}`" for topic in stage.reads)
        lines.append(f"| `{stage.name}` | {stage.does} | {reads} | {', '.join(writes)} | {stage.port} |")
    for front in FRONTS:
        shows = ", ".join(f"`{index.name}`" for index in front.shows)
        lines.append(f"| `{front.name}` | {front.does} | {shows} | | {front.port} |")
    lines += ["", "| topic | holds | key | partitions | kept | largest message |", "|---|---|---|---|---|---|"]
    for topic in TOPICS:
        size = f"{topic.max_message_bytes // MIB} MiB"
        lines.append(f"| `{topic.name}` | {topic.holds} | {topic.key} | {topic.partitions} | {_kept(topic)} | {size} |")
    lines += ["", "| index (alias) | holds | id |", "|---|---|---|"]
    lines += [f"| `{index.name}` | {index.holds} | {index.id} |" for index in INDEXES]
    return "\n".join(lines) + "\n"


def _kept(topic: Topic) -> str:
    if topic.retention_ms < 0:
        return "for ever, the last of each key" if topic.compact else "for ever"
    return f"{topic.retention_ms // DAY_MS} days"


def fields() -> str:
    """One table of every field that can be searched, filtered or counted by, and the indexes that have it."""
    found: dict[tuple[str, str], list[str]] = {}
    shown: dict[str, list[str]] = {}
    for index in INDEXES:
        short = index.name.removeprefix("harmattan-")
        for name, field in _flat("", MAPPINGS[index.name]["properties"]):
            kind = _kind(field)
            if kind:
                found.setdefault((name, kind), []).append(short)
            else:
                shown.setdefault(name, []).append(short)
    lines = ["| field | type | in |", "|---|---|---|"]
    lines += [f"| `{name}` | {kind} | {', '.join(places)} |" for (name, kind), places in sorted(found.items())]
    return "\n".join(lines) + f"\n\nOnly shown, never searched: {', '.join(f'`{name}`' for name in sorted(shown))}.\n"


def _flat(path: str, properties: dict[str, Field]) -> Iterator[tuple[str, Field]]:
    for name, field in properties.items():
        if "properties" in field:
            yield from _flat(f"{path}{name}.", field["properties"])
        else:
            yield path + name, field


def _kind(field: Field) -> str:
    """Type as Elasticsearch has it; nothing where it is only kept."""
    kind = str(field.get("type", "object"))
    if field.get("enabled") is False or (field.get("index") is False and field.get("doc_values") is False):
        return ""
    if kind == "text":
        return f"text ({field['analyzer'].removeprefix('harmattan_')})"
    return f"{kind}, not counted by" if field.get("doc_values") is False else kind


def with_drawing(text: str) -> str:
    """The README with its drawing and its tables made anew; ValueError where the marks are missing."""
    for begin, end, made in ((BEGIN, END, draw()), (BEGIN_FIELDS, END_FIELDS, fields())):
        start, rest = text.index(begin) + len(begin), text.index(end)
        text = text[:start] + made + text[rest:]
    return text


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        README.write_text(with_drawing(README.read_text("utf-8")), "utf-8")
    else:
        print(draw(), fields(), sep="\n")
