"""`harmattan gazetteer check|show|stats`: what the seeds know."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from schemas.gazetteer import Entity
    from services.enrich.read.seeds import Seeds

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Folder = Annotated[Path, typer.Option("--seeds", envvar="HARMATTAN_SEEDS", help="folder of the crises")]

app = typer.Typer(help="What the gazetteer knows, and whether it is sound.", no_args_is_help=True)


def _read(folder: Path) -> Seeds:
    from services.enrich.read.seeds import SeedError, read

    try:
        return read(folder)
    except SeedError as error:
        raise Problem(str(error)) from error


@app.command()
def check(seeds: Folder = SEEDS) -> None:
    """Read and compile all seeds; a wrong line is named with its file."""
    from services.collect import site_words
    from services.enrich.read.patterns import compile_seeds

    data = _read(seeds)
    try:
        site_words.load(seeds)
    except site_words.SeedFileError as error:
        raise Problem(str(error)) from error
    compiled = compile_seeds(data)
    typer.echo(
        f"sound: {len(data.crises)} crises, {len(data.entities)} entities, {len(data.events)} coups, "
        f"{len(compiled.patterns)} patterns"
    )


@app.command()
def show(name: str, seeds: Folder = SEEDS) -> None:
    """Show the entities that are written NAME, in any spelling, or have it as id."""
    from schemas.spelled import spellings
    from services.enrich.read.patterns import arabic_stem
    from services.enrich.text.fold import fold_name

    wanted = {fold_name(name), arabic_stem(name, "any")[0]}

    def written(entity: Entity) -> bool:
        texts = (entity.name, *entity.names, *entity.short, *entity.acronyms, *entity.local)
        return entity.id == name or any(arabic_stem(t, "any")[0] in wanted for text in texts for t in spellings(text))

    found = [e for e in _read(seeds).entities.values() if written(e)]
    if not found:
        raise Problem(f"no entity is written {name}")
    for entity in found:
        _show(entity)


def _show(entity: Entity) -> None:
    typer.echo(f"{entity.id}: {entity.name} ({entity.kind}{', never reported' if not entity.tag else ''})")
    for label in ("names", "short", "acronyms", "local", "demonyms", "signs"):
        if values := getattr(entity, label):
            typer.echo(f"  {label}: {', '.join(values)}")
    for role in entity.roles:
        typer.echo(f"  {role.since or '…'} to {role.until or '…'}: {role.role}")
    if entity.lat is not None:
        typer.echo(f"  at {entity.lat}, {entity.lon} ({entity.source})")
    if entity.wikidata:
        typer.echo(f"  wikidata: {entity.wikidata}")


@app.command()
def stats(seeds: Folder = SEEDS) -> None:
    """Count what there is."""
    data = _read(seeds)
    kinds = Counter(e.kind for e in data.entities.values() if e.tag)
    for kind, count in kinds.most_common():
        typer.echo(f"{kind:14} {count:5}")
    hidden = sum(not e.tag for e in data.entities.values())
    typer.echo(f"{'look-alikes':14} {hidden:5}  matched, never reported")
    typer.echo(f"{'with place':14} {sum(e.lat is not None for e in data.entities.values()):5}")
    typer.echo(f"{'with roles':14} {sum(bool(e.roles) for e in data.entities.values()):5}")
    typer.echo(f"{'coups':14} {len(data.events):5}")
    for cues in data.cues:
        typer.echo(f"{'cues ' + cues.language:14} {sum(len(v) for v in cues.cues.values()):5} lines")
