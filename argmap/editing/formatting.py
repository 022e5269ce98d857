"""A map's text in its canonical layout: one order of fields, one way to write each, every comment kept.

A comment stays with what it is about: at the end of a line, with what begins on that line; alone,
with what follows, or where it is indented further than that, with what stands above.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from argmap import wire
from argmap.editing import tree
from argmap.formats._yaml_scalars import scalar
from argmap.formats.yaml import field_lines, link_lines
from argmap.model import ArgumentMap
from argmap.places import Lines, Path
from argmap.yamltext import Comment, comments

DEEPEST: Final = 4
"""Steps to a link of a node, below which comments are not parted further."""
Groups: TypeAlias = list[list[str]]


class _Element(NamedTuple):
    """Something that a comment may be about.

    Attributes:
        line: On which it begins, from 1.
        column: At which it begins, from 1.
        path: The way to it.
    """

    line: int
    column: int
    path: Path


@dataclass(slots=True)
class _Beside:
    """The comments about one element.

    Attributes:
        above: Those alone on their lines above it, in groups between which there are empty lines.
        spaced: Whether an empty line parts them from it.
        behind: Those on its line.
        below: Those alone on their lines that stand after all of it.
    """

    above: Groups = field(default_factory=list)
    spaced: bool = False
    behind: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def formatted(text: str, m: ArgumentMap) -> str:
    """Return the text of a map in its canonical layout.

    Args:
        text: A YAML text that is read as the map, without a byte-order mark.
        m: The map.
    """
    return "".join(_Layout(_by_element(text), m).lines()).replace("\n", "\r\n" if "\r\n" in text else "\n")


# --- which comment is about what ----------------------------------------------------------------


def _by_element(text: str) -> dict[Path, _Beside]:
    found: defaultdict[Path, _Beside] = defaultdict(_Beside)
    elements = list(_elements(tree.tree_of(text), Lines(text)))
    lines = text.split("\n")
    firsts: dict[int, Path] = {}
    for each in elements:
        firsts.setdefault(each.line, each.path)
    index, last = 0, 0
    for comment in comments(text):
        while index < len(elements) and elements[index].line <= comment.line:
            index += 1
        alone = not lines[comment.line - 1][: comment.column - 1].strip()
        if not alone:
            on_line = firsts.get(comment.line, elements[index - 1].path if index else ())
            found[on_line].behind.append(comment.text)
        elif _belongs_above(comment, elements, index):
            found[_owner(elements, index - 1, comment.column)].below.append(comment.text)
        else:
            _put_above(found[elements[index].path if index < len(elements) else ()], comment, lines, last)
        last = comment.line
    return dict(found)


def _belongs_above(comment: Comment, elements: list[_Element], index: int) -> bool:
    """Tell whether a comment stands after the last part of something, and not before the next."""
    if not index:
        return False
    if index == len(elements):
        return comment.column > elements[0].column
    above, following = elements[index - 1].path, elements[index]
    return comment.column > following.column and following.path[: len(above)] != above


def _owner(elements: list[_Element], index: int, column: int) -> Path:
    """Return the node, or the field of the head, whose parts are indented as far as a comment."""
    path = elements[index].path
    depth = 2 if path[0] == "nodes" and column > elements[0].column else 1
    return path[:depth]


def _put_above(beside: _Beside, comment: Comment, lines: list[str], last: int) -> None:
    if not beside.above or last != comment.line - 1:
        beside.above.append([])
    beside.above[-1].append(comment.text)
    beside.spaced = comment.line < len(lines) and not lines[comment.line].strip()


def _elements(root: tree.Mapping, lines: Lines) -> Iterator[_Element]:
    """Yield what a comment may be about, in the order of the text."""
    pending: list[tuple[Path, tree.Tree]] = [((), root)]
    found = []
    while pending:
        path, here = pending.pop()
        if (
            isinstance(here, tree.Mapping)
            and len(path) < DEEPEST - 1
            and path[:1] in {(), ("nodes",), ("source",)}
        ):
            for key, name in here.keys.items():
                found.append((name.start, (*path, key)))
                pending.append(((*path, key), here.values[key]))
        elif isinstance(here, tree.Sequence) and len(path) == DEEPEST - 1 and path[-1] in wire.LINK_LISTS:
            found += [(item.start, (*path, index)) for index, item in enumerate(here.items)]
    return (_Element(*lines.at(start), path) for start, path in sorted(found, key=lambda each: each[0]))


# --- the canonical text -------------------------------------------------------------------------


class _Layout:
    """Writes a map with the comments about its parts; those about a part that goes stay with its whole."""

    def __init__(self, beside: dict[Path, _Beside], m: ArgumentMap) -> None:
        self._data = wire.plain(m)
        self._beside: dict[Path, _Beside] = {}
        for path, found in beside.items():
            self._take(path, found)

    def _take(self, path: Path, found: _Beside) -> None:
        while path and not self._is_written(path):
            path = path[:-1]
        if path not in self._beside:
            self._beside[path] = found
            return
        there = self._beside[path]
        there.above += found.above
        there.spaced |= found.spaced
        there.behind += found.behind
        there.below += found.below

    def _is_written(self, path: Path) -> bool:
        here = self._data
        for step in path:
            try:
                here = here[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                return False
        return True

    def lines(self) -> Iterator[str]:
        """Yield the text, line by line."""
        head = dict(self._data)
        nodes = head.pop("nodes")
        kept = head.pop("beside", None)
        for name, value in head.items():
            yield from self._field((name,), value, "")
        yield from self._opened(("nodes",), "nodes:" if nodes else "nodes: {}", "")
        for index, (name, node) in enumerate(nodes.items()):
            yield "\n" if index else ""
            yield from self._opened(("nodes", name), f"{scalar(name)}:", "  ")
            for key, value in node.items():
                yield from self._field(("nodes", name, key), value, "    ")
            yield from self._below(("nodes", name), "    ")
        yield from self._below(("nodes",), "  ")
        if kept is not None:
            yield "\n"
            yield from self._field(("beside",), kept, "")
        rest = self._beside.get((), _Beside())
        yield from (f"{line}\n" for group in rest.above for line in group)
        yield from (f"{line}\n" for line in (*rest.behind, *rest.below))

    def _field(self, path: Path, value: object, indent: str) -> Iterator[str]:
        name = str(path[-1])
        if path == ("source",) and isinstance(value, dict) and value:
            yield from self._opened(path, "source:", indent)
            for key, each in value.items():
                yield from self._field((*path, key), each, indent + "  ")
            yield from self._below(path, indent + "  ")
            return
        if name in wire.LINK_LISTS and isinstance(value, list) and self._has_items(path, len(value)):
            yield from self._opened(path, f"{name}:", indent)
            for index, link in enumerate(value):
                yield from self._lines((*path, index), link_lines(link, indent + "  "), indent + "  ")
        else:
            yield from self._lines(path, field_lines({name: value}, indent), indent)
        yield from self._below(path, indent)

    def _has_items(self, path: Path, count: int) -> bool:
        return any((*path, index) in self._beside for index in range(count))

    def _opened(self, path: Path, line: str, indent: str) -> Iterator[str]:
        return self._lines(path, iter([f"{indent}{line}\n"]), indent)

    def _lines(self, path: Path, lines: Iterator[str], indent: str) -> Iterator[str]:
        """Yield lines with the comments above and behind; of several behind, all but the last above."""
        beside = self._beside.get(path, _Beside())
        for index, group in enumerate(beside.above):
            yield "\n" if index else ""
            yield from (f"{indent}{line}\n" for line in group)
        yield "\n" if beside.above and beside.spaced else ""
        first = next(lines)
        *others, last = beside.behind or [""]
        yield from (f"{indent}{line}\n" for line in others)
        yield first if not last else f"{first.removesuffix(chr(10))}  {last}\n"
        yield from lines

    def _below(self, path: Path, indent: str) -> Iterator[str]:
        return (f"{indent}{line}\n" for line in self._beside.get(path, _Beside()).below)
