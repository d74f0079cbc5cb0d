"""A file of the seeds as a checked model. What is wrong in it is one line of complaint that names file and line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# pydantic speaks of tuples and inputs to whoever wrote YAML
_PLAIN = {
    "tuple_type": "should be a list, such as [a, b]",
    "dict_type": "should be names with values",
    "model_type": "should be names with values",
    "extra_forbidden": "there is no such setting",
}


class SeedFileError(Exception):
    """`path:line: what is wrong`, one line; without a line where the file cannot be read at all."""

    def __init__(self, path: Path, line: int, says: str) -> None:
        self._line, self._says = line, " ".join(says.split())[:300]
        super().__init__(self.at(path))

    def at(self, place: Path | str) -> str:
        """The complaint about a file that is shown by another name."""
        return f"{place}:{self._line}: {self._says}" if self._line else f"{place}: {self._says}"


def parse(path: Path, model: type[Model], *, may_be_empty: bool = False) -> Model:
    """One YAML file as `model`; an empty one as the model without values where that is allowed.

    Raises SeedFileError.
    """
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise SeedFileError(path, 1, f"not UTF-8 ({error.reason})") from error
    except OSError as error:
        raise SeedFileError(path, 0, f"cannot be read: {error.strerror}") from error
    except (ValueError, OverflowError, RecursionError) as error:  # a date that there is not, aliases within themselves
        raise SeedFileError(path, 1, f"not to be read: {error}") from error
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or "not YAML"
        context = getattr(error, "context", None)
        raise SeedFileError(
            path, mark.line + 1 if mark else 1, f"{context}: {problem}" if context else problem
        ) from error
    if (doubled := _doubled_key(node)) is not None:
        raise SeedFileError(path, doubled[1], f"{doubled[0]} stands twice")
    try:
        return model.model_validate({} if data is None and may_be_empty else data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        says = _PLAIN.get(first["type"], first["msg"].removeprefix("Value error, "))
        raise SeedFileError(path, _line(node, first["loc"]), f"{where}: {says}" if where else says) from error


def _line(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    line = 1
    for part in loc:
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _doubled_key(node: yaml.Node | None) -> tuple[str, int] | None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                return key.value, key.start_mark.line + 1
            seen.add(key.value)
            if (found := _doubled_key(value)) is not None:
                return found
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if (found := _doubled_key(item)) is not None:
                return found
    return None
