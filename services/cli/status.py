"""`harmattan status`: what was fed, what became of it, what still waits, which services run."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.accounting import Status
from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections


def command(json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False) -> None:
    """Show whether everything adds up; exit code 1 if it does not, or if a service is down or a channel dead."""
    from services.cli.connections import connections
    from services.cli.triaging import do
    from services.triage.channels import channels

    settings = connections()
    status = look(settings)
    found = do(channels, settings)
    now = datetime.now(UTC)
    problems = [*status.problems(), *(f"channel {one.name} {one.says()}" for one in found if one.is_dead(now))]
    if json:
        said = as_json(status, status.problems())
        said |= {"problems": problems, "channels": {one.name: one.says() for one in found}}
        print(jsonlib.dumps(said))
    else:
        notes = [f"channel {one.name} {one.says()}" for one in found if one.says() and not one.is_dead(now)]
        _table(status, problems, notes)
    if problems:
        raise typer.Exit(1)


def look(settings: Connections) -> Status:
    """The status now. Raises Problem."""
    from services import standing

    try:
        return standing.look(settings)
    except standing.UnknownError as error:
        raise Problem(str(error)) from None


def as_json(status: Status, problems: list[str]) -> dict[str, Any]:
    """The status as one JSON object."""
    outcomes = status.outcomes
    return {
        "fed": status.fed,
        **{name: getattr(outcomes, name) for name in ("indexed", "duplicate", "revised", "stale", "dead", "empty")},
        "in_flight": status.in_flight,
        "lag": status.lag,
        "services": {
            name: {"up": state.workers > 0, "workers": state.workers, "lag": dict(state.lag)}
            for name, state in status.services.items()
        },
        "adds_up": not problems,
        "problems": problems,
    }


def _table(status: Status, problems: Sequence[str], notes: Sequence[str]) -> None:
    from rich.markup import escape
    from rich.table import Table

    from services.cli import tables

    console = tables.console()
    outcomes = status.outcomes
    sums = Table(title="articles.raw", show_header=False)
    for name, value in (
        ("fed", status.fed), ("indexed", outcomes.indexed), ("duplicate", outcomes.duplicate),
        ("revised (newer text)", outcomes.revised), ("stale (older text, in history)", outcomes.stale),
        ("dead", outcomes.dead), ("empty (tombstones, blanks)", outcomes.empty), ("in flight", status.in_flight),
    ):
        sums.add_row(name, f"{value:,}")
    console.print(sums)
    services = Table("service", "workers", "lag", title="services")
    for name, state in status.services.items():
        lag = ", ".join(f"{topic} {value:,}" for topic, value in state.lag.items())
        services.add_row(name, str(state.workers) if state.workers else "[red]down[/red]", lag)
    console.print(services)
    for note in notes:
        console.print(f"[yellow]![/yellow] {escape(note)}")
    for problem in problems:
        console.print(f"[red]✗[/red] {escape(problem)}")
    if not problems:
        console.print("[green]✓[/green] everything adds up")
