"""One article as its page shows it: the coloured text, why it was tagged so, its earlier texts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from schemas.search import Article, CoupMention, Earlier, Mention
from services.article.link import link
from services.desk import wording
from services.desk.spans import Label, Line, Piece, lines, pieces

# A page of more is read by nobody at once and takes a phone seconds; the rest is one click away.
SHOWN = 60_000
_SPELLINGS = 12


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an article counts as telling of a coup: what, the words that say so, and the cue that decided."""

    event: str
    type: str
    status: str
    rule: str
    quote: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the article: how often, and in which spellings."""

    id: str
    name: str
    kind: str
    count: int
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherText:
    """Another text of the article, as it once stood."""

    title: str
    text: tuple[str, ...]
    language: str
    received: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """All that the template shows of one article."""

    article: Article
    headline: tuple[Piece, ...]
    paragraphs: tuple[Line, ...]
    left_out: int
    url: str | None
    published: datetime | None
    received: datetime | None
    evidence: tuple[Evidence, ...]
    named: tuple[Named, ...]
    earlier: tuple[OtherText, ...]


def reader(article: Article, whole: bool = False) -> Reader:
    """The page of the article; without `whole` only the first SHOWN characters of a long text."""
    content, title = article.content, article.title
    labels = list(labels_of(article))
    begin = len(title) + 2 if title and content.startswith(f"{title}\n\n") else 0
    end = len(content) if whole else min(len(content), begin + SHOWN)
    return Reader(
        article=article,
        headline=pieces(content, labels, 0, len(title)) if begin else (Piece(title or "(no headline)"),),
        paragraphs=lines(content, labels, begin, end),
        left_out=len(content) - end,
        url=link(article.url),
        published=wording.moment(article.published),
        received=wording.moment(article.received),
        evidence=tuple(_evidence(coup, content) for coup in article.coups),
        named=tuple(_named(mention, content) for mention in article.mentions),
        earlier=tuple(_other_text(entry) for entry in reversed(article.history)),
    )


def labels_of(article: Article) -> Iterator[Label]:
    """Every mention: entities by their kind, and the words that tell of a coup."""
    for mention in article.mentions:
        for span in mention.spans:
            yield Label(span.start, span.end, mention.kind, f"{mention.name}, {mention.kind}")
    for coup in article.coups:
        yield _told(coup)


def _told(coup: CoupMention) -> Label:
    return Label(coup.start, coup.end, "coup", f"{coup.event}: {coup.type}, {coup.status}")


def _evidence(coup: CoupMention, content: str) -> Evidence:
    first, last = around(content, coup.start, coup.end)
    quote = pieces(content, [_told(coup)], first, last)
    return Evidence(coup.event, coup.type, coup.status, coup.rule or "", quote)


def around(content: str, start: int, end: int, reach: int = 90) -> tuple[int, int]:
    """The line that the span is in, at most `reach` characters to either side, cut between words."""
    line, stop = content.rfind("\n", 0, start) + 1, content.find("\n", end)
    stop = len(content) if stop < 0 else stop
    first, last = max(line, start - reach), min(stop, end + reach)
    if first > line and (space := content.find(" ", first, start)) >= 0:
        first = space + 1
    if last < stop and (space := content.rfind(" ", end, last)) >= 0:
        last = space
    return first, last


def _named(mention: Mention, content: str) -> Named:
    spellings = dict.fromkeys(content[span.start : span.end] for span in mention.spans)
    return Named(mention.id, mention.name, mention.kind, len(mention.spans), tuple(spellings)[:_SPELLINGS])


def _other_text(entry: Earlier) -> OtherText:
    return OtherText(
        title=entry.title or "(no headline)",
        text=tuple(line for line in wording.cut(entry.text, SHOWN).split("\n") if line.strip()),
        language=entry.language,
        received=wording.moment(entry.received),
        late=entry.outcome == "stale",
    )
