"""The own format as people write it: YAML 1.2, every scalar a word, every problem placed.

Read from the parser's events, so that aliases, tags and depth are refused before anything is built
and every scalar stays the word it is. Comments are not kept: that is what editing is for.

Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final, TypeAlias, assert_never

from yaml import events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from argmap import assembly, wire
from argmap.controls import visible
from argmap.disk import line_and_column
from argmap.errors import LoadError, Problem
from argmap.losses import Reading
from argmap.model import ArgumentMap, Node
from argmap.places import DEEPEST, Path, nearest, towards

LONGEST: Final = 32 * 1024 * 1024
"""Characters of the longest text that is read; larger maps are for JSON Lines."""
WIDTH: Final = 96
SCHEMA_LINE: Final = "# yaml-language-server: $schema=argmap.schema.json\n"
"""The first line that points an editor to what `argmap schema` prints."""

START: Final = (1, 1)
"""Line and column where a text begins."""
Event: TypeAlias = Any
"""An event of the parser; what its stubs say of marks and anchors is more than C events have."""

_BREAKS: Final = "\x85\u2028\u2029"
"""Line breaks of YAML 1.1 that YAML 1.2 takes for text, as argmap does."""
_ESCAPED: Final = r"(?=([EeFf][0-9A-Fa-f]{3}))"
"""Four digits that may belong to the escape of a private character."""


# --- in -----------------------------------------------------------------------------------------


def read(text: str, name: str) -> Reading:
    """Make the map that a YAML text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    if len(text) > LONGEST:
        message = f"a YAML map has at most {LONGEST >> 20} million characters; use JSON Lines"
        raise LoadError(name, [Problem(0, 0, message)])
    walk = _walked(text, name)
    if walk.problems:
        _, faults = (None, []) if walk.partial else assembly.built(walk.root)
        told = assembly.problems(faults, lambda paths: _located(text, name, paths))
        raise LoadError(name, [*walk.problems, *told])
    if walk.root is None or walk.root == "":
        raise LoadError(name, [Problem(1, 1, f"this is empty; a map begins with `argmap: {wire.VERSION}`")])
    return Reading(assembly.from_plain(walk.root, name, lambda paths: _located(text, name, paths)))


def _located(text: str, name: str, paths: Sequence[Path]) -> list[tuple[int, int]]:
    """Return line and column of what each path through the data leads to, as far as it leads."""
    marks = _walked(text, name, towards(paths)).marks
    return [nearest(path, marks, START) for path in paths]


def _walked(text: str, name: str, wanted: Collection[Path] = ()) -> "_Walk":
    """Read the text's events into plain data; raise LoadError where it is no YAML at all."""
    safe, back = _without_foreign_breaks(text)
    walk = _Walk(back, wanted)
    try:
        next_event = CParser(safe).get_event
        while walk.take(next_event()):
            pass
    except (MarkedYAMLError, ReaderError, UnicodeEncodeError) as error:
        raise LoadError(name, [*walk.problems, _problem(error, safe)]) from None
    return walk


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


def _without_foreign_breaks(text: str) -> tuple[str, dict[int, str] | None]:
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


class _Walk:
    """Builds plain data from events, without recursion; notes what is refused, and places wanted."""

    def __init__(self, back: dict[int, str] | None, wanted: Collection[Path]) -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {}
        self._back = back
        self._wanted = wanted
        self._here: Any = None
        self._key: str | None = None
        self._stack: list[tuple[Any, str | int | None]] = []
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
            self._here, self._key = self._stack.pop()[0], None
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
            self._mark(event)
            self._put(value)

    def _name(self, key: str, event: Event) -> None:
        if key in self._here:
            self._refuse(f"{visible(key[:60])} is there twice", event)
        if key == "<<":
            self._refuse("merge keys (<<) are not used in a map", event)
            self.partial = True
        self._key = key
        self._here[key] = ""
        self._mark(event, None)

    def _put(self, value: Any) -> None:  # noqa: ANN401 - a word, a list or a mapping
        if isinstance(self._here, dict):
            self._here[self._key] = value
            self._key = None
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
        self._mark(event)
        level = (self._here, self._place())
        self._put(new)
        self._stack.append(level)
        self._here, self._key = new, None
        return True

    def _place(self) -> str | int | None:
        """Return the key or the position that the next value gets in what is being built."""
        return len(self._here) if isinstance(self._here, list) else self._key

    def _mark(self, event: Event, *key: None) -> None:
        """Note where the value that comes next stands, if asked; with None, where its key stands."""
        if self._wanted and self._here is not None:
            above = tuple(place for container, place in self._stack if container is not None)
            path = (*above, self._place(), *key)
            if path in self._wanted:
                self.marks[path] = (event.start_mark.line + 1, event.start_mark.column + 1)

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
    ("unknown escape character", "this escape is unknown; write a backslash twice, or use single quotes"),
)
"""What the parser says, and what a mapmaker is told."""


