"""Addresses: one form to show, one key for all forms of the same page.

courlan is not used, although it is made for this: measured on 1.4.0 it drops a query without an equals sign
(`read.php?1423` and `read.php?1424` become one), sorts parameters, takes `source`, `eid`, `session` and `keyword` for
tracking wherever they stand, removes a space in a path instead of escaping it and cuts an address at `{`; and it keeps
www, AMP and the trailing slash, which is what we need merged. tests/article/test_address.py has each of these.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv6Address
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from services.article.redirects import target
from services.article.tracking import is_tracking

# Nothing in it to put right, and no address of another page in its query: of nearly all articles.
_SIMPLE = re.compile(
    r"https?://((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z][a-z0-9]{0,30})(/[A-Za-z0-9_~-]*+(?:[./][A-Za-z0-9_~-]++)*+/?)"
    r"(?:\?([A-Za-z0-9_.~=&-]++))?"
)
# the one whose addresses are simple and yet lead elsewhere
_HIDES = "news.google.com"
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE = "%!$&'()*+,;=:@/~"
_MIRRORS = frozenset(("www", "www1", "www2", "www3", "m", "mobile", "mobi", "touch", "wap", "amp"))
_AMP_CACHE = re.compile(
    r"(?:(?:(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|bing-amp\.com)|amp\.cloudflare\.com)/[a-z]{1,2}(?:/s)?"
    r"|(?:www\.)?(?:google\.[a-z.]+|bing\.com)/amp(?:/s)?)/(.+\..+)"
)
# "/fr/amp/a-story-12": before the name of a story, which has a hyphen or a digit as those of sections seldom have
_AMP_INSIDE = re.compile(r"/(?:google-)?amp(?=/(?:[^/]+/)*[^/]*[0-9-][^/]*\Z)")
_LONGEST_AMP = 2000  # characters of a path: beyond, looking ahead from each "/amp" costs more than it finds
# The software of the Voice of America has "/a/" where others have nothing.
_VOICE = re.compile(r"(?:www\.|m\.)?voa[a-z]+\.com/amp(/(?:[^/]+/)?\d+\.html)")
# "/a-story/&utm_source=rss", "/a-story%3Futm_source%3Drss": put behind an address by what looked at it for a "?"
_TRACKING_IN_PATH = re.compile(r"(?:&|%26|%3F)utm_[a-z]+(?:=|%3D).*", re.IGNORECASE)
_SCHEMES = re.compile(r"(?:https?:/+)+(?=https?:/)", re.IGNORECASE)
# A host of letters with a path behind it, as people type it; no file of a folder.
_NO_SCHEME = re.compile(
    r"(?:[a-z0-9-]{1,63}\.)+(?!(?:php|html?|aspx?|jsp|cgi|cfm|txt|xml|json)/)[a-z]{2,18}/\S*", re.IGNORECASE
)
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sessionid|sid)=[^/?#;]*", re.IGNORECASE)
_PRINT = re.compile(r"(/[^/]*[0-9-][^/]*)/print(?:er|able)?")
# A fragment that is a route of a script; not one that marks a place on the page or tells where a reader came from.
_ROUTE = re.compile(r"(?=.*\w)(?:[/!?]|(?!:~:)[^=]*/|(?:article|story|post|news|item)?_?(?:id)?=)", re.IGNORECASE)
_BLOG_PAGE = re.compile(r"/\d{4}/\d\d/[^/]+\.html")


class Address(NamedTuple):
    """`url` is the address to show, `key` what all its forms share; both None where it is no web address.

    `received` is the address as it came, where `url` is another.
    """

    url: str | None = None
    key: str | None = None
    host: str | None = None
    received: str | None = None
    notes: tuple[str, ...] = ()


_NONE = Address()


def read_address(text: str | None) -> Address:
    """Never raises: what is no http(s) address is kept as received, with a note."""
    if text is None:
        return _NONE
    if (match := _SIMPLE.fullmatch(text)) and match[1] != _HIDES:
        host, path, query = match.groups()
        if query is None:
            return Address(text, _key(host, path, "", ""), host.removeprefix("www."))
        kept = _without_tracking(query.split("&"))
        url = f"{text[: -len(query)]}{kept}" if kept else text[: -len(query) - 1]
        return Address(
            url, _key(host, path, kept, ""), host.removeprefix("www."), None if url == text else _printable(text)
        )
    stripped = _HIDDEN.sub("", text).strip().strip("<>\"'")
    if not stripped:
        return _NONE
    try:
        return _canonical(_parse(stripped), text)
    except ValueError as error:
        return Address(received=_printable(text), notes=(f"url: {str(error)[:100]}",))


def _parse(text: str) -> SplitResult:
    if text.startswith("//") or text[:4].lower() == "www." or _NO_SCHEME.fullmatch(text):
        text = "https://" + text.lstrip("/")
    while "&amp;" in text:
        text = text.replace("&amp;", "&")
    parts = urlsplit(target(_SCHEMES.sub("", text).replace("\\", "/")))
    if parts.scheme not in ("http", "https"):
        raise ValueError("not an http or https address")
    return parts


def _canonical(parts: SplitResult, received: str) -> Address:
    host = _host(parts.hostname or "")
    port = _port(parts)
    path = _normal(_resolve(_SESSION.sub("", parts.path) or "/"))
    if "utm_" in path:
        path = _TRACKING_IN_PATH.sub("", path)
    query = _query(parts.query)
    fragment = _normal(parts.fragment) if _ROUTE.match(parts.fragment) else ""
    url = f"{parts.scheme}://{host}{port}{path}{'?' + query if query else ''}{'#' + fragment if fragment else ''}"
    return Address(
        url, _key(host + port, path, query, fragment), host.removeprefix("www."),
        None if url == received else _printable(received),
    )


def _key(host: str, path: str, query: str, fragment: str) -> str:
    """The address without what differs between forms of one page: scheme, www, m, AMP, print, trailing slash."""
    path = path.rstrip("/")
    if path.endswith(("/print", "/printer", "/printable")):
        path = _PRINT.sub(r"\1", path)
    if "amp" in path or host.endswith(("ampproject.org", "bing-amp.com")):
        host, path = _without_amp(host, path)
    if query:
        query = "&".join(bit for bit in query.split("&") if not _is_form(bit.lower(), path, query))
    return f"{_without_mirror(host)}{path}{'?' + query if query else ''}{'#' + fragment if fragment else ''}"


@lru_cache(maxsize=4096)
def _without_mirror(host: str) -> str:
    labels = host.split(".")
    while len(labels) > 2 and labels[0] in _MIRRORS:
        del labels[0]
    return ".".join(labels)


def _without_amp(host: str, path: str) -> tuple[str, str]:
    if match := _VOICE.fullmatch(host + path):
        return host, f"/a{match[1]}"
    if match := _AMP_CACHE.fullmatch(host + path):
        host, _, path = match[1].partition("/")
        path = "/" + path if path else ""
    if path.endswith(("/amp", ".amp")):
        path = path[:-4].rstrip("/")
    elif path.endswith((".amp.html", "/amp.html")):
        path = path[:-9] + (".html" if path.endswith(".amp.html") else "")
    elif path.startswith("/amp/"):
        path = path[4:]
    elif len(path) <= _LONGEST_AMP:
        path = _AMP_INSIDE.sub("", path)
    return host, path


# Parameters that ask for the same page on another surface.
_SURFACE = re.compile(
    r"(?:(?:(?:is|ezoic)?_?amp|wpamp|amphtml|amp_?mode|amp_markup|non?amp|mobile|print(?:er|able|er_friendly)?)"
    r"(?:=(?:0|1|true|yes|on|mobile|available|print)?)?"
    r"|(?:outputtype|type|display|layout)=(?:default-)?amp(?:-type)?|(?:output|view|format)=(?:amp|print|mobile)"
    r"|tmpl=component)"
)
_BLOGGER = frozenset(("m=0", "m=1"))
_PRINTED_BY_JOOMLA = frozenset(("layout=default", "page="))


def _is_form(parameter: str, path: str, query: str) -> bool:
    return (
        _SURFACE.fullmatch(parameter) is not None
        or (parameter in _BLOGGER and _BLOG_PAGE.fullmatch(path) is not None)
        or (parameter in _PRINTED_BY_JOOMLA and "tmpl=component" in query)
    )


def _host(host: str) -> str:
    host = host.rstrip(".")
    if ":" in host:
        return f"[{IPv6Address(host).compressed}]"
    if not host.isascii():
        host = host.encode("idna").decode()  # UnicodeError is a ValueError
    host = host.lower()
    if not _is_host(host):
        raise ValueError("its host is none")
    return host


def _is_host(host: str) -> bool:
    return len(host) <= 253 and all(_LABEL.fullmatch(label) for label in host.split("."))


def _port(parts: SplitResult) -> str:
    port = parts.port  # raises ValueError on a word and beyond 65535
    # The key knows no scheme, so either default is none.
    return "" if port in (None, 80, 443) else f":{port}"


def _resolve(path: str) -> str:
    """`.` and `..` as a browser resolves them; empty segments stay."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept) + ("/" if segments[-1] in (".", "..") and kept else "")


def _normal(part: str) -> str:
    """Percent-encoding in its one normal form (RFC 3986, 6.2.2): `%C3%a9`, `é` and `%7E`, `~` are the same."""
    part = _LONE_PERCENT.sub("%25", part)
    part = _ESCAPE.sub(_unescape, part)
    return quote(part, safe=_SAFE + "?")


def _unescape(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else f"%{match[1].upper()}"


def _query(query: str) -> str:
    """Parameters in the order they came, without tracking. One without an equals sign is an address of its own."""
    return _without_tracking([_normal(bit.removeprefix("amp;")) for bit in query.split("&")])


def _without_tracking(bits: list[str]) -> str:
    kept = [bit for bit in bits if bit and not is_tracking(bit)]
    if len(kept) < len(bits) and any(bit.startswith("share=") for bit in bits):
        # WordPress counts the buttons that were pressed: "?share=facebook&nb=1"
        kept = [bit for bit in kept if bit != "nb=1"]
    return "&".join(kept)


def _printable(text: str) -> str:
    if text.isprintable():
        return text[:4000].strip()
    return "".join(char if char.isprintable() else " " for char in text[:4000]).strip()
