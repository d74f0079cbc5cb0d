"""The OpenAPI document, made from the models that answer. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from schemas.search import Complaint, SavedSearches
from services.api.asked import several
from services.api.endpoints import ENDPOINTS, Endpoint

Json = dict[str, Any]
_REF = "#/components/schemas/{model}"
_WRONG = {
    400: "The request cannot be read, or Elasticsearch cannot answer it",
    404: "There is none of that id",
    405: "Only GET and HEAD",
    503: "Elasticsearch is away, or has no such index yet",
}


def document(version: str, feeds: Iterable[Json] = ()) -> Json:
    """`feeds` are path items, by their path under `path`."""
    models: list[type[BaseModel]] = [Complaint, SavedSearches]
    models += [model for one in ENDPOINTS for model in (one.asked, one.answer) if model]
    _, schemas = models_json_schema([(model, "serialization") for model in dict.fromkeys(models)], ref_template=_REF)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Harmattan",
            "version": version,
            "summary": "Searches of the news of a political crisis, as JSON",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {one.path: {"get": _operation(one)} for one in ENDPOINTS} | {
            feed["path"]: {"get": feed["get"]} for feed in feeds
        },
        "components": {"schemas": schemas.get("$defs", {})},
    }


def parameters(model: type[BaseModel]) -> list[Json]:
    """The query string's parameters."""
    schema = model.model_json_schema(ref_template=_REF)
    out: list[Json] = []
    for name, field in model.model_fields.items():
        own = _no_zero_bytes(schema["properties"][name])
        own.pop("title", None)
        description = own.pop("description", None)
        parameter: Json = {"name": name, "in": "query", "schema": own}
        if description:
            parameter["description"] = description
        if several(field):
            parameter |= {"style": "form", "explode": True}
        out.append(parameter)
    return out


def _no_zero_bytes(schema: Any) -> Any:
    """The schema, saying of every text in it what services.api.asked refuses."""
    if isinstance(schema, list):
        return [_no_zero_bytes(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    out = {name: _no_zero_bytes(value) for name, value in schema.items()}
    if out.get("type") == "string" and not out.keys() & {"enum", "pattern", "const"}:
        out["pattern"] = r"^[^\u0000]*$"
    return out


def json_of(model: type[BaseModel]) -> Json:
    """The content of an answer that is this model."""
    return {"application/json": {"schema": {"$ref": _REF.format(model=model.__name__)}}}


def answers(content: Json, wrong: Iterable[int]) -> Json:
    """A 200 and what can go wrong."""
    complaint = json_of(Complaint)
    good: Json = {"200": {"description": "Found", "content": content}}
    return good | {str(status): {"description": _WRONG[status], "content": complaint} for status in wrong}


def _operation(one: Endpoint) -> Json:
    in_path = [{
        "name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1, "maxLength": 64},
    }]
    return {
        "summary": one.summary,
        "operationId": one.ask.__name__,
        "parameters": parameters(one.asked) if one.asked else in_path,
        "responses": answers(json_of(one.answer), (400, 503) if one.asked else (404, 503)),
    }
