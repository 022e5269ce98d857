"""From Argdown's text to what it means: tokens, blocks, metadata, and every problem placed."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from argmap.errors import LoadError, Problem
from argmap.formats._argdown_meaning import Builder, Document, sections_in
from argmap.formats._argdown_syntax import Data, Heading, Parser
from argmap.formats._argdown_tokens import MOST, Scanner, Token
from argmap.places import Lines
from argmap.yamltext import walked

_INCLUDE: Final = "@include("


class Parsed(NamedTuple):
    """What a text says, and what stands in it besides.

    Attributes:
        document: What it means.
        front: Its front matter.
        lines: Its lines, in which the document has its places.
        problems: What is wrong.
        oddities: What is read, and perhaps not meant.
        counts: How much there is of what a map does not say.
    """

    document: Document
    front: Data
    lines: Lines
    problems: list[Problem]
    oddities: list[Problem]
    counts: dict[str, int]


def parsed(text: str, name: str) -> Parsed:
    """Return what an Argdown text says, and every problem of it.

    Raises:
        LoadError: it is too long.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    scanner = Scanner(text)
    tokens = scanner.scan()
    lines = Lines(text)
    if len(tokens) > MOST:
        message = (
            f"an Argdown text has at most {MOST:,} words, titles and signs; use JSON Lines for a larger map"
        )
        raise LoadError(name, _told(lines, [(tokens[MOST].start, message)]))
    metadata = _Metadata(lines, name)
    parser = Parser(tokens, len(text), metadata.read)
    parser.parse()
    front = metadata.front(parser.front) if parser.front else {}
    settings = front.get("model")
    builder = Builder(settings if isinstance(settings, dict) else {})
    document = builder.build(parser.items, parser.blocks, parser.relations)
    document.sections = _regrouped(front) or document.sections
    wrong = [*parser.problems, *document.problems, *_includes(text)]
    odd = [
        *parser.oddities,
        *(
            (at, "// cuts this address off; write http:/\\/ or a link, [text](address)")
            for at in scanner.cut_urls
        ),
        *((at, "this comment is never closed, and read as text") for at in scanner.unclosed_comments),
        *((at, "a backslash at the end of a line stands for itself") for at in scanner.lone_backslashes),
    ]
    if parser.front is None and text.lstrip().startswith("==="):
        wrong.append((text.index("==="), "front matter is opened by === and never closed"))
    counts = {
        "comments": len(scanner.comments),
        "headings": sum(isinstance(block, Heading) for block in parser.blocks),
        "links, mentions, bold and italic": sum(item.links for item in parser.items),
        "further wordings of a statement": sum(
            len(each.texts) - 1 for each in (*document.statements, *document.arguments) if each.texts
        ),
        "settings of the front matter": sum(key not in _OURS for key in front),
    }
    problems = [*_told(lines, wrong), *metadata.problems]
    return Parsed(document, front, lines, problems, _told(lines, odd), counts)


_OURS: Final = ("title", "argmap")


def _regrouped(front: Data) -> int:
    """Count the sections that the front matter puts in the place of those of the headings."""
    group = front.get("group")
    return sections_in(group.get("regroup")) if isinstance(group, dict) else 0


def _includes(text: str) -> list[tuple[int, str]]:
    """Find the places that ask for another file's text."""
    found = []
    at = text.find(_INCLUDE)
    while at >= 0:
        found.append((at, "@include is not followed here; put the file's text in its place"))
        at = text.find(_INCLUDE, at + 1)
    return found


def _told(lines: Lines, said: Iterable[tuple[int, str]]) -> list[Problem]:
    """Return what is said of positions as problems."""
    return [Problem(*lines.at(position), message) for position, message in said]


class _Metadata:
    """Reads metadata and front matter, as strictly as argmap's own YAML."""

    def __init__(self, lines: Lines, name: str) -> None:
        self.problems: list[Problem] = []
        self._lines = lines
        self._name = name

    def read(self, token: Token) -> Data:
        """Return what a token of metadata, braces and all, says."""
        if token.value.startswith("{\n"):
            return self._mapping(token.value[2:-1], token.start + 2)
        return self._mapping(token.value, token.start)

    def front(self, token: Token) -> Data:
        """Return what a token of front matter, without its fences, says."""
        ended = token.value.lstrip(" \t")
        skipped = len(token.value) - len(ended) + (1 if ended.startswith("\n") else 0)
        start = token.start + (token.end - token.start - len(token.value)) // 2
        return self._mapping(token.value[skipped:], start + skipped)

    def _mapping(self, text: str, start: int) -> Data:
        try:
            walk = walked(text, self._name)
        except LoadError as error:
            self._tell(error.problems, start)
            return {}
        self._tell(walk.problems, start)
        if isinstance(walk.root, dict):
            return walk.root
        if walk.root is not None and walk.root != "":
            self._tell([Problem(1, 1, "metadata has keys and values: {key: value}")], start)
        return {}

    def _tell(self, problems: Iterable[Problem], start: int) -> None:
        """Keep problems of a piece of the text, moved to where they stand in the whole."""
        for each in problems:
            line, column = self._lines.at(start)
            moved = column + each.column - 1 if each.line == 1 else each.column
            self.problems.append(Problem(line + each.line - 1, moved, each.message))
