"""What goes out to strangers, made from the settings; the service and the commands ask by the same rules."""

from __future__ import annotations

from collections.abc import Callable

from services.collect.local import roots_of
from services.collect.pace import Pace
from services.collect.poller import Outside, Reads
from services.collect.robots import Robots
from services.fetch.allowed import Allowed
from services.fetch.client import Client, Limits
from services.fetch.hosts import Hosts
from services.fetch.network import GuardedNetwork, GuardedTransport
from services.runtime.settings import CollectSettings

# by which robots.txt may name us too, with or without the number
NAME = "Harmattan/1"


def outside(settings: CollectSettings, reader: Reads, now: Callable[[], int]) -> Outside:
    """A guarded client, and what hangs on it. Close the client in the end."""
    network = GuardedNetwork(Allowed.parse(settings.allow))
    client = Client(
        GuardedTransport(network), agent(settings.contact), Hosts(settings.host_pause_s),
        Limits(body=settings.max_body, seconds=settings.timeout_s),
    )
    pace = Pace(settings.shortest_s, max(settings.longest_s, settings.shortest_s))
    return Outside(client, reader, Robots(client), now, NAME, pace, roots_of(settings.folders))


def agent(contact: str) -> str:
    """The name that stands in the logs of those who are asked."""
    return f"{NAME} (news watch; {f'+{contact}' if contact else 'its operator gave no contact'})"
