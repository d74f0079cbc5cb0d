"""A query string becomes a model, or one sentence that says what is wrong with it. Pure."""

from __future__ import annotations

import types
from collections.abc import Iterable
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

Model = TypeVar("Model", bound=BaseModel)


class BadRequestError(ValueError):
    """One sentence for whoever asked."""


def asked(model: type[Model], pairs: Iterable[tuple[str, str]]) -> Model:
    """The model of a query string's names and values; a name may stand several times where there may be several.

    A text that is empty counts as not given, as a form sends it. Raises BadRequestError.
    """
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name not in model.model_fields:
            known = ", ".join(model.model_fields)
            raise BadRequestError(f"there is no parameter {_short(name)}; there are {known}")
        if value == "" and _is_text(model.model_fields[name]):
            continue
        if "\x00" in value:
            raise BadRequestError(f"{name} has a zero byte in it")
        if several(model.model_fields[name]):
            values.setdefault(name, []).append(value)
        elif name in values:
            raise BadRequestError(f"{name} is given more than once")
        else:
            values[name] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise BadRequestError(_sentence(error)) from None


def several(field: FieldInfo) -> bool:
    """Whether a parameter may stand several times."""
    return any(get_origin(option) is tuple for option in _options(field))


def _is_text(field: FieldInfo) -> bool:
    return any(str in (option, *get_args(option)[:1]) for option in _options(field))


def _options(field: FieldInfo) -> tuple[Any, ...]:
    kind = field.annotation
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    given = f"={_short(str(first['input']))}" if first["type"] != "too_long" else ""
    message = first["msg"][0].lower() + first["msg"][1:]
    return f"{first['loc'][0]}{given}: {message}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
