"""YAML, strictly: aliases, tags and depth refused, every scalar the word it is, every problem placed.

Read from the parser's events, so that nothing is built before it is known to be wanted.

Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias, assert_never

from yaml import events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from argmap.controls import visible
from argmap.disk import line_and_column
from argmap.errors import LoadError, Problem
from argmap.places import DEEPEST, Lines, Path

Event: TypeAlias = Any
"""An event of the parser; what its stubs say of marks and anchors is more than C events have."""

Fork: TypeAlias = dict[str | int | None, "Fork"]
"""Paths by their steps, so that each is looked up where it leads on."""

_BEGINNING: Final = frozenset((events.StreamStartEvent, events.DocumentStartEvent))
_OPENING: Final = frozenset((events.MappingStartEvent, events.SequenceStartEvent))
_CLOSING: Final = frozenset((events.MappingEndEvent, events.SequenceEndEvent))
_BREAKS: Final = "\x85\u2028\u2029"
"""Line breaks of YAML 1.1 that YAML 1.2 takes for text, as argmap does."""
_ESCAPED: Final = r"(?=([EeFf][0-9A-Fa-f]{3}))"
"""Four digits that may belong to the escape of a private character."""


def walked(text: str, name: str) -> "Walk":
    """Read a text's events into plain data.

    Raises:
        LoadError: it is no YAML at all. What is YAML and not wanted stands in the walk's problems.
    """
    safe, back = without_foreign_breaks(text)
    walk = Walk(back)
    try:
        next_event = CParser(safe).get_event
        while walk.take(next_event()):
            pass
    except (MarkedYAMLError, ReaderError, UnicodeEncodeError) as error:
        raise LoadError(name, [*walk.problems, _problem(error, safe)]) from None
    return walk


def marked(text: str, paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return line and column, from 1, of what paths lead to and pass, in a text that can be read.

    What no path leads through is only counted: this takes half as long as reading the text.
    """
    safe, back = without_foreign_breaks(text)
    next_event = CParser(safe).get_event
    marks: dict[Path, tuple[int, int]] = {}
    while type(event := next_event()) in _BEGINNING:
        pass
    if type(event) in _OPENING:
        _mark_inside(event, next_event, back, _fork(paths), (), marks)
    return marks


def _fork(paths: Iterable[Path]) -> "Fork":
    fork: Fork = {}
    for path in paths:
        here = fork
        for step in path:
            here = here.setdefault(step, {})
    return fork


