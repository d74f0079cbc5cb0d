"""What is surely no page: sound, film, pictures, documents, packed files; by name, type or first bytes. Pure."""

from __future__ import annotations

import re

# Types that say nothing are left to the bytes.
_TYPE = re.compile(
    r"(?:audio|video|image(?!/svg)|font|model)/|application/(?:pdf|zip|x-(?:7z|rar|zip|tar|bzip|shockwave|apple)\S*|ogg|mp4|"
    r"msword|rtf|epub\+zip|java-archive|vnd\.(?:ms-|openxml|oasis|android|apple|rar|adobe|rn-)\S*)", re.IGNORECASE
)
_NAME = re.compile(
    r"[a-z]+://[^/?#]+/[^?#]*\.(?:mp[234]|mpe?g|mpga|m4[abv]|aac|og[agv]|opus|flac|wav|wma|wmv|avi|mov|mkv|webm|3gp|m3u8|"
    r"jpe?g|png|gif|webp|avif|svg|ico|tiff?|bmp|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|zip|rar|7z|t?gz|apk|exe|dmg)"
    r"(?:[?#]|$)", re.IGNORECASE
)
_MAGIC = re.compile(
    rb"ID3[\x02-\x04]|\xff[\xf1\xf2\xf3\xf9\xfa\xfb]|OggS\x00|fLaC\x00|RIFF.{4}(?:WAVE|AVI |WEBP)|\x00\x00..ftyp|"
    rb"\x1aE\xdf\xa3|FLV\x01|\x00\x00\x01[\xb3\xba]|GIF8[79]a|\xff\xd8\xff|\x89PNG\r|%PDF-|PK\x03\x04|Rar!\x1a|7z\xbc\xaf|"
    rb"\xd0\xcf\x11\xe0|\{\\rtf", re.DOTALL
)


def is_media_name(address: str) -> bool:
    """Whether an address ends like that of such a file."""
    return _NAME.match(address) is not None


def is_media_type(content_type: str) -> bool:
    """Whether a Content-Type says that a body is such a file."""
    return _TYPE.match(content_type.strip()) is not None


def is_media(begin: bytes) -> bool:
    """Whether a body begins like such a file."""
    return _MAGIC.match(begin) is not None
