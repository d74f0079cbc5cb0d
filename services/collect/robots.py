"""What sites ask of robots (RFC 9309), by protego; asked for once a day and host."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

from protego import Protego

from services.fetch.answer import Answer
from services.fetch.client import Client, Limits

KEPT_S, KEPT_FAILED_S = 24 * 3600.0, 900.0
REMEMBERED = 2000
LONGEST_DELAY_S = 30.0
# As RFC 9309 has them (2.3.1.2, 2.5): five redirects, and of a longer file its begin.
LIMITS = Limits(body=500 * 1024, seconds=15.0, redirects=5, begin=True)


@dataclass(frozen=True, slots=True)
class Rules:
    """Of one host. `problem` is set where it could not be asked, when nothing may be fetched."""

    parsed: Protego | None
    problem: str | None = None

    def forbid(self, address: str, agent: str) -> str | None:
        """None where the address may be fetched, else one line that says why not."""
        if self.problem:
            return self.problem
        if self.parsed is None or self.parsed.can_fetch(address, agent):
            return None
        return "robots.txt asks not to"

    def delay_s(self, agent: str) -> float:
        """The pause that the site asks for."""
        delay = self.parsed.crawl_delay(agent) if self.parsed else None
        return min(float(delay), LONGEST_DELAY_S) if delay else 0.0

    def sitemaps(self) -> tuple[str, ...]:
        """What the site names as such."""
        return tuple(self.parsed.sitemaps) if self.parsed else ()


def rules_of(answer: Answer) -> Rules:
    """An absent file, or one that only redirects, allows everything; a server that fails nothing (RFC 9309, 2.3.1)."""
    if answer.good:
        # the last line of what broke off may be half of one: "Disallow: /" of "Disallow: /private"
        body = answer.body[: answer.body.rfind(b"\n") + 1] if answer.cut else answer.body
        return Rules(Protego.parse(body.decode("utf-8-sig", "replace")))
    if 300 <= answer.status < 500 and answer.status != 429:
        return Rules(None)
    return Rules(None, f"its robots.txt could not be read ({answer.problem or answer.status})"[:200])


class Robots:
    """Remembers the rules of the hosts asked lately."""

    def __init__(self, client: Client, clock: Callable[[], float] = monotonic) -> None:
        self._client, self._clock = client, clock
        self._known: OrderedDict[str, tuple[float, Rules]] = OrderedDict()

    async def rules(self, address: str) -> Rules:
        """The rules for an http(s) address."""
        try:
            parts = urlsplit(address)
        except ValueError as error:
            return Rules(None, f"no address: {error}"[:200])
        root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        until, rules = self._known.get(root, (0.0, Rules(None)))
        if until <= self._clock():
            rules = rules_of(await self._client.get(f"{root}/robots.txt", limits=LIMITS))
            self._known[root] = (self._clock() + (KEPT_FAILED_S if rules.problem else KEPT_S), rules)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return rules
