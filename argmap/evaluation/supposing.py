"""What is supposed in a what-if: the changes that a user's words ask for, by id.

Whether they can be asked at all is settled here; what they change, in `whatif`.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from argmap.errors import RequestError, UnknownNameError
from argmap.model import RELATIONS, ArgumentMap, Claim, Link
from argmap.query.names import node_called
from argmap.query.standing import is_given
from argmap.soundness import ID_PATTERN
from argmap.spelling import near

_ADDED: Final = re.compile(
    r"\s*(because|but|unless)\s+(\S+?)\s*(?:\(([^()]*)\)\s*)?:\s*(.*\S)\s*\Z", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is changed, by id.

    Attributes:
        dropped: Nodes that do not stand whatever speaks for them, and links that are gone.
        sure: Other confidences of nodes, and weights of links, of the map as it is.
        nodes: New statements, given.
        links: New links.
    """

    dropped: tuple[str, ...] = ()
    sure: tuple[tuple[str, float], ...] = ()
    nodes: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()


def requested(
    m: ArgumentMap,
    drop: Sequence[str] = (),
    sets: Sequence[str] = (),
    add: Sequence[str] = (),
    *,
    attacks_only: bool = False,
) -> Changes:
    """Return the changes that words describe.

    Args:
        m: The map.
        drop: Ids of nodes or links.
        sets: `ID=0.3`: a given node's confidence, or the weight of a link; also of what is added.
        add: `but charge: text of an objection`; also because and unless (before the id of a link);
            in place of a text one or more ids, joined by +. `but charge (40%): text` says how sure
            the new statement is; before ids, how strong the step.
        attacks_only: Whether strengths leave supports aside: then what is argued for has a confidence
            that counts, too.

    Raises:
        ArgmapError: an unknown id, a malformed request, a value outside [0, 1], or contradictions.
    """
    dropped = tuple(dict.fromkeys(_called(m, name) for name in drop))
    added = _Added(m)
    for words in add:
        added.take(words)
    for link in added.links.values():
        if link.target in dropped:
            raise RequestError(f"{link.target} is dropped, and something is added to it")
    sure = dict(added.sure)
    for words in sets:
        name, value = _set(m, added.names, words)
        if sure.setdefault(name, value) != value:
            raise RequestError(f"{name} is set to {sure[name]:g} and to {value:g}")
        if name in dropped:
            raise RequestError(f"{name} is dropped and set to {value:g}")
        if not attacks_only:
            _settable(m, name)
    nodes = tuple(each.model_copy(update={"sure": sure.get(each.id)}) for each in added.nodes.values())
    new = tuple(each.model_copy(update={"sure": sure.get(each.id)}) for each in added.links.values())
    return Changes(dropped, tuple(each for each in sure.items() if each[0] not in added.names), nodes, new)


def _called(m: ArgumentMap, name: str, new: Iterable[str] = ()) -> str:
    """Return the id of the node or link of the map that is meant; new links may have been, too."""
    if name in m.links_by_id or name in m.by_id:
        return name
    if "." in name:
        raise UnknownNameError("link", name, near=near(name, (*m.links_by_id, *new), 3))
    return node_called(m, name).id


def _set(m: ArgumentMap, added: Collection[str], words: str) -> tuple[str, float]:
    name, sign, written = (part.strip() for part in words.rpartition("="))
    if not sign or not name:
        raise RequestError(f"{words} sets nothing", "write --set ID=0.3")
    value = _share(name, written)
    return name if name in added else _called(m, name), value


def _share(name: str, written: str) -> float:
    """Return the number that is written, as one in [0, 1] or in per cent."""
    try:
        value = float(written.removesuffix("%")) / (100 if written.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise RequestError(f"{name} is set to a number from 0 to 1, not to {written or 'nothing'}")
    return abs(value)  # there is no -0


def _settable(m: ArgumentMap, name: str) -> None:
    node = m.by_id.get(name)
    if node is not None and not is_given(m, node):
        under = [link for link in m.links_onto.get(name, ()) if link.relation == "supports"]
        others = [*(premise for link in under for premise in link.premises), *(link.id for link in under)]
        rest = f", or set what it rests on: {', '.join(dict.fromkeys(others[:6]))}" if others else ""
        raise RequestError(
            f"{name} is not given but argued for: its strength is that of its reasons", f"drop it{rest}"
        )


@dataclass
class _Added:
    """What is added, while it is gathered; what was added before can be answered."""

    m: ArgumentMap
    nodes: dict[str, Claim] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    sure: dict[str, float] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        return {*self.nodes, *self.links}

    def take(self, words: str) -> None:
        """Add what one request asks for."""
        found = _ADDED.match(words)
        if found is None or not any(map(str.isalnum, found[4])):
            raise RequestError(f"{words} adds nothing", 'write --add "but ID: the objection in a sentence"')
        word, name, written, text = found.groups()
        target = self._target(word, name)
        premises = self._premises(text)
        if target in premises or len(set(premises)) < len(premises):
            raise RequestError(f"{words}: no node bears on itself, and none stands in a link twice")
        link_id = self._fresh("added", len(self.links) + 1)
        if not premises:
            premises = [self._fresh("new", 1)]
            self.nodes[premises[0]] = Claim(id=premises[0], text=text, given=True)
            named = premises[0]
        else:
            named = link_id
        if written is not None:
            self.sure[named] = _share(f"what is added to {target}", written.strip())
        self.links[link_id] = Link(
            id=link_id, premises=tuple(premises), target=target, relation=RELATIONS[word]
        )

    def _target(self, word: str, name: str) -> str:
        """Return the id of what the new link bears on, a step or a node as the word wants it."""
        new = name in self.nodes or name in self.links
        target = name if new else _called(self.m, name, self.links)
        if (word == "unless") != (target in self.m.links_by_id or target in self.links):
            what = "a step, by the id of a link" if word == "unless" else "a node"
            raise RequestError(f"`{word}` stands before {what}, and {target} is none")
        return target

    def _premises(self, text: str) -> list[str]:
        """Return the ids that are written; nothing where the text is a sentence."""
        parts = [part.strip() for part in text.split("+")]
        unknown = [part for part in parts if part not in self.m.by_id and part not in self.nodes]
        if unknown and all(re.fullmatch(ID_PATTERN, part) for part in parts):  # ids, not a sentence
            raise UnknownNameError("id", unknown[0], near=near(unknown[0], (*self.m.by_id, *self.nodes), 3))
        return [] if unknown else parts

    def _fresh(self, stem: str, first: int) -> str:
        taken = (self.m.by_id, self.m.links_by_id, self.nodes, self.links)
        names = (f"{stem}-{number}" for number in count(first))
        return next(name for name in names if not any(name in each for each in taken))
