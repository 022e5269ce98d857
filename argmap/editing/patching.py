"""The text of a map changed so that it reads as another map: only what differs is written anew.

Comments, quotation marks, blank lines and the order of fields stay as they are. A comment that
stands on what goes, or alone right above it, goes with it.
"""

from collections.abc import Callable, Iterator
from collections.abc import Sequence as Listed
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias, TypeVar

from argmap import wire
from argmap.editing.splices import Splices
from argmap.editing.tree import Mapping, Sequence, Tree, tree_of
from argmap.formats.yaml import field_lines, inline, short
from argmap.model import ArgumentMap
from argmap.ordering import forwards

Item = TypeVar("Item")
LINKS: Final = frozenset((*wire.LINK_LISTS, "unless"))
Opcode: TypeAlias = tuple[str, int, int, int, int]
Sequenced: TypeAlias = Listed[Tree]


def patched(text: str, old: ArgumentMap, new: ArgumentMap) -> str:
    """Return the YAML text of one map as that of another.

    Args:
        text: A text that is read as the old map, without a byte-order mark.
        old: The map as it is.
        new: The map as it is to be.
    """
    splices = Splices(text)
    _Patch(splices).mapping(tree_of(text), wire.plain(old), wire.plain(new))
    return splices.done()


class _Patch:
    """Finds the splices; nests as deep as a map may, which is not deep."""

    def __init__(self, splices: Splices) -> None:
        self._splices = splices

    # --- mappings ---------------------------------------------------------------------------

    def mapping(self, tree: Mapping, old: wire.Data, new: wire.Data) -> None:
        """Change a mapping; keys that the text has and neither map says are left where they may stay."""
        kept = self._kept(tree, old, new)
        gone = {key for key in tree.keys if key not in kept and (key in old or not _may_stay(key, new))}
        for key in kept:
            if old.get(key) != new[key]:
                self._value(tree, key, old.get(key), new[key])
        if tree.flow:
            keys = list(tree.keys)
            self._cut([*tree.keys.values()], [*tree.values.values()], {keys.index(key) for key in gone})
        else:
            self._remove(tree, gone)
        said = {key: value for key, value in new.items() if key in tree.keys or old.get(key) != value}
        self._add(tree, said, kept, [key for key in tree.keys if key not in gone])

    def _kept(self, tree: Mapping, old: wire.Data, new: wire.Data) -> dict[str, None]:
        """Return the keys that stay where they are: all that both have, but nodes that changed places."""
        both = [key for key in tree.keys if key in new]
        order = [key for key in new if key in tree.keys]
        if both == order or not _are_nodes(new) or not _are_nodes(old):
            return dict.fromkeys(both)
        at = {key: index for index, key in enumerate(both)}
        return {order[index]: None for index in forwards([at[key] for key in order])}

    def _value(self, tree: Mapping, key: str, old: Any, new: Any) -> None:  # noqa: ANN401 - plain data
        value = tree.values[key]
        if isinstance(value, Mapping) and isinstance(new, dict) and new and value.keys:
            self.mapping(value, old or {}, new)
        elif key in LINKS and isinstance(value, Mapping) and old and len(old) == len(new) == 1:
            self._link(value, old[0], new[0])
        elif key in LINKS and isinstance(value, Sequence) and old and len(value.items) == len(old):
            self._items(value, old, new, self._link)
        elif isinstance(value, Sequence) and _are_lists(old, new) and len(value.items) == len(old):
            self._items(value, old, new, self._word)
        elif tree.flow:
            self._splices.put(tree.keys[key].start, value.end, inline_field(key, new))
        else:
            indent = " " * self._splices.column(tree.keys[key].start)
            lines = "".join(field_lines({key: new}, indent))
            self._splices.put(tree.keys[key].start, value.end, lines.strip(" ").removesuffix("\n"))

    def _remove(self, tree: Mapping, gone: AbstractSet[str]) -> None:
        """Take fields, or nodes, out of a block, with their lines and the comments right above them."""
        splices = self._splices
        above = None
        following = [*list(tree.keys.values())[1:], None]
        for (key, name), further in zip(tree.keys.items(), following, strict=True):
            value = tree.values[key]
            if key not in gone:
                pass
            elif splices.before(name.start).strip():  # it shares its line with the hyphen of an item
                splices.put(name.start, value.end if further is None else further.start, "")
            else:
                floor = 0 if above is None else splices.line_end(above.end)
                start = splices.with_comments(splices.line_start(name.start), floor)
                end = splices.line_end(value.end)
                if isinstance(value, Mapping):
                    start, end = splices.with_blank_lines(start, end, floor if further is None else start)
                splices.put(start, end, "")
            above = value

    def _add(self, tree: Mapping, new: wire.Data, kept: dict[str, None], staying: list[str]) -> None:
        """Put in what is new, each run of it after what it follows."""
        at = ""
        run: wire.Data = {}
        for key, value in new.items():
            if key not in kept:
                run[key] = value
                continue
            self._insert(tree, at, run, staying)
            at, run = key, {}
        self._insert(tree, at, run, staying)

    def _insert(self, tree: Mapping, after: str, run: wire.Data, staying: list[str]) -> None:
        if not run:
            return
        splices = self._splices
        nodes = _are_nodes(run)
        if not after and not nodes and staying:  # the order of fields is of no account
            after = staying[-1]
        if tree.flow:
            pieces = ", ".join(inline_field(key, value) for key, value in run.items())
            if after:
                splices.put(tree.values[after].end, tree.values[after].end, f", {pieces}")
            else:
                splices.put(tree.start + 1, tree.start + 1, f"{pieces}, " if staying else pieces)
            return
        first = next(iter(tree.keys.values()))
        indent = " " * splices.column(first.start)
        lines = ["".join(field_lines({key: value}, indent)) for key, value in run.items()]
        gap = "\n" if nodes and self._is_airy(tree) else ""
        if after:
            splices.insert_lines(tree.values[after].end, gap + gap.join(lines))
        else:
            start = splices.line_start(first.start)
            splices.put(start, start, gap.join(lines) + gap)

    def _is_airy(self, tree: Mapping) -> bool:
        """Tell whether nodes stand with an empty line between them."""
        ends, starts = list(tree.values.values())[:-1], list(tree.keys.values())[1:]
        text = self._splices.text
        gaps = (text[one.end : other.start] for one, other in zip(ends, starts, strict=True))
        return not starts or any(gap.replace("\r", "").count("\n\n") for gap in gaps)

    # --- lists ------------------------------------------------------------------------------

    def _items(
        self, tree: Sequence, old: list[Item], new: list[Item], change: Callable[[Tree, Item, Item], None]
    ) -> None:
        written = _written(new)
        codes = [*_pairs(_differences(_written(old), written))]
        gone = {index for tag, start, end, _, _ in codes for index in range(start, end) if tag == "delete"}
        staying = [index for index in range(len(old)) if index not in gone]
        if tree.flow:
            self._cut(tree.items, tree.items, gone)
        else:
            for index in gone:
                self._drop(tree, index)
        for tag, start, end, first, last in codes:
            if tag == "replace":
                for offset in range(end - start):
                    change(tree.items[start + offset], old[start + offset], new[first + offset])
            elif tag == "insert":
                before = [index for index in staying if index < start]
                self._put_in(tree, before[-1] if before else -1, written[first:last], staying)

    def _drop(self, tree: Sequence, index: int) -> None:
        splices = self._splices
        start = splices.line_start(tree.items[index].start)
        floor = splices.line_end(tree.items[index - 1].end) if index else start
        splices.put(splices.with_comments(start, floor), splices.line_end(tree.items[index].end), "")

    def _put_in(self, tree: Sequence, after: int, pieces: list[str], staying: list[int]) -> None:
        splices = self._splices
        if tree.flow:
            words = ", ".join(pieces)
            at = tree.items[after].end if after >= 0 else tree.start + 1
            splices.put(at, at, f", {words}" if after >= 0 else f"{words}, " if staying else words)
            return
        hyphen = splices.before(tree.items[0].start)
        indent = " " * (len(hyphen) - len(hyphen.lstrip()))
        lines = "".join(f"{indent}- {piece}\n" for piece in pieces)
        if after >= 0:
            splices.insert_lines(tree.items[after].end, lines)
        else:
            start = splices.line_start(tree.items[0].start)
            splices.put(start, start, lines)

    def _cut(self, starts: Sequenced, ends: Sequenced, gone: AbstractSet[int]) -> None:
        """Take things out that stand with commas between them."""
        if not gone:
            return
        last = max((index for index in range(len(starts)) if index not in gone), default=None)
        if last is None:
            self._splices.put(starts[0].start, ends[-1].end, "")
            return
        for index in sorted(gone):
            if index < last:
                comma = self._splices.comma(ends[index].end)
                self._splices.put(starts[index].start, self._splices.after_spaces(comma + 1), "")
        if last + 1 < len(starts):
            self._splices.put(ends[last].end, ends[-1].end, "")

    # --- items ------------------------------------------------------------------------------

    def _link(self, tree: Tree, old: wire.Data, new: wire.Data) -> None:
        if isinstance(tree, Mapping):
            self.mapping(tree, _as_written(old), _as_written(new))
        else:
            self._word(tree, old, short(new))

    def _word(self, tree: Tree, _: Any, new: Any) -> None:  # noqa: ANN401 - plain data
        self._splices.put(tree.start, tree.end, inline(new))