def _mark_inside(
    start: Event,
    next_event: Callable[[], Event],
    back: dict[int, str] | None,
    fork: "Fork",
    above: Path,
    marks: dict[Path, tuple[int, int]],
) -> None:
    """Note where the values of a list or mapping stand that are led to; nests as deep as the paths do."""
    mapping = type(start) is events.MappingStartEvent
    position = -1
    while type(event := next_event()) not in _CLOSING:
        if mapping:
            key, event = event, next_event()
            step: str | int = key.value if back is None else key.value.translate(back)
        else:
            step = position = position + 1
        further = fork.pop(step, None)  # of a key that is there twice the first one counts
        if further is not None:
            path = (*above, step)
            marks[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
            if mapping:
                marks[*path, None] = (key.start_mark.line + 1, key.start_mark.column + 1)
            if type(event) in _OPENING:
                _mark_inside(event, next_event, back, further, path, marks)
        elif type(event) in _OPENING:
            _pass_by(next_event)


def _pass_by(next_event: Callable[[], Event]) -> None:
    """Take the events of a list or mapping that has begun."""
    depth = 1
    while depth:
        kind = type(next_event())
        if kind in _OPENING:
            depth += 1
        elif kind in _CLOSING:
            depth -= 1


class Comment(NamedTuple):
    """A comment of a text.

    Attributes:
        text: From its sign to the end of its line.
        line: Counted from 1.
        column: Counted from 1, in code points.
        means: The line it is about: its own, or where it stands alone, the next that says something.
    """

    text: str
    line: int
    column: int
    means: int


def comments(text: str) -> Iterator[Comment]:
    """Yield the comments of a text that is YAML, in their order."""
    safe, back = without_foreign_breaks(text)
    scalars = _scalars(safe)
    end = 0
    lines = Lines(text)
    said = [found.start() for found in re.finditer(r"(?m)^[ \t]*[^\s#]", safe)]
    sign = re.compile(r"(?m)(?:^|(?<=[ \t]))#[^\r\n]*")
    at = 0
    while found := sign.search(safe, at):
        while scalars and scalars[-1][0] <= found.start():
            end = scalars.pop()[1]
        at = found.end()
        if found.start() < end:
            at = end
            continue
        line, column = lines.at(found.start())
        alone = not safe[found.start() - column + 1 : found.start()].strip()
        following = bisect_right(said, found.start()) if alone else len(said)
        means = lines.at(said[following])[0] if following < len(said) else line
        words = found[0] if back is None else found[0].translate(back)
        yield Comment(words, line, column, means)


def _scalars(text: str) -> list[tuple[int, int]]:
    """Return where the scalars of a text stand, the last first: what looks like a comment there is none."""
    spans = []
    next_event = CParser(text).get_event
    while type(event := next_event()) is not events.StreamEndEvent:
        if type(event) is events.ScalarEvent:
            spans.append(_span(event, text))
    return spans[::-1]


def _span(event: Event, text: str) -> tuple[int, int]:
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in {"|", ">"}:  # a comment may stand beside the sign
        start = text.find("\n", start, end) + 1 or end
    return start, end


def _problem(error: MarkedYAMLError | ReaderError | UnicodeEncodeError, text: str) -> Problem:
    """Say where and why a text is no YAML."""
    match error:
        case MarkedYAMLError():
            mark: Any = error.problem_mark or error.context_mark
            tab = text[mark.index : mark.index + 1] == "\t"
            message = (
                "a tab; indent with spaces, and put a text that holds one in quotes"
                if tab
                else _worded(error)
            )
            return Problem(mark.line + 1, mark.column + 1, message)
        case ReaderError():  # its position counts bytes
            before = text.encode()[: error.position].decode("utf-8", "ignore")
            sign = visible(chr(error.character))
            message = f"the character {sign} may not stand in a map; write it as an escape in quotes"
            return Problem(*line_and_column(text, len(before)), message)
        case UnicodeEncodeError():
            return Problem(*line_and_column(text, error.start), "half a character (a lone surrogate)")
        case _:
            assert_never(error)


def without_foreign_breaks(text: str) -> tuple[str, dict[int, str] | None]:
    """Put stand-ins for characters that the parser, and it alone, takes for line breaks."""
    present = [sign for sign in _BREAKS if sign in text]
    if not present:
        return text, None
    used = {ord(sign) for sign in set(text)}
    used |= {int(digits, 16) for digits in re.findall(_ESCAPED, text)}
    free = (chr(code) for code in range(0xE000, 0xF8FF) if code not in used)
    pairs = list(zip(present, free, strict=False))
    there = {ord(sign): stand_in for sign, stand_in in pairs}
    return text.translate(there), {ord(stand_in): sign for sign, stand_in in pairs}


class Walk:
    """Builds plain data from events, without recursion; notes what is refused."""

    def __init__(self, back: dict[int, str] | None) -> None:
        """Begin with nothing; take the events one by one."""
        self.root: Any = None
        self.problems: list[Problem] = []
        self._back = back
        self._here: Any = None
        self._key: str | None = None
        self._again = False  # whether the key is there already: the first one counts
        self._stack: list[Any] = []
        self.partial = False  # whether something is missing, which would look like more faults
        self._documents = 0

    def take(self, event: Event) -> bool:
        """Take one event; return whether there are more to come."""
        kind = type(event)
        if kind is events.ScalarEvent:
            self._refuse_properties(event)
            value = event.value if self._back is None else event.value.translate(self._back)
            self._scalar(value, event)
        elif kind is events.MappingStartEvent or kind is events.SequenceStartEvent:
            self._refuse_properties(event)
            return self._open({} if kind is events.MappingStartEvent else [], event)
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            self._here, self._key = self._stack.pop(), None
        elif kind is events.AliasEvent:
            self._refuse("aliases (*name) are not used in a map; write the id", event)
            self.partial = True
            self._scalar("?", event)
        elif kind is events.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse("a second document begins here; one file holds one map", event)
                return False
        return kind is not events.StreamEndEvent

    def _scalar(self, value: str, event: Event) -> None:
        if isinstance(self._here, dict) and self._key is None:
            self._name(value, event)
        else:
            self._put(value)

    def _name(self, key: str, event: Event) -> None:
        self._again = key in self._here
        if self._again:
            self._refuse(f"{visible(key[:60])} is there twice", event)
        if key == "<<":
            self._refuse("merge keys (<<) are not used in a map", event)
            self.partial = True
        self._key = key
        self._here.setdefault(key, "")

    def _put(self, value: Any) -> None:  # noqa: ANN401 - a word, a list or a mapping
        if isinstance(self._here, dict):
            if not self._again:
                self._here[self._key] = value
            self._key, self._again = None, False
        elif isinstance(self._here, list):
            self._here.append(value)
        else:
            self.root = value

    def _open(self, new: dict[str, Any] | list[Any], event: Event) -> bool:
        if len(self._stack) >= DEEPEST:
            self._refuse(f"this nests deeper than {DEEPEST}", event)
            self.partial = True
            return False
        if isinstance(self._here, dict) and self._key is None:
            self._refuse("a key is one word, not a list or a mapping", event)
            self.partial = True
            return False
        self._stack.append(self._here)
        self._put(new)
        self._here, self._key = new, None
        return True

    def _refuse_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self._refuse("anchors (&name) are not used in a map", event)
        if event.tag is not None:
            self._refuse(_TAGS, event)

    def _refuse(self, message: str, event: Event) -> None:
        mark = event.start_mark
        self.problems.append(Problem(mark.line + 1, mark.column + 1, message))


_INDENT: Final = "this line is not indented like its neighbours"
_TAGS: Final = "tags (!name) are not used in a map; quote a text that begins with !"
_BLOCK: Final = "after | or > stands at most a + or - and a digit; put a text that begins so in quotes"
_DIRECTIVE: Final = "a line that begins with % is none of a map"
_WORDED: Final = (
    ("could not find expected ':'", "a colon is missing, or the line is not indented as the one above"),
    ("mapping values are not allowed", "a second colon with a space after it; put the text in quotes"),
    ("that cannot start any token", "a text cannot begin with this sign; put it in quotes"),
    ("found unexpected end of stream", "a quotation mark is opened and never closed"),
    ("did not find expected key", f"{_INDENT}, or a quotation mark is missing"),
    ("did not find expected '-' indicator", _INDENT),
    ("did not find expected ',' or ']'", "a comma or a closing ] is missing"),
    ("did not find expected ',' or '}'", "a comma or a closing } is missing"),
    (
        "block sequence entries are not allowed",
        "no list can begin here; put a text that begins with - in quotes",
    ),
    ("did not find expected node content", "a text is missing here, or begins with a sign and needs quotes"),
    ("did not find expected alphabetic", "& and * are not used in a map; put the text in quotes"),
    ("did not find expected '!'", _TAGS),
    ("did not find expected tag URI", _TAGS),
    ("did not find the expected '>'", _TAGS),
    ("did not find URI escaped octet", _TAGS),
    ("found undefined tag handle", _TAGS),
    ("did not find expected whitespace or line break", _TAGS),
    ("found unexpected ':'", "a colon that cannot stand here; put the text in quotes"),
    ("mapping keys are not allowed", "a question mark that cannot stand here; put the text in quotes"),
    ("found unexpected document indicator", "a quotation mark is opened and never closed"),
    ("did not find expected comment or line break", _BLOCK),
    ("found an indentation indicator equal to 0", _BLOCK),
    ("did not find expected hexdecimal number", "this escape lacks digits: \\x41, \\u00e9 or \\U0001F600"),
    ("directive", _DIRECTIVE),
    ("version number", _DIRECTIVE),
    ("found unexpected non-alphabetical character", _DIRECTIVE),
    ("did not find expected digit or '.'", _DIRECTIVE),
    ("found incompatible YAML document", "this is another version of YAML; argmap reads 1.2"),
    ("did not find expected <document start>", "there is more after the end"),
    ("invalid Unicode character escape", "this escape is no character; write it as it is, or as \\U0001F600"),
    ("exceeded maximum nesting depth", f"this nests deeper than {DEEPEST}"),  # a newer parser's own limit
    ("unknown escape character", "this escape is unknown; write a backslash twice, or use single quotes"),
)
"""What the parser says, and what a mapmaker is told."""


def _worded(error: MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "it is malformed")
    for found, words in _WORDED:
        if found in problem:
            return words
    return f"this is no YAML: {visible(problem)}"
