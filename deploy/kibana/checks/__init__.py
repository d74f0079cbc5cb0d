"""What Kibana would refuse or show as an error, found without Kibana.

`check` needs nothing but the file. What only Elasticsearch can tell (are the fields there, do the panels get buckets,
are the questions read) is `live.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable

from deploy.kibana.checks import embedded, layout, lens, lines, names, versions
from deploy.kibana.checks.finding import Finding, Parsed

CHECKS: tuple[Callable[[list[Parsed]], list[Finding]], ...] = (
    lines.check, versions.check, embedded.check, names.check, layout.check, lens.check,
)


def check(text: str) -> list[Finding]:
    """Everything that is wrong with an import file, by the file alone."""
    objects, found = lines.parse(text)
    unreadable = embedded.check(objects)
    # names and panels cannot be looked at where they cannot be read
    checks = (lines.check, versions.check, embedded.check) if unreadable else CHECKS
    return [*found, *(finding for one in checks for finding in one(objects))]