def _worded(error: MarkedYAMLError) -> str:
    problem = str(error.problem or error.context or "it is malformed")
    for found, words in _WORDED:
        if found in problem:
            return words
    return f"this is no YAML: {visible(problem)}"


# --- out ----------------------------------------------------------------------------------------


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the map as YAML, node by node, in the layout that `argmap fmt` keeps."""
    if not plain:
        yield SCHEMA_LINE
    yield from head_lines(m)
    yield "nodes:\n" if m.nodes else "nodes: {}\n"
    for index, node in enumerate(m.nodes):
        if index:
            yield "\n"
        yield from node_lines(m, node)
    if m.beside:  # long, and for programs: it stands last
        yield "\nbeside:\n"
        yield from (f"  {_scalar(name)}: {_scalar(text)}\n" for name, text in wire.head(m)["beside"].items())


def head_lines(m: ArgumentMap) -> Iterator[str]:
    """Yield all of the map that stands above its nodes."""
    head = wire.head(m)
    head.pop("beside", None)
    yield f"argmap: {head.pop('argmap')}\n"
    for name, value in head.items():
        if isinstance(value, dict):
            yield f"{name}:\n" if value else f"{name}: {{}}\n"
            yield from _fields(value, "  ")
        else:
            yield f"{name}: {_scalar(value)}\n"


def node_lines(m: ArgumentMap, node: Node) -> Iterator[str]:
    """Yield a node of the map with the links onto it."""
    yield f"  {_scalar(node.id)}:\n"
    yield from _fields(wire.node_with_links(m, node), "    ")


def _fields(fields: wire.Data, indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if name in {"because", "but", "unless"}:
            yield from _links(name, value, indent)
        elif isinstance(value, list):
            yield f"{indent}{name}: {_scalar(value[0]) if len(value) == 1 else _flow(value)}\n"
        else:
            yield f"{indent}{name}: {_scalar(value)}\n"


def _links(word: str, links: list[wire.Data], indent: str) -> Iterator[str]:
    flows = [_flow(_short(link)) for link in links]
    if all(len(link) == 1 and len(link["from"]) == 1 for link in links):
        line = f"{indent}{word}: [{', '.join(flows)}]\n"
        if len(line) <= WIDTH:
            yield line
            return
    yield f"{indent}{word}:\n"
    for link, flow in zip(links, flows, strict=True):
        if len(flow) + len(indent) + 4 <= WIDTH or len(link) == 1:
            yield f"{indent}  - {flow}\n"
        else:
            first, *rest = _fields(_short(link), indent + "    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest


def _short(link: wire.Data) -> Any:  # noqa: ANN401 - an id, a list of ids, or a mapping
    premises = link["from"][0] if len(link["from"]) == 1 else link["from"]
    return {**link, "from": premises} if len(link) > 1 else premises


def _flow(value: Any) -> str:  # noqa: ANN401 - any plain data
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) for each in value)}]"
    if isinstance(value, dict):
        pairs = (f"{key}: {_flow(_undercut(key, each))}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return _scalar(value, _ENDS_PLAIN_IN_FLOW)


def _undercut(key: str, value: Any) -> Any:  # noqa: ANN401 - any plain data
    if key != "unless":
        return value
    shorts = [_short(link) for link in value]
    return shorts[0] if len(shorts) == 1 and isinstance(shorts[0], str) else shorts


# Patterns as text: they are compiled when a map is written, which most calls never do.
_BEGINS_PLAIN: Final = r"[^\W_]"
_ENDS_PLAIN: Final = r":(?: |\Z)| #"
_ENDS_PLAIN_IN_FLOW: Final = r"[:#?,\[\]{}]"
_TYPED: Final = r"(?i)(?:true|false|yes|no|on|off|y|n|null|~|[-+.]?[\d.][\d_.,:exoa-f+-]*|\.?(?:inf|nan))\Z"


def _scalar(value: Any, ends: str = _ENDS_PLAIN) -> str:  # noqa: ANN401 - a word, a number or a truth value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    if visible(text) == text:
        if re.match(_BEGINS_PLAIN, text) and not re.search(ends, text) and not re.match(_TYPED, text):
            return text
        if "'" not in text and ("\\" in text or '"' in text):
            return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{visible(escaped)}"'
