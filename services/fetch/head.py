"""The head of an answer as servers write it, in the form that the parser takes. Pure.

h11 refuses a whole answer for one line that browsers and curl pass over: a name with a space in it or before its colon,
a line without a colon, a control character in a cookie. What such a line says is of no account to us, so it goes, and
what is meant is kept; of the lengths of the body none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# More than any server needs; h11 takes no more either.
HEAD_MAX = 100 * 1024
_END = re.compile(rb"\n\r?\n")
_LINES = re.compile(rb"\r?\n")
_STATUS = re.compile(rb"(?:HTTP/([0-9](?:\.[0-9])?)|ICY)[ \t]+([0-9]{3})(?:[ \t]+(.*))?", re.IGNORECASE | re.DOTALL)
_TOKEN = re.compile(rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]+")
_LENGTH = re.compile(rb"\+?([0-9]{1,18})(?:[ ;].*)?")
_LENGTHS = re.compile(rb"[0-9]{1,18}(?: *, *[0-9]{1,18})*")
# As nearly all are: nothing is to be mended, and one look is enough.
_FINE = re.compile(
    rb"(?-i:HTTP/1)\.[01] [0-9]{3}(?: [\t -~\x80-\xff]*)?\r\n"
    rb"(?:(?:content-length: ?[0-9]{1,18}|transfer-encoding: ?chunked"
    rb"|(?!content-length:|transfer-encoding:)[-!#$%&'*+.^_`|~0-9a-z]+:[\t -~\x80-\xff]*)\r\n)*\r\n",
    re.IGNORECASE,
)
_MARK = b"\xef\xbb\xbf"

Field = tuple[bytes, bytes]


def end_of_head(held: bytes | bytearray, begin: int = 0) -> int | None:
    """The place behind the blank line that ends a head; None while there is none behind `begin`."""
    found = _END.search(held, max(0, begin - 3))
    return found.end() if found else None


def is_interim(head: bytes) -> bool:
    """Whether it is one of those that come before the head of the answer itself."""
    status = _STATUS.match(head)
    return status is not None and status[2][:1] == b"1" and status[2] != b"101"


def without_slop(held: bytes) -> bytes:
    """Without the blank lines and the mark that stand before some heads, which are read as the end of one."""
    return held.removeprefix(_MARK).lstrip(b"\r\n")


def mended(head: bytes) -> bytes:
    """A head, with its blank line. What is no head at all stays as it is, for the parser to refuse."""
    if _FINE.fullmatch(head) and head.lower().count(b"\ntransfer-encoding:") < 2:
        return head
    first, *lines = _LINES.split(head)
    status = _STATUS.fullmatch(first)
    if status is None:
        return head
    version = b"1.0" if (status[1] or b"") < b"1.1" else b"1.1"
    made = [b"HTTP/%b %b %b" % (version, status[2], _plain(status[3] or b""))]
    made += (b"%b: %b" % field for field in _framed(_fields(lines)))
    return b"\r\n".join([*made, b"", b""])


def _fields(lines: Iterable[bytes]) -> list[Field]:
    found: list[Field] = []
    dropped = True
    for line in lines:
        if line[:1] in (b" ", b"\t"):  # goes on from the line before
            if not dropped:
                name, value = found[-1]
                found[-1] = name, b"%b %b" % (value, _plain(line))
            continue
        name, colon, value = line.partition(b":")
        name = name.rstrip(b" \t")
        dropped = not colon or _TOKEN.fullmatch(name) is None
        if not dropped:
            found.append((name, _plain(value)))
    return found


def _plain(value: bytes) -> bytes:
    return _CONTROL.sub(b" ", value).strip(b" \t")


def _framed(fields: Iterable[Field]) -> list[Field]:
    """The fields; of those that say where the body ends only what says it."""
    kept: list[Field] = []
    codings: list[bytes] = []
    for name, value in fields:
        if name.lower() == b"content-length" and not _LENGTHS.fullmatch(value):
            if length := _LENGTH.fullmatch(value):
                kept.append((name, length[1]))
        elif name.lower() == b"transfer-encoding":
            codings += (word.partition(b";")[0].strip().lower() for word in value.split(b","))
        else:
            kept.append((name, value))
    said = dict.fromkeys(one for one in codings if one not in (b"", b"identity"))
    return [*kept, (b"Transfer-Encoding", b", ".join(said))] if said else kept
