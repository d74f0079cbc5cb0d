"""`seeds/world/pages/*.yaml`: words that sites write around their articles, or in their place, in four languages.

Each is a regular expression, read without regard to capitals; a blank in it is any white space. None refers to its own
groups: many of them are one pattern in the end.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, field_validator

from schemas.gazetteer import SeedModel

_ESCAPED = re.compile(r"\\.")
# what a form of counters stands for, by its name
_LISTS = ("counted", "labels", "few")
_STANDS_FOR = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"(?<!\\)(?:\\\\)*(?:\\[1-9]|\(\?(?:P|\())")


def compiled(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Any of them, as one pattern; nothing, where there are none. Raises re.error."""
    either = "|".join(text.replace(" ", r"\s") for text in texts)
    return re.compile(f"(?:{either})" if texts else r"\b\B", re.IGNORECASE)


def _sound(text: str) -> str:
    if _GROUP.search(text):
        raise ValueError(f"{text[:60]!r} names or numbers a group, and others stand beside it")
    try:
        pattern = compiled((text,))
    except (re.error, OverflowError) as error:
        raise ValueError(f"{text[:60]!r} is no regular expression: {error}") from None
    if pattern.fullmatch(""):
        raise ValueError(f"{text[:60]!r} says nothing: it is found where nothing stands")
    return text


Words = Annotated[str, AfterValidator(_sound)]


class Notice(SeedModel):
    """One kind of what servers show in the place of a page.

    - `heads`: headlines that say so alone; `hints`: those that do beside something else.
    - `says`: sentences at the begin of a text. `anyhow`: below whatever headline one is enough.
    - `for-now`: the page itself may come another time.
    - `reason`: the line that is shown to people.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    reason: Annotated[str, Field(min_length=1, max_length=200)]
    for_now: Annotated[bool, Field(alias="for-now")] = True
    anyhow: bool = False
    heads: Annotated[tuple[Words, ...], Field(min_length=1)]
    says: tuple[Words, ...] = ()
    hints: tuple[Words, ...] = ()


class Notices(SeedModel):
    """`notices.yaml`. Of two kinds that are as likely the first is told."""

    notices: Annotated[tuple[Notice, ...], Field(min_length=1)]


class Around(SeedModel):
    """`around.yaml`: what leads on to other articles within the text of one.

    - `also`: how a line begins that says so; `hints`: letters of which each of these has some, looked for first.
    - Hints and lines are written in small letters, in which they are looked for.
    - `lines`: what sells and what asks to share, where a line or a paragraph is nothing else.
    - `tags`: what stands before the tags of an article.
    - `cut-off`: what the end of a text says that is not there to its end.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    hints: Annotated[tuple[Words, ...], Field(min_length=1)]
    also: Annotated[tuple[Words, ...], Field(min_length=1)]
    lines: tuple[Words, ...] = ()
    tags: Annotated[tuple[Words, ...], Field(min_length=1)]
    cut_off: Annotated[tuple[Words, ...], Field(alias="cut-off")] = ()

    @field_validator("hints", "lines")
    @classmethod
    def _small(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        for text in given:
            if _ESCAPED.sub("", text) != _ESCAPED.sub("", text).lower():
                raise ValueError(f"{text[:60]!r} has capitals, so that it would never be found")
        return given

    @field_validator("also")
    @classmethod
    def _hinted(cls, given: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        hints = info.data.get("hints") or ()
        for text in given:
            # by their letters: what is optional in a line is for who writes it to think of
            if hints and not any(hint.strip(" ?") in text for hint in hints):
                raise ValueError(f"{text[:60]!r} has none of the hints, so that it would never be looked for")
        return given


class Counters(SeedModel):
    """`counters.yaml`: what software counts beside a text, and how long ago it says that the text came.

    - `counted`: what is; `labels`: what stands before a number, beside these; `few`: numbers that are words.
    - `forms`: how it is told, in which {counted}, {labels} and {few} stand for these and {number} for digits. The first
      that fits is taken.
    - `hints`: letters of which each form without digits has some, looked for first.
    - `dates`: words beside a date that is another each time, with what dates have.
    """

    counted: Annotated[tuple[Words, ...], Field(min_length=1)]
    labels: Annotated[tuple[Words, ...], Field(min_length=1)]
    few: Annotated[tuple[Words, ...], Field(min_length=1)]
    forms: Annotated[tuple[Words, ...], Field(min_length=1)]
    hints: Annotated[tuple[str, ...], Field(min_length=1)]
    dates: tuple[str, ...] = ()

    @field_validator("forms")
    @classmethod
    def _known(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        for text in given:
            if others := set(_STANDS_FOR.findall(text)) - {"number", "counted", "labels", "few"}:
                raise ValueError(f"{text[:60]!r} has {{{min(others)}}}, which stands for nothing")
        return given

    def pattern(self, number: str) -> re.Pattern[str]:
        """Any of the forms, from the begin of a word; `number` is what digits look like."""
        given = {"number": number, **{name: compiled(getattr(self, name)).pattern for name in _LISTS}}
        either = compiled(self.forms).pattern
        return re.compile(rf"(?<!\w){_STANDS_FOR.sub(lambda name: given[name[1]], either)}", re.IGNORECASE)


class Bylines(SeedModel):
    """`bylines.yaml`: of the line that says who wrote an article.

    - `labels`: what stands before the names; `particles`: small words within them.
    - `tells`: what makes a sentence about somebody of the line; `nobody`: what names nobody.
    """

    labels: Annotated[tuple[Words, ...], Field(min_length=1)]
    particles: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()


class PageDates(SeedModel):
    """`dates.yaml`: beside the date of a page, that it is of the last change or the first publication, and `words` that
    may stand in its line."""

    changed: Annotated[tuple[Words, ...], Field(min_length=1)]
    published: Annotated[tuple[Words, ...], Field(min_length=1)]
    words: tuple[str, ...] = ()
