"""Each library of the services at the work it is there for; raises where the image lacks a part that this needs.

Many load parts of themselves only when these are first used. Read into a container by test_image_whole.
"""

from __future__ import annotations

import io
import zoneinfo

import brotli
import cramjam
import dateparser
import feedparser
import ftfy
import htmldate
import httpx
import kafka.codec
import py3langid
import trafilatura
from apprise import Apprise
from rich.console import Console
from rich.syntax import Syntax
from rich.traceback import Traceback

TEXT = "Des soldats ont annoncé à la télévision nationale que le président est destitué. " * 9
PAGE = (
    "<html lang=fr><head><title>Niamey</title><meta name=date content=2023-07-27></head>"
    f"<body><article><h1>Niamey</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
)
DAYS = {"fr": "26 juillet 2023", "en": "26 July 2023", "ar": "26 يوليو 2023"}


def texts() -> None:
    """Pages, dates, languages, feeds."""
    assert "soldats" in (trafilatura.extract(PAGE, with_metadata=True) or "")
    assert htmldate.find_date(PAGE, extensive_search=True) == "2023-07-27"
    assert {getattr(dateparser.parse(day, languages=[one]), "month", 0) for one, day in DAYS.items()} == {7}
    assert py3langid.classify(TEXT)[0] == "fr"
    assert ftfy.fix_text("BrÃ©sil") == "Brésil"
    assert feedparser.parse("<rss><channel><item><title>a</title></item></channel></rss>").entries
    assert zoneinfo.ZoneInfo("Africa/Niamey")


def codecs() -> None:
    """What may be on a topic, and how pages are packed."""
    data = TEXT.encode()
    for name in ("gzip", "lz4", "snappy", "zstd"):
        packed = getattr(kafka.codec, f"{name}_encode")(data)
        assert getattr(kafka.codec, f"{name}_decode")(packed) == data
        codec = getattr(cramjam, name)
        assert bytes(codec.decompress(codec.compress(data))) == data
    assert brotli.decompress(brotli.compress(data)) == data
    httpx.Client(http2=True).close()


def people() -> None:
    """Channels of alerts, tables, tracebacks."""
    assert len(Apprise().details()["schemas"]) > 100
    console = Console(file=io.StringIO(), force_terminal=True)
    console.print(Syntax("x = 1", "python"))
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        console.print(Traceback(show_locals=True))


if __name__ == "__main__":
    texts()
    codecs()
    people()
    print("all at work")
