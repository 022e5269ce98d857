"""The own format as people write it: YAML 1.2, every scalar a word, every problem placed.

Read from the parser's events, so that aliases, tags and depth are refused before anything is built
and every scalar stays the word it is. Comments are not kept: that is what editing is for.

Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap import assembly, wire
from argmap.controls import visible
from argmap.errors import LoadError, Problem, RequestError
from argmap.formats._yaml_scalars import ENDS_PLAIN_IN_FLOW, scalar
from argmap.losses import Reading, read_leniently
from argmap.model import ArgumentMap, Node
from argmap.places import Path, nearest
from argmap.yamltext import marked, walked

LONGEST: Final = 32 * 1024 * 1024
"""Characters of the longest text that is read; larger maps are for JSON Lines."""
WIDTH: Final = 96
NARROWEST: Final = 20
"""Characters that a line must have room for before a text is folded into several."""
SCHEMA_LINE: Final = "# yaml-language-server: $schema=argmap.schema.json\n"
"""The first line that points an editor to what `argmap schema` prints."""

START: Final = (1, 1)
"""Line and column where a text begins."""


# --- in -----------------------------------------------------------------------------------------


def read(text: str, name: str) -> Reading:
    """Make the map that a YAML text describes.

    Raises:
        LoadError: with every problem of the text, each with line and column.
    """
    if len(text) > LONGEST:
        message = f"a YAML map has at most {LONGEST >> 20} million characters; use JSON Lines"
        raise LoadError(name, [Problem(0, 0, message)])
    walk = walked(text, name)
    if walk.root is None or walk.root == "":
        empty = Problem(1, 1, f"this is empty; a map begins with `argmap: {wire.VERSION}`")
        raise LoadError(name, walk.problems or [empty])
    if walk.partial:  # what is missing would look like more faults
        raise LoadError(name, walk.problems)
    again = [walk.root]
    try:
        done = assembly.from_plain(
            lambda: again.pop() if again else walked(text, name).root,
            name,
            lambda paths: located(text, name, paths),
        )
    except LoadError as error:
        raise LoadError(name, [*walk.problems, *error.problems]) from None
    return read_leniently(done.map, (*walk.problems, *done.problems), done.further)


def located(text: str, name: str, paths: Sequence[Path]) -> list[tuple[int, int]]:  # noqa: ARG001 - as others
    """Return line and column of what each path through the data leads to, as far as it leads."""
    marks = marked(text, paths)
    return [nearest(path, marks, START) for path in paths]


# --- out ----------------------------------------------------------------------------------------


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the map as YAML, node by node, in the layout that `argmap fmt` keeps.

    Raises:
        RequestError: it is longer than what is read back; nothing was yielded.
    """
    length = 0
    pieces = []
    for piece in _pieces(m, plain=plain):
        length += len(piece)
        if length > LONGEST:
            message = f"a YAML map has at most {LONGEST >> 20} million characters, and this one has more"
            raise RequestError(message, "write JSON Lines: jsonl")
        pieces.append(piece)
    yield from pieces


def _pieces(m: ArgumentMap, *, plain: bool) -> Iterator[str]:
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
        yield from (f"  {scalar(name)}: {scalar(text)}\n" for name, text in wire.head(m)["beside"].items())


def head_lines(m: ArgumentMap) -> Iterator[str]:
    """Yield all of the map that stands above its nodes."""
    head = wire.head(m)
    head.pop("beside", None)
    yield from field_lines(head)


def node_lines(m: ArgumentMap, node: Node) -> Iterator[str]:
    """Yield a node of the map with the links onto it."""
    yield from field_lines({node.id: wire.node_with_links(m, node)}, "  ")


def field_lines(fields: wire.Data, indent: str = "") -> Iterator[str]:
    """Yield the fields of the head, of the source, of a node or of a link, line by line."""
    for name, value in fields.items():
        if isinstance(value, dict):
            yield f"{indent}{scalar(name)}:\n" if value else f"{indent}{scalar(name)}: {{}}\n"
            yield from field_lines(value, indent + "  ")
        elif name in {"because", "but", "unless"}:
            yield from _links(name, value, indent)
        elif name == "note" and _folds(value, len(indent)):
            yield f"{indent}note: >-\n"
            yield from (f"{indent}  {line}\n" for line in _folded(value, WIDTH - len(indent) - 2))
        elif isinstance(value, list):
            yield f"{indent}{name}: {scalar(value[0]) if len(value) == 1 else inline(value)}\n"
        else:
            yield f"{indent}{scalar(name)}: {scalar(value)}\n"


def _folds(text: str, indent: int) -> bool:
    """Tell whether a text is too long for its line, and can be folded with no change to its words."""
    if len(text) + indent + len("note: ") <= WIDTH or indent + 2 + NARROWEST > WIDTH:
        return False
    return visible(text) == text and " ".join(text.split(" ")) == " ".join(text.split())


def _folded(text: str, width: int) -> list[str]:
    from textwrap import wrap  # noqa: PLC0415 - most maps are only read

    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _links(word: str, links: list[wire.Data], indent: str) -> Iterator[str]:
    if all(len(link) == 1 and len(link["from"]) == 1 for link in links):
        line = f"{indent}{word}: [{', '.join(inline(short(link)) for link in links)}]\n"
        if len(line) <= WIDTH:
            yield line
            return
    yield f"{indent}{word}:\n"
    for link in links:
        yield from link_lines(link, indent + "  ")


def link_lines(link: wire.Data, indent: str) -> Iterator[str]:
    """Yield a link as an item of a list, on a line where it fits."""
    flow = inline(short(link))
    if len(flow) + len(indent) + 2 <= WIDTH or len(link) == 1:
        yield f"{indent}- {flow}\n"
    else:
        first, *rest = field_lines(short(link), indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from rest


def short(link: wire.Data) -> Any:  # noqa: ANN401 - an id, a list of ids, or a mapping
    """Return a link as it is written: an id, the ids that work together, or the long form."""
    premises = link["from"][0] if len(link["from"]) == 1 else link["from"]
    return {**link, "from": premises} if len(link) > 1 else premises


def inline(value: Any) -> str:  # noqa: ANN401 - any plain data
    """Return plain data as it is written on one line, lists in brackets and mappings in braces."""
    if isinstance(value, list):
        return f"[{', '.join(inline(each) for each in value)}]"
    if isinstance(value, dict):
        pairs = (f"{scalar(key)}: {inline(_undercut(key, each))}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return scalar(value, ENDS_PLAIN_IN_FLOW)


def _undercut(key: str, value: Any) -> Any:  # noqa: ANN401 - any plain data
    if key != "unless":
        return value
    shorts = [short(link) for link in value]
    return shorts[0] if len(shorts) == 1 and isinstance(shorts[0], str) else shorts
