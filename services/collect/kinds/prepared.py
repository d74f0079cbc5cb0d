"""A page made ready for the library that reads its text: without what is not of it, or would be misread. Pure."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lxml import html
from lxml.etree import LxmlError

from services.collect.cards import cut_cards
from services.collect.elements import begin_of

# So much text in one cell is no figure of a table; with a heading or paragraphs in it, less is enough.
_CELL, _CELL_OF_BLOCKS = 600, 300
_CELLS = 2000
_PARTS_OF_TABLES = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "center")
_BLOCKS = ("h1", "h2", "h3", "p", "table", "div")


def prepared(page: str, address: str) -> str:
    """A page without cards of other stories, its columns told apart; as it was, where it has none of these."""
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return page
    laid, cards = _part_columns(tree), cut_cards(tree, address)
    return str(html.tostring(tree, encoding="unicode")) if laid or cards else page


def _part_columns(tree: Any) -> bool:
    """Makes blocks of tables that are there for the layout only: read as tables, menu and text are one."""
    cells = [cell for cell in islice(tree.iter("td"), _CELLS) if _has_text(cell)]
    laid = {table for cell in cells for table in islice(cell.iterancestors("table"), 1)}
    # all are found before any is renamed, and once, however deep they stand in one another
    for part in [one for one in tree.iter(*_PARTS_OF_TABLES) if _table_of(one) in laid] if laid else ():
        part.tag = "div"
    return bool(laid)


def _table_of(part: Any) -> Any:
    return part if part.tag == "table" else next(part.iterancestors("table"), None)


def _has_text(cell: Any) -> bool:
    blocks = next(cell.iter(*_BLOCKS), None) is not None
    return len(begin_of(cell, _CELL)) >= (_CELL_OF_BLOCKS if blocks else _CELL)
