"""A map as Argdown: what every reader of it understands first, then, as metadata, all the rest.

A reason or rebuttal that only says from where to where is a relation below its target. One that says
more is an argument: its premises, the inference with what is said of the step, its conclusion. What
such an argument rebuts or undercuts it does through a conclusion that stands for nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from argmap import wire
from argmap.controls import one_line, visible
from argmap.formats._argdown_shortcodes import SIGNS
from argmap.model import ArgumentMap, Link, Node

_ARROWS: Final = {"supports": "<+", "rebuts": "<-", "undercuts": "<_"}
_ESCAPED: Final = re.compile(r"[\\*_\[\]<>{}@#]")
_EQUALS_SIGN: Final = "\\x3d"
"""How it stands in front matter, which three of them would end."""
_EQUALS: Final = re.compile("={3,}")
_RULE: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ]*(?:-[A-Za-z0-9 ]+)*\Z")


def pieces(m: ArgumentMap) -> Iterator[str]:
    """Yield the text: the head, then each node with the links onto it."""
    yield from _head(m)
    layout = _Layout(m)
    for node in m.nodes:
        yield from layout.node(node)


def _head(m: ArgumentMap) -> Iterator[str]:
    rest = {key: value for key, value in wire.head(m).items() if key in ("source", "thesis")}
    if m.title is None and not rest and m.nodes:
        return
    title = "" if m.title is None else f"title: {_quoted(m.title)}\n"
    own = f"argmap: {_flow(rest)}\n" if rest else ""
    yield f"===\n{(title + own).replace('=', _EQUALS_SIGN)}===\n\n"


class _Layout:
    """Says which links stand as relations and which as arguments."""

    def __init__(self, m: ArgumentMap) -> None:
        self._m = m
        self._seen: set[tuple[str, str, str]] = set()

    def node(self, node: Node) -> Iterator[str]:
        """Yield a node, the relations below it, and the arguments for and against it."""
        fields = wire.node_fields(node)
        text = one_line(fields.pop("text")) or node.id
        if text != node.text:
            fields["text"] = node.text
        if node.kind == "claim":
            del fields["kind"]
        yield f"[{node.id}]: {_text(text)}{' ' + _flow(fields) if fields else ''}\n"
        links = self._m.links_onto.get(node.id, ())
        bare = {link.id for link in links if self._is_bare(link)}
        yield from (self._line(link, bare) for link in links if self._has_line(link, bare))
        yield "\n"
        supporting = [link.id for link in links if link.relation == "supports"]
        mixed = supporting != sorted(supporting, key=lambda each: each not in bare)
        places = {each: place for place, each in enumerate(supporting, 1) if mixed}
        for link in links:
            if link.id not in bare:
                yield from self._arguments(link, places.get(link.id, 0))

    def _is_bare(self, link: Link) -> bool:
        """Tell whether a relation's line says all there is of a link; the second of a pair is none."""
        if link.linked or wire.link_fields(link) or link.id in self._m.links_onto:
            return False
        key = (link.premises[0], link.relation, link.target)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _has_line(self, link: Link, bare: set[str]) -> bool:
        """Tell whether a link stands as a relation below its target; arguments for it do not."""
        return link.id in bare or link.relation != "supports"

    def _line(self, link: Link, bare: set[str]) -> str:
        source = link.premises[0] if link.id in bare else _conclusion(link)
        return f"  {_ARROWS[link.relation]} [{source}]\n"

    def _arguments(self, link: Link, place: int) -> Iterator[str]:
        """Yield the argument that a link is, and those that undercut it, and so on."""
        pending = [(link, place)]
        while pending:
            here, number = pending.pop()
            undercutters = self._m.links_onto.get(here.id, ())
            bare = {each.id for each in undercutters if self._is_bare(each)}
            yield self._argument(here, number, [self._line(each, bare) for each in undercutters])
            pending += [(each, 0) for each in reversed(undercutters) if each.id not in bare]

    def _argument(self, link: Link, place: int, lines: Iterable[str]) -> str:
        data = wire.step_fields(link)
        supports = link.relation == "supports"
        if not supports:
            data = {"argmap": link.relation, **data}
        if place:
            data["place"] = place
        rule = link.scheme if link.scheme is not None and _RULE.match(link.scheme) else ""
        if rule:
            del data["scheme"]
        premises = [f"({number}) [{each}]\n" for number, each in enumerate(link.premises, 1)]
        last = len(premises) + 1
        told = " ".join(filter(None, (rule, _flow(data) if data else "")))
        inference = f"--\n{told}\n--\n" if told else "----\n"
        verb = "rebutted" if link.relation == "rebuts" else "undercut"
        told = f"[{link.target}]" if supports else f"[{_conclusion(link)}]: {_text(link.target)} is {verb}"
        return f"<{link.id}>\n\n{''.join(premises)}{inference}{''.join(lines)}({last}) {told}\n\n"


def _conclusion(link: Link) -> str:
    """Return the title of the statement through which an argument rebuts or undercuts."""
    return f"{link.id}.so"


# --- texts --------------------------------------------------------------------------------------


def _text(text: str) -> str:
    """Return a text on one line as Argdown that says just this."""
    safe = _ESCAPED.sub(r"\\\g<0>", text).replace("//", "/\\/").replace("@include(", "@\\include(")
    safe = _EQUALS.sub(lambda found: "\\=" * len(found[0]), safe)
    return _without_codes(safe)


def _without_codes(safe: str) -> str:
    """Escape points and colons between which a reader would see a short code, or miss an escape."""
    pieces: list[str] = []
    done = at = 0
    while found := _POINT.search(safe, at):
        at = found.start()
        code = _SPAN[safe[at]].match(safe, at)
        name = code[1] if code else ""
        if name in SIGNS or "\\" in name:
            pieces.append(safe[done:at] + "\\")
            done = at
            at += 1
        else:
            at = code.end() if code else at + 1
    return "".join(pieces) + safe[done:]


_POINT: Final = re.compile("[.:]")
_SPAN: Final = {".": re.compile(r"\.(\S[^\s.]*)\."), ":": re.compile(r":(\S[^\s:]*):")}


def _flow(value: Any) -> str:  # noqa: ANN401 - any plain data
    """Return data as metadata on one line: every text in quotes, no brace within one."""
    if isinstance(value, dict):
        names = (key if key.isidentifier() else _quoted(key) for key in value)
        pairs = (f"{key}: {_flow(each)}" for key, each in zip(names, value.values(), strict=True))
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else _quoted(str(value))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + visible(escaped).replace("}", "\\u007d").replace("@include(", "@\\u0069nclude(") + '"'
