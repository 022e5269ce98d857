"""XML of other hands, safely: not well-formed, with a document type or nested too deep, it is refused.

With the document type goes every entity it may define, and every file it may name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from argmap.controls import visible
from argmap.disk import line_and_column
from argmap.errors import LoadError, Problem
from argmap.places import DEEPEST

_CHUNK: Final = 1 << 20
"""Characters given to the parser at a time."""
_PROLOG: Final = re.compile(r"(?:[\s\ufeff]+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
"""What may stand before a document type: the declaration, instructions, comments."""


@dataclass(slots=True)
class Tag:
    """An element: its name without prefix, its attributes, its text, what stands inside, where it is.

    Attributes:
        name: Without the prefix of its namespace.
        attributes: By their names.
        inside: The elements inside.
        line: Counted from 1.
        column: Counted from 1.
        lead: Its own text before the first element inside, white space and all.
        tail: The text behind it, up to the next element or the end of that which it is in.
    """

    name: str
    attributes: Mapping[str, str]
    inside: "list[Tag]" = field(default_factory=list)
    line: int = 1
    column: int = 1
    lead: str = ""
    tail: str = ""

    @property
    def text(self) -> str:
        """Its own text, white space and all, without that of the elements inside."""
        return "".join((self.lead, *(each.tail for each in self.inside)))

    def words(self) -> str:
        """Return its text and that of all elements inside, in the order in which it stands there."""
        found: list[str] = []
        waiting: list[Tag | str] = [self]
        while waiting:
            here = waiting.pop()
            if isinstance(here, str):
                found.append(here)
                continue
            found.append(here.lead)
            for each in reversed(here.inside):
                waiting += [each.tail, each]
        return "".join(found)

    def all(self, name: str) -> "Iterator[Tag]":
        """Yield the elements of that name directly inside."""
        return (each for each in self.inside if each.name == name)

    def first(self, name: str) -> "Tag":
        """Return the first element of that name directly inside; an empty one where there is none."""
        return next(self.all(name), Tag(name, {}, line=self.line, column=self.column))

    def problem(self, message: str) -> Problem:
        """Return a problem that stands where the element begins."""
        return Problem(self.line, self.column, message)


def tree(text: str, name: str) -> Tag:
    """Return the outermost element of an XML text, with all that stands inside.

    Raises:
        LoadError: it is not well-formed, has a document type, or nests too deep.
    """
    parser = parser_made()
    top = Tag("", {})
    names: list[str] = []
    stack = [top]
    pieces: list[str] = []

    def settle() -> None:
        """Give the text that was met last to what it stands in, or behind."""
        if stack[-1].inside:
            stack[-1].inside[-1].tail = "".join(pieces)
        else:
            stack[-1].lead = "".join(pieces)
        pieces.clear()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) > DEEPEST:
            place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            raise LoadError(name, [Problem(*place, f"this nests deeper than {DEEPEST}")])
        settle()
        made = Tag(local(tag), attributes, [], parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        stack[-1].inside.append(made)
        stack.append(made)
        names.append(tag)

    def end(_: str) -> None:
        settle()
        stack.pop()
        names.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    feed(parser, text, name, names)
    return top.inside[0]


def parser_made() -> expat.XMLParserType:
    """Return a parser that stops at a document type."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _doctype
    return parser


def _doctype(*_: object) -> None:
    raise _DoctypeError


def feed(parser: expat.XMLParserType, text: str, name: str, open_tags: list[str]) -> None:
    """Give a text to a parser, piece by piece.

    Raises:
        LoadError: it is not well-formed, or has a document type.
    """
    start = 0
    try:
        for start in range(0, len(text), _CHUNK):
            parser.Parse(text[start : start + _CHUNK], False)
        parser.Parse("", True)
    except expat.ExpatError as error:
        place = (error.lineno, error.offset + 1)
        raise LoadError(name, [Problem(*place, _worded(error.code, open_tags))]) from None
    except _DoctypeError:
        before = _PROLOG.match(text)
        place = line_and_column(text, before.end() if before else 0)
        message = "a document type (<!DOCTYPE …>) is not read, nor any entity it may define"
        raise LoadError(name, [Problem(*place, message)]) from None
    except UnicodeEncodeError as error:
        place = line_and_column(text, start + error.start)
        raise LoadError(name, [Problem(*place, "half a character (a lone surrogate)")]) from None


class _DoctypeError(Exception):
    """There is a document type; where it begins the parser does not tell."""


def local(name: str) -> str:
    """Return an element's name without the prefix of its namespace, which anyone may choose."""
    return name.rpartition(":")[2]


_ERRORS: Final = expat.errors
_WORDED: Final = {
    _ERRORS.codes[message]: words
    for message, words in (
        (_ERRORS.XML_ERROR_TAG_MISMATCH, "this closing tag does not fit the tag that is open"),
        (_ERRORS.XML_ERROR_INVALID_TOKEN, "a sign that may not stand here: write & as &amp; and < as &lt;"),
        (_ERRORS.XML_ERROR_SYNTAX, "a sign that may not stand here"),
        (_ERRORS.XML_ERROR_UNDEFINED_ENTITY, "an entity that is not one of XML's own five"),
        (_ERRORS.XML_ERROR_DUPLICATE_ATTRIBUTE, "an attribute that is there twice"),
        (_ERRORS.XML_ERROR_JUNK_AFTER_DOC_ELEMENT, "there is more after the end of the document"),
        (_ERRORS.XML_ERROR_BAD_CHAR_REF, "a number that is no character XML allows"),
        (_ERRORS.XML_ERROR_MISPLACED_XML_PI, "<?xml …?> stands only at the very beginning"),
        (_ERRORS.XML_ERROR_UNCLOSED_TOKEN, "the text ends inside a tag that begins here"),
        (_ERRORS.XML_ERROR_UNCLOSED_CDATA_SECTION, "the text ends inside a CDATA section"),
    )
}


def _worded(code: int, open_tags: list[str]) -> str:
    if code == _ERRORS.codes[_ERRORS.XML_ERROR_NO_ELEMENTS]:
        open_tag = f" while <{visible(open_tags[-1][:40])}> is open" if open_tags else "; it is empty"
        return f"this is no whole XML: the text ends here{open_tag}"
    return f"this is no XML: {_WORDED.get(code) or expat.ErrorString(code)}"


def places_of(
    spots: Iterable[Iterable[str]], tags: Mapping[str, Tag], joining: str
) -> Iterator[tuple[int, int]]:
    """Yield where the elements begin that the keys of each spot name; of several, one that joins others.

    Args:
        spots: Keys of elements, some of which are not there.
        tags: The elements by their keys.
        joining: The name of elements that join others.
    """
    for spot in spots:
        found = [tags[key] for key in spot if key in tags][::-1]
        best = min(found, key=lambda tag: tag.name != joining, default=None)
        yield (best.line, best.column) if best is not None else (0, 0)
