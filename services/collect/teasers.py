"""A source that says less of an article than it said before: what was fed stays. Pure.

Feeds are switched from full texts to teasers, and pages close behind a wall after some days. Neither is news, and a
new version would take the place of the longer text. A correction that is shorter begins in other words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import blake2b
from itertools import pairwise

from services.collect.counters import plain
from services.collect.item import WHOLE_TEXT
from services.collect.once import Fresh, Sifted

_WORD = re.compile(r"\w+")
# of the words that a text begins with; hashes of 16 bits, of which most have to agree
_COUNTS = (0, 4, 8, 16, 32, 64)
_DIGITS = 4
# a teaser of more words than those tell is taken for an article; and where they end at the latest, but for odd texts
_LEAD = 700


def lead_of(title: str | None, said: str) -> str:
    """How an article begins, in hashes: of its title with the first 0, 4, 8, 16 ... words of its `plain` text."""
    words = _WORD.findall(said[:_LEAD].lower())[: _COUNTS[-1]]
    made = blake2b(plain(title).encode("utf-8", "surrogatepass"), digest_size=_DIGITS // 2)
    found = [made.hexdigest()]
    for begin, end in pairwise(_COUNTS):
        if end > len(words):
            break
        made.update("\x00".join(("", *words[begin:end])).encode("utf-8", "surrogatepass"))
        found.append(made.hexdigest())
    return "".join(found)


def is_beginning(title: str | None, said: str, size: int, lead: str | None) -> bool:
    """Whether an article of this `plain` text is the beginning of what was fed, less than half as long.

    Behind it there may be some words that say where to read on.
    """
    if not lead or 2 * len(said) >= size:
        return False
    ours = lead_of(title, said)
    same = 0
    while same < len(ours) and ours[same : same + _DIGITS] == lead[same : same + _DIGITS]:
        same += _DIGITS
    return same > 0 and 3 * _COUNTS[same // _DIGITS - 1] >= len(_WORD.findall(said))


def without_teasers(sifted: Sifted) -> Sifted:
    """The items, but for changed ones that only say less: each the beginning of what was fed, or most of them short.

    What is known of these stays as it was, and with it what was fed.
    """
    changed = [one for one in sifted.fresh if one.changed and not one.touched and not one.known.paged]
    said = {id(one): plain(one.item.text) for one in changed if one.known.size}
    cut = {at for one in changed if (at := id(one)) in said and _was_whole(one, said[at])}
    switched = len(cut) > 1 and 2 * len(cut) > len(changed)
    less = [
        one for one in changed if (at := id(one)) in said
        and ((switched and at in cut) or is_beginning(one.item.title, said[at], one.known.size, one.known.lead))
    ]
    if not less:
        return sifted
    left = set(map(id, less))
    return replace(
        sifted, fresh=tuple(one for one in sifted.fresh if id(one) not in left),
        unchanged=(*sifted.unchanged, *(one.known for one in less)),
        owed=(*sifted.owed, *(replace(one, touched=True) for one in less if one.known.again is not None)),
    )


def _was_whole(one: Fresh, said: str) -> bool:
    """Whether a teaser is left of an item that had its whole text."""
    return one.known.size >= WHOLE_TEXT and len(said) < WHOLE_TEXT and 2 * len(said) < one.known.size
