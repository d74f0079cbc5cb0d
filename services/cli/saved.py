"""`harmattan saved list|remove`: searches that were given a name with `harmattan search … --save NAME`."""

from __future__ import annotations

from typing import Annotated

import typer

from services.cli.problem import Problem
from services.cli.tables import console

app = typer.Typer(help="Searches that were given a name (harmattan search … --save NAME).", no_args_is_help=True)


@app.command("list")
def list_searches(json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False) -> None:
    """List them by name."""
    from services.cli.searching import searching

    page = searching(lambda desk: desk.shelf.all())
    if json:
        for saved in page.searches:
            print(saved.model_dump_json(exclude_defaults=True))
        return
    from rich.table import Table

    table = Table("name", "search", "saved", title=f"{page.total} saved searches")
    for saved in page.searches:
        asked = saved.search.model_dump(exclude_defaults=True)
        text = asked.pop("q", "")
        filters = " ".join(f"{name}={value}" for name, value in asked.items())
        table.add_row(saved.name, f"{text} {filters}".strip(), f"{saved.saved:%Y-%m-%d %H:%M}")
    console().print(table)


@app.command()
def remove(name: str) -> None:
    """Remove one; its feed is gone with it."""
    from services.cli.searching import searching

    if not searching(lambda desk: desk.shelf.remove(name)):
        raise Problem(f"there is no saved search {name}; see: harmattan saved list")
    print(f"removed {name}")
