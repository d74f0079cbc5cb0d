"""`harmattan kibana build|check|install`: data views, searches, dashboard and rule for a Kibana."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from deploy.kibana.checks.finding import Finding
    from deploy.kibana.install import Bundle

app = typer.Typer(help="Data views, saved searches, dashboard and rule for Kibana 8.19.", no_args_is_help=True)


@app.command("build")
def build(
    out: Annotated[Path | None, typer.Option(help="write there instead of on standard output")] = None,
) -> None:
    """Write the import file, for who imports it by hand (Stack Management, Saved Objects)."""
    text = _bundle().ndjson
    if out is None:
        print(text, end="")
        return
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise Problem(f"{out} cannot be written: {error.strerror}") from None


@app.command("check")
def check(
    live: Annotated[bool, typer.Option("--live", help="also ask Elasticsearch; it must hold documents")] = False,
) -> None:
    """Look for what Kibana would refuse or show empty; exit code 1 where something is found."""
    from deploy.kibana.checks import check as check_file
    from deploy.kibana.checks.rule import check as check_rule

    bundle = _bundle()
    findings = [*check_file(bundle.ndjson), *check_rule(bundle.rule)]
    if live and not findings:
        findings = _live(bundle)
    for finding in findings:
        print(finding)
    if findings:
        raise typer.Exit(1)
    print(f"{len(bundle.ndjson.splitlines())} objects and a rule: nothing found")


@app.command("install")
def install() -> None:
    """Import everything into the Kibana at KIBANA_URL; harmless when done again."""
    from deploy.kibana.install import InstallError
    from deploy.kibana.install import install as send
    from services.runtime.settings import KibanaSettings, SettingsError, read

    try:
        settings = read(KibanaSettings)
        send(settings.kibana_url, _bundle(), settings.wait_s, lambda line: print(line, flush=True))
    except (SettingsError, InstallError) as error:
        raise Problem(str(error)) from None


def _bundle() -> Bundle:
    from deploy.kibana.build import crises, ndjson
    from deploy.kibana.install import Bundle
    from deploy.kibana.kinds.data_views import DEFAULT
    from deploy.kibana.rule import rule
    from services.cli.connections import connections

    watched = crises(connections().seeds)
    if not watched:
        raise Problem(f"no crisis in {connections().seeds}: set HARMATTAN_SEEDS to the folder that holds them")
    return Bundle(ndjson(watched), rule(watched), DEFAULT.id)


def _live(bundle: Bundle) -> list[Finding]:
    from deploy.kibana.live import check as check_live
    from services.cli.connections import connections
    from services.cli.elastic import elasticsearch

    with elasticsearch(connections()) as client:
        def ask(method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
            headers = {"accept": "application/json", "content-type": "application/json"}
            answer: dict[str, Any] = client.perform_request(method, path, headers=headers, body=body).body
            return answer

        return check_live(bundle.ndjson, bundle.rule, ask, since="now-10y")
