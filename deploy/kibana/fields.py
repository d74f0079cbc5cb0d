"""Fields by the names and types of the index mapping, so that an object cannot name one that is not there."""

from __future__ import annotations

from typing import Any

from services.elastic.mapping import MAPPINGS

# type of a field in Elasticsearch -> what Kibana calls it
_KIBANA_TYPES = {
    "keyword": "string", "text": "string", "date": "date", "boolean": "boolean", "geo_point": "geo_point",
    "integer": "number", "long": "number",
}


class FieldError(ValueError):
    """No such field, or one that Kibana's panels cannot see."""


def elastic_type(alias: str, field: str) -> str:
    """The field's type in the mapping behind `alias`. Raises FieldError where it is missing."""
    properties: dict[str, Any] = MAPPINGS[alias]["properties"]
    found: dict[str, Any] = {}
    for part in field.split("."):
        if part not in properties:
            raise FieldError(f"{alias} has no field {field}")
        found = properties[part]
        properties = found.get("properties", {})
    return str(found["type"])


def kibana_type(alias: str, field: str) -> str:
    """What Lens calls the type of the field."""
    return _KIBANA_TYPES[elastic_type(alias, field)]


def shown(alias: str, *fields: str) -> list[str]:
    """Those fields as the columns of a table, all of which exist."""
    for field in fields:
        elastic_type(alias, field)
    return list(fields)
