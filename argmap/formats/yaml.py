"""The own format as people write it: YAML 1.2, every scalar a word, every problem placed.

Read from the parser's events, so that aliases, tags and depth are refused before anything is built
and every scalar stays the word it is. Comments are not kept: that is what editing is for.

Source: YAML 1.2.2, https://yaml.org/spec/1.2.2/.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap import assembly, wire
from argmap.controls import visible
from argmap.errors import LoadError, Problem
from argmap.losses import Reading
from argmap.model import ArgumentMap, Node
from argmap.places import Path, nearest, towards
from argmap.yamltext import walked

LONGEST: Final = 32 * 1024 * 1024
"""Characters of the longest text that is read; larger maps are for JSON Lines."""
WIDTH: Final = 96
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
    if walk.problems:
        _, faults = (None, []) if walk.partial else assembly.built(walk.root)
        told = assembly.problems(faults, lambda paths: _located(text, name, paths))
        raise LoadError(name, [*walk.problems, *told])
    if walk.root is None or walk.root == "":
        raise LoadError(name, [Problem(1, 1, f"this is empty; a map begins with `argmap: {wire.VERSION}`")])
    return Reading(assembly.from_plain(walk.root, name, lambda paths: _located(text, name, paths)))


def _located(text: str, name: str, paths: Sequence[Path]) -> list[tuple[int, int]]:
    """Return line and column of what each path through the data leads to, as far as it leads."""
    marks = walked(text, name, towards(paths)).marks
    return [nearest(path, marks, START) for path in paths]


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
