"""The README's drawing and tables, made from services/pipeline.py: `python -m services.drawing [--write]`."""

from __future__ import annotations

import sys
from pathlib import Path

from services.pipeline import DAY_MS, DEAD, INDEXES, MIB, STAGES, TOPICS, Topic

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN, END = "<!-- made by python -m services.drawing -->\n", "<!-- end -->"


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
    lines += ["```", "", "| service | does | reads | writes | port |", "|---|---|---|---|---|"]
    for stage in STAGES:
        names = [topic.name for topic in (*stage.writes, *stage.keeps)] + [index.name for index in stage.indexes]
        writes = [f"`{name}`" for name in names]
        reads = ", ".join(f"`{topic.name}`" for topic in stage.reads)
        lines.append(f"| `{stage.name}` | {stage.does} | {reads} | {', '.join(writes)} | {stage.port} |")
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


def with_drawing(text: str) -> str:
    """The README with its drawing made anew; ValueError where the marks are missing."""
    start, rest = text.index(BEGIN) + len(BEGIN), text.index(END)
    return text[:start] + draw() + text[rest:]


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        README.write_text(with_drawing(README.read_text("utf-8")), "utf-8")
    else:
        print(draw())
