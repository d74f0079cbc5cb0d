"""Group 1: lines parse, each object stands there once, and every object that one refers to is there too.

The import itself looks only for missing data views and searches.
"""

from __future__ import annotations

import json
from collections import Counter

from deploy.kibana.checks.finding import Finding, Parsed, named

_KEYS = {
    "type", "id", "attributes", "references", "managed", "coreMigrationVersion", "typeMigrationVersion",
}


def parse(text: str) -> tuple[list[Parsed], list[Finding]]:
    """The objects of the file, and the lines that hold none."""
    objects, found = [], []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            one = json.loads(line)
        except ValueError as error:
            found.append(Finding(f"line {number}", f"no JSON: {error}"))
            continue
        if isinstance(one, dict) and set(one) == _KEYS:
            objects.append(one)
        else:
            keys = sorted(set(one) ^ _KEYS) if isinstance(one, dict) else type(one).__name__
            found.append(Finding(f"line {number}", f"no saved object, missing or too much: {keys}"))
    return objects, found


def check(objects: list[Parsed]) -> list[Finding]:
    """Doubles and references to what is not in the file."""
    count = Counter((one["type"], one["id"]) for one in objects)
    found = [Finding(f"{kind} {name}", f"stands there {times} times") for (kind, name), times in count.items()
             if times > 1]
    for one in objects:
        for reference in one["references"]:
            if (reference["type"], reference["id"]) not in count:
                found.append(Finding(named(one), f"refers to {reference['type']} {reference['id']}, not in the file"))
    return found
