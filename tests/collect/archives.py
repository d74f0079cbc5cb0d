"""Archives of pages of our own, in each form that archives have."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from zstandard import ZstdCompressor, train_dictionary

RUBBISH = b"rubbish \x1f\x8b\x08\x00\n of a disk that failed \r\n\r\n" * 50


def archive(pages: int) -> bytes:
    """A packed WARC with pages, a picture and a redirect."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number in range(pages):
        text = "".join(f"<p>Paragraph {name} of page {number} says what the junta has decided.</p>" for name in "ABCDE")
        page = f"<html><title>Page {number}</title><body><article><h1>Page {number}</h1>{text}</article></body></html>"
        for status, kind, address in (("200 OK", "text/html", "page"), ("200 OK", "image/png", "picture"),
                                      ("302 Found", "text/html", "moved")):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(
                f"https://sahel.example.org/{address}-{number}", "response", payload=io.BytesIO(page.encode()),
                http_headers=headers,
            ))
    return out.getvalue()


def old_archive(pages: int) -> bytes:
    """The same pages as ARC, the format before WARC: a line of five fields before each answer."""
    about = b"1 0 sahel\nURL IP-address Archive-date Content-type Archive-length\n"
    out = [b"filedesc://a.arc 0.0.0.0 20230727080000 text/plain %d\n%s\n" % (len(about), about)]
    for number in range(pages):
        text = "".join(f"<p>Paragraph {name} of page {number} says what the junta has decided.</p>" for name in "ABCDE")
        page = f"<html><title>Page {number}</title><body><article><h1>Page {number}</h1>{text}</article></body></html>"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        line = f"https://sahel.example.org/page-{number} 192.0.2.1 20230727080000 text/html {len(answer)}\n".encode()
        out.append(line + answer + b"\n")
    return b"".join(out)


def packed(content: bytes, how: str) -> bytes:
    """An archive of `archive` with its records packed each alone, not at all, or all together; also by Zstandard."""
    if how.startswith("zst"):
        return _by_zstandard(list(_members(content)), how)
    plain = gzip.decompress(content) if how != "each" else content
    return gzip.compress(plain) if how == "together" else plain


def _by_zstandard(records: list[bytes], how: str) -> bytes:
    """`how`: "zst each", "zst together", and "zst dictionary" or "zst packed dictionary", with which each is packed."""
    if how == "zst together":
        return ZstdCompressor().compress(b"".join(records))
    known, head = None, b""
    if how.endswith("dictionary"):
        known = train_dictionary(4096, [*records * 10])
        frame = known.as_bytes() if how == "zst dictionary" else ZstdCompressor().compress(known.as_bytes())
        head = b"\x5d\x2a\x4d\x18" + len(frame).to_bytes(4, "little") + frame
    one = ZstdCompressor(dict_data=known, write_checksum=True, write_content_size=how == "zst each")
    return head + b"".join(map(one.compress, records))


def _members(content: bytes) -> Iterator[bytes]:
    while content:
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield unpack.decompress(content)
        content = unpack.unused_data
