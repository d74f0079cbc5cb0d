"""What an alert shows of an article: a headline and the passage that decided. Pure."""

from __future__ import annotations

import re

from schemas.enriched import EnrichedArticle

HEADLINE_MAX = 200
PASSAGE_MAX = 400

# A full stop after a title or an initial (Col. Gen. Mr. M. U.S.) ends nothing; a line break always does.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\bMaj)\.(?=\s)|[!?؟…](?=\s)|\n")


def headline(article: EnrichedArticle) -> str:
    """The title; where there is none, the first line of the text that says something."""
    if article.title:
        return _cut(article.title, HEADLINE_MAX)
    line = next((line for line in article.text.splitlines() if line.strip()), "")
    end = _SENTENCE_END.search(line)
    return _cut(line[: end.end()] if end else line, HEADLINE_MAX)


def passage(article: EnrichedArticle, event: str) -> str:
    """The sentence that holds the evidence: of the crisis' own coup, else of any coup, else the first mention."""
    content = article.content()
    own = [coup.evidence for coup in article.coups if coup.event == event]
    spans = own or [coup.evidence for coup in article.coups] or [m for e in article.entities for m in e.mentions]
    if not spans:
        return headline(article)
    # a passage of the text says more than the headline, which the alert shows anyway
    body = len(article.title) + 2 if article.title else 0
    span = next((span for span in spans if span.start >= body), spans[0])
    return _cut(sentence(content, span.start, span.end), PASSAGE_MAX)


def sentence(content: str, start: int, end: int) -> str:
    """The sentence of the content around [start, end), looked for within PASSAGE_MAX code points on either side."""
    left = max(0, start - PASSAGE_MAX)
    begin = left
    for match in _SENTENCE_END.finditer(content, left, start):
        begin = match.end()
    after = _SENTENCE_END.search(content, max(end - 1, start), min(len(content), end + PASSAGE_MAX))
    return content[begin : after.end() if after else min(len(content), end + PASSAGE_MAX)].strip()


def _cut(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
