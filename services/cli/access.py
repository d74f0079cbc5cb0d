"""`harmattan access`: who needs which rights, as a table, as Kafka's ACLs, as roles of Elasticsearch."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from kafka.admin import KafkaAdminClient

    from services.access import Role

app = typer.Typer(help="The rights that each service needs, and no more.", no_args_is_help=True)


@app.command()
def kafka(
    apply: Annotated[bool, typer.Option("--apply", help="make these ACLs at KAFKA_BOOTSTRAP")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
) -> None:
    """Print the ACLs of every user; with --apply, make them (what is there already stays)."""
    from services.access import roles

    for role in roles():
        for grant in role.grants:
            line = {"principal": f"User:{role.user}", "operation": grant.operation, grant.resource: grant.name}
            print(jsonlib.dumps(line) if json else f"{role.user:20} {grant.operation:8} {grant.resource} {grant.name}")
    if apply:
        print(f"{_apply(roles())} ACLs are in force")


@app.command()
def elasticsearch() -> None:
    """Print the role of every user, as JSON: the body of PUT /_security/role/NAME, or of an API key's role."""
    from services.access import roles

    print(jsonlib.dumps({role.user: role.descriptor() for role in roles() if role.indexes}, indent=2))


def _apply(roles: Iterable[Role]) -> int:
    from kafka.errors import KafkaError

    from services.cli.connections import connections
    from services.runtime import topics

    try:
        client = topics.admin(connections(), timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        return apply_acls(client, roles)
    except KafkaError as error:
        raise Problem(f"Kafka does not take the ACLs: {type(error).__name__} {error}".strip()) from None
    finally:
        client.close()


def apply_acls(client: KafkaAdminClient, roles: Iterable[Role]) -> int:
    """Makes them and returns how many. Raises KafkaError for the first that was refused."""
    from kafka.admin import ACL, ACLOperation, ACLPermissionType, ResourcePattern, ResourceType

    wanted: list[Any] = [
        ACL(
            f"User:{role.user}", "*", ACLOperation[grant.operation], ACLPermissionType.ALLOW,
            ResourcePattern(ResourceType[grant.resource.upper()], grant.name),
        )
        for role in roles for grant in role.grants
    ]
    done = client.create_acls(wanted)
    if done["failed"]:
        raise done["failed"][0]()
    return len(done["succeeded"])
