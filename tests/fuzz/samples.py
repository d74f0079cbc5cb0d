"""What the fuzzing begins with: small documents of our own in each form, and words that mean something in them."""

from __future__ import annotations

import io

import orjson
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from zstandard import ZstdCompressor

from tests.collect.feeds import item, rss

TEXT = "Niger: l'aéroport de Niamey est fermé. أغلق المجال الجوي. An rufe sararin samaniya. " * 4
ARTICLE = {
    "title": "Niger: airspace closed", "url": "https://sahel.example.org/1", "text": TEXT, "language": "fr",
    "published": "2023-07-27T08:00:00+01:00", "authors": ["Exemple"],
}
ATOM = f"""<?xml version="1.0" encoding="windows-1252"?><!DOCTYPE feed [<!ENTITY a "b">]>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title type="html">&lt;b&gt;Exemple</title>
<link rel="hub" href="/hub"/><link rel="self" href="feed"/><entry><id>tag:1</id><updated>2023-07-27T08:00:00Z</updated>
<title>Niger &#233; &#xD800; &a;</title><link href="../1?utm_source=x"/><content type="xhtml"><div><p>{TEXT}</p></div>
</content></entry></feed>"""
PAGE = f"""<!doctype html><html lang="ha"><head><meta charset="utf-8"><title>Exemple</title>
<link rel="alternate" type="application/rss+xml" href="/feed"><script type="application/ld+json">{{"@type":"NewsArticle"
,"datePublished":"2023-07-27"}}</script></head><body><article><h1>Niger</h1><time datetime="2023-07-27">27</time>
<p>{TEXT}<p>{TEXT}<table><tr><td>{TEXT}</table></article></body></html>"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://sahel.example.org/1</loc><lastmod>2023-07-27
</lastmod><news:news><news:title>Niger</news:title><news:publication_date>2023-07-27</news:publication_date></news:news></url>
</urlset>"""
OPML = """<opml version="2.0"><head><title>a</title></head><body><outline text="fr"><outline type="rss" text="Exemple"
xmlUrl="https://sahel.example.org/feed"/></outline></body></opml>"""
ROBOTS = "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2.5\nAllow: /\nSitemap: https://sahel.example.org/map.xml\n"
JSON_FEED = orjson.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "Exemple", "hubs": [{"type": "w", "url": "/hub"}],
    "items": [{"id": 1, "url": "/1", "title": "Niger", "content_html": f"<p>{TEXT}", "date_published": "2023-07-27"}],
})
WORDS = (b"\x00", b"\xff", b"\xc3", b"\x1f\x8b\x08\x00", b"\xed\xa0\x80", *(word.encode() for word in (
    "<item>", "</item>", "<entry", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE a [", "<!ENTITY % x SYSTEM 'file:///'>",
    "&#x110000;", "&#;", "&lt;", "%00", "http://[", "https://",
    "//", "9999-99-99", "-1", "1e999", "null", "{", "[", "\\ud800", '"', "'", "charset=utf-16", "encoding='utf-7'",
    "xml:base='http://['", "<base href='//['>", "<div>", "</div>", "<svg>", "<template>", "\u202e", "\ufeff",
    "\r\n\r\n",
)))


def warc(body: bytes) -> bytes:
    """An archive of one page."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(
        "https://sahel.example.org/1", "response", payload=io.BytesIO(body), http_headers=headers,
    ))
    return file.getvalue()


SAMPLES: dict[str, tuple[bytes, ...]] = {
    "feed": (rss(item(1, TEXT), item(2)), ATOM.encode(), ATOM.encode("utf-16"), JSON_FEED),
    "page": (PAGE.encode(), PAGE.encode("cp1252", "replace")),
    "sitemap": (SITEMAP.encode(), SITEMAP.replace("urlset", "sitemapindex").encode()),
    "warc": (warc(PAGE.encode()), ZstdCompressor().compress(warc(PAGE.encode()))),
    "opml": (OPML.encode(),),
    "robots": (ROBOTS.encode(),),
    "posted": (orjson.dumps(ARTICLE), orjson.dumps([ARTICLE, ARTICLE]), b"\n".join([orjson.dumps(ARTICLE)] * 2)),
    "raw": (orjson.dumps(ARTICLE), TEXT.encode(), TEXT.encode("cp1256", "replace"), PAGE.encode()),
}