def inline_field(key: str, value: Any) -> str:  # noqa: ANN401 - plain data
    """Return a field as it is written between braces."""
    links = key in wire.LINK_LISTS  # `unless` is seen to where it is written
    return inline({key: [short(link) for link in value] if links else value})[1:-1]


def _as_written(link: wire.Data) -> wire.Data:
    return {**link, "from": short({"from": link["from"]})}


def _written(items: list[Any]) -> list[str]:
    return [inline(short(item) if isinstance(item, dict) else item) for item in items]


def _differences(old: list[str], new: list[str]) -> Listed[Opcode]:
    """Return what differs between two lists; of those equally long, item by item, as twins are told apart."""
    if len(old) == len(new):
        differing = (index for index in range(len(old)) if old[index] != new[index])
        return [("replace", index, index + 1, index, index + 1) for index in differing]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _pairs(codes: Listed[Opcode]) -> Iterator[Opcode]:
    """Part replacements of unequal length: as many items as both have are changed, the rest come or go."""
    for tag, start, end, first, last in codes:
        both = min(end - start, last - first)
        if tag != "replace" or end - start == last - first:
            yield tag, start, end, first, last
            continue
        yield tag, start, start + both, first, first + both
        rest = "delete" if end - start > both else "insert"
        yield rest, start + both, end, first + both, last


def _are_lists(old: Any, new: Any) -> bool:  # noqa: ANN401 - plain data
    return isinstance(old, list) and isinstance(new, list) and len(new) > 1


def _may_stay(key: str, new: wire.Data) -> bool:
    """Tell whether a field that says no more than what is so anyway may stand in what is to be there."""
    kind = new.get("kind")  # no text where these are nodes, one of them called so
    return key not in wire.STAKE_FIELDS or not isinstance(kind, str) or kind in wire.STAKES


def _are_nodes(data: wire.Data) -> bool:
    return bool(data) and all(isinstance(value, dict) and "kind" in value for value in data.values())
