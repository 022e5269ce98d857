"""The page as one file: contents, style and script joined, with a policy that allows them and nothing else.

The script is joined from its modules by `.ci/update-page`, and goes in after the vendored layout.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from argmap.controls import escaped_json
from argmap.findings import Finding
from argmap.hypertext import page
from argmap.model import ArgumentMap
from argmap.render.page.contents import contents
from argmap.sources.article import Article

ROOM: Final = Path(__file__).parent
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
MARK: Final = "<!-- a page of argmap -->\n"
"""What stands near the beginning of each page, by which its successor knows it."""


def view_page(
    m: ArgumentMap, name: str, findings: Sequence[Finding], article: Article | None
) -> Iterator[str]:
    """Yield the page of a map; equal maps give equal pages.

    Args:
        m: The map.
        name: What its file is called.
        findings: What was found weak in it.
        article: The article, where it is to travel with the page.

    Raises:
        RequestError: the article is too long to travel in a page.
    """
    found = contents(m, name, findings, article)
    # A `<` in a text could end the element that holds the data; as JSON's escape it cannot.
    data = escaped_json(_encode(found)).replace("<", "\\u003c")
    body = (MARK, _part("body.html"), '<script type="application/json" id="data">', data, "</script>\n")
    yield from page(found["title"], body, _part("page.min.css").strip(), _script())


def _script() -> str:
    # The licence asks to stand in every copy.
    _, _, joined = _part("page.js").partition("\n")
    return f"/*!\n{_part('vendor/dagre.LICENSE.txt').strip()}\n*/\n{joined}"


def _part(name: str) -> str:
    return (ROOM / name).read_text(encoding="utf-8")
