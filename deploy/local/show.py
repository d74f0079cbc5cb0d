"""The demo's story: feed the samples, wait until each is searchable, show what was found and what alerted."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel

from deploy.local.download import Say
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack
from schemas.alert import Alert
from schemas.normalized import NormalizedArticle
from schemas.record import Record
from services import standing
from services.alert.text import as_text
from services.article.normalize import handle
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX

# seconds; only a machine that others use as well needs more than one minute
PATIENCE_S = 180.0


def show_samples(stack: LocalStack, samples: Sequence[Path], say: Say, logs: str = "") -> None:
    """Raises StackError where an article does not become searchable, or no alert fires, in time.

    `logs` is where a person finds them, if it is not the stack's own folder.
    """
    from services.cli.feed import feed
    from services.elastic.client import client as elasticsearch

    ids = [_article_id(path) for path in samples]
    say(f"\nfeeding {len(samples)} sample articles")
    begun = time.monotonic()
    feed([str(path) for path in samples], stack.connections)
    console = Console()
    with elasticsearch(stack.connections) as client:
        found = _wait(client, ARTICLES_INDEX.name, {"ids": {"values": ids}}, len(ids))
        # how many alerts there are is for the stories to decide: two articles of one story are one
        _settled(stack)
        fired = _wait(client, ALERTS_INDEX.name, {"terms": {"article_id": ids}}, 1)
        say(f"all {len(ids)} searchable, {len(fired)} alerts, {time.monotonic() - begun:.1f} s after feeding\n")
        for hit in found:
            console.print(_article(hit))
        for hit in fired:
            alert = Alert.model_validate(hit["_source"])
            console.print(Panel(escape(as_text(alert)), title="ALERT", border_style="red"))
    say(_next_steps(stack, logs or str(stack.log)))


def _article_id(path: Path) -> str:
    [send] = handle([Record("articles.raw", 0, 0, int(time.time() * 1000), None, path.read_bytes())], "demo").sends
    return NormalizedArticle.model_validate_json(send.value).id


def _wait(client: Any, index: str, query: dict[str, Any], wanted: int) -> list[dict[str, Any]]:
    end = time.monotonic() + PATIENCE_S
    hits: list[dict[str, Any]] = []
    while time.monotonic() < end:
        hits = client.search(index=index, size=100, query=query)["hits"]["hits"]
        if len(hits) >= wanted:
            return hits
        time.sleep(0.2)
    raise StackError(f"{len(hits)} of {wanted} documents in {index} after {PATIENCE_S:.0f} s; see `harmattan status`")


def _settled(stack: LocalStack) -> None:
    """Returns when no service has anything before it. Raises StackError where that takes too long."""
    end, why = time.monotonic() + PATIENCE_S, "something is under way"
    while time.monotonic() < end:
        try:
            status = standing.look(stack.connections)
        except standing.UnknownError as error:
            why = str(error)
        else:
            if not status.in_flight and not status.lag:
                return
        time.sleep(0.5)
    raise StackError(f"after {PATIENCE_S:.0f} s {why}; see `harmattan status`")


def _article(hit: dict[str, Any]) -> Panel:
    source = hit["_source"]
    content = next(iter(source["text"].values()), "")
    lines = [f"[bold]{escape(source.get('title') or content[:100])}[/bold]"]
    for coup in source.get("coups", [])[:3]:
        start, end = coup["evidence"]["start"], coup["evidence"]["end"]
        passage = (
            escape(content[max(0, start - 80) : start]) + f"[reverse]{escape(content[start:end])}[/reverse]"
            + escape(content[end : end + 80])
        ).replace("\n", " ")
        lines.append(f"… {passage} …")
        lines.append(f"[yellow]coup mention[/yellow] {coup['event']}: {coup['type']}, {coup['status']}")
    for label, field in (("people", "people"), ("organisations", "organisations"), ("places", "places")):
        if names := source.get(field):
            lines.append(f"[cyan]{label}[/cyan] {escape(', '.join(names))}")
    about = f"{source['language']} · {source.get('source', 'no source')} · {source.get('published', 'no date')}"
    return Panel("\n".join(lines), title=escape(about), border_style="green")


def _next_steps(stack: LocalStack, logs: str) -> str:
    return f"""
Where to look next
  {stack.desk_address + '/':<52} the desk, in a browser
  .venv/bin/harmattan search "Bazoum" --language fr    search from the shell
  .venv/bin/harmattan alerts --follow                  wait for alerts
  .venv/bin/harmattan feed FILE                        feed your own article
  .venv/bin/harmattan status                           does everything add up
  {stack.elasticsearch_address}/{ARTICLES_INDEX.name}/_search?q=entity_names:Niamey
  logs: {logs}
make down stops everything, make clean removes its data."""
