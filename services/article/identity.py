"""What makes two articles one: ids and hashes of fixed length, the same in every process and for ever."""

from __future__ import annotations

import re
from hashlib import blake2b

from schemas.origin import Origin

_BYTES = 16  # 32 hex digits: no two of a billion articles meet
_SANE_TRACE = re.compile(rb"[0-9a-f]{16,32}")


def content_hash(title: str, text: str) -> str:
    """Of cleaned title and text. Cleaning has folded white space already, so a moved line break changes nothing."""
    digest = blake2b(title.encode(), digest_size=_BYTES)
    digest.update(b"\n\n")
    digest.update(text.encode())
    return digest.hexdigest()


def article_id(address_key: str | None, content: str) -> str:
    """Of the address's key (`address.Address.key`), else of the content hash; the two kinds never meet."""
    if address_key is not None:
        return blake2b(address_key.encode(), digest_size=_BYTES, person=b"address").hexdigest()
    return blake2b(content.encode(), digest_size=_BYTES, person=b"content").hexdigest()


def trace_id(origin: Origin, header: bytes | None) -> str:
    """The producer's own trace id where it has the form of one, else one made of the origin."""
    if header is not None and _SANE_TRACE.fullmatch(header):
        return header.decode()
    return blake2b(str(origin).encode(), digest_size=_BYTES, person=b"trace").hexdigest()
