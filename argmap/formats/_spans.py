"""The text of an analysis in HTML, as OVA keeps it: the words of each span that has an id.

Tags are left out and `<br>` is a line break; spans may nest, lack ids, and stay open.
"""

from html.parser import HTMLParser


def spans(html: str) -> dict[str, str]:
    """Return the words of each span by its id, without the `node` that OVA writes before it."""
    reader = _Spans()
    reader.feed(html)
    reader.close()
    text = "".join(reader.pieces)
    return {name: text[start:end].strip() for name, start, end in reader.found if text[start:end].strip()}


class _Spans(HTMLParser):
    """Gathers the text, and where spans with an id begin and end in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.found: list[tuple[str, int, int]] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of a tag."""
        if tag == "span":
            name = dict(attrs).get("id") or ""
            self._open.append((name.removeprefix("node"), self._length))
        elif tag == "br":
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a tag."""
        if tag == "span" and self._open:
            name, start = self._open.pop()
            if name:
                self.found.append((name, start, self._length))

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.pieces.append(data)
        self._length += len(data)
