"""The fields a statement can be sorted, filtered and tabled by: one name, one value each.

What a statement comes to when it is weighed is found upstairs; who asks for it hands down how.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, TypeAlias

from argmap.errors import RequestError
from argmap.model import ArgumentMap, Node
from argmap.query.standing import (
    Objection,
    is_given,
    objections_by_target,
    reasons,
    rebuttals,
)
from argmap.spelling import near
from argmap.wording import CHOICES

TEXT_FIELDS: Final = (
    "id", "kind", "text", "label", "holder", "nature", "domain", "unit", "status", "by",
    "hedge", "place", "quote", "tags", "note",
)  # fmt: skip
WEIGHED_FIELDS: Final = ("verdict", "strength")
"""What a statement comes to: found only when one of them is asked for."""
NUMBER_FIELDS: Final = ("amount", "sure", "for", "against", "strength")
FIELDS: Final = (*TEXT_FIELDS, "verdict", *NUMBER_FIELDS)
VERDICTS: Final = ("stands", "undecided", "falls")
"""In the order in which they are sorted."""
CHOICES_ASKED: Final[Mapping[str, Sequence[str]]] = {**CHOICES, "verdict": VERDICTS}
"""The fields that can have a few values only, and those."""
Weigh: TypeAlias = Callable[[], Mapping[str, Mapping[str, Any]]]
"""Returns `verdict` and `strength`, each by the id of the statement."""
FLAGS: Final = ("contested", "open", "supported", "given", "implicit", "root", "placed", "todo")
"""Words that are true or false of a statement: it has objections; one of them is unanswered; it
has a reason; it is taken for granted; the source leaves it unsaid; it bears on nothing; it has a
place in the source; it is tagged `todo`."""


class Facts:
    """What can be asked of the statements of one map; what needs the whole map is found once."""

    def __init__(self, m: ArgumentMap, weigh: Weigh | None = None) -> None:
        """Keep the map, and what weighs it when that is asked for."""
        self.map = m
        self._weigh = weigh

    @cached_property
    def _weighed(self) -> Mapping[str, Mapping[str, Any]]:
        if self._weigh is None:
            raise RequestError("verdict and strength are known of a weighed map only")
        return self._weigh()

    @cached_property
    def _against(self) -> Mapping[str, tuple[Objection, ...]]:
        return objections_by_target(self.map)

    def value(self, node: Node, field: str) -> Any:  # noqa: ANN401 - text, texts or a number
        """Return a field of a statement: text, a tuple of texts, a number, or None."""
        match field:
            case "for":
                return len(reasons(self.map, node.id))
            case "against":
                return len(rebuttals(self.map, node.id))
            case "place":
                return (*node.anchor.at, *node.anchor.also) if node.anchor else ()
            case "quote":
                return node.anchor.quote if node.anchor else None
            case "verdict" | "strength":
                return self._weighed[field][node.id]
            case _:
                return getattr(node, field, None)

    def flag(self, node: Node, flag: str) -> bool:
        """Tell whether one of the words of `FLAGS` is true of a statement."""
        return self._flags[flag](node)

    @cached_property
    def _flags(self) -> Mapping[str, Callable[[Node], bool]]:
        return {
            "contested": lambda node: node.id in self._against,
            "open": lambda node: any(not each.answered for each in self._against.get(node.id, ())),
            "supported": lambda node: bool(reasons(self.map, node.id)),
            "given": lambda node: is_given(self.map, node),
            "implicit": lambda node: node.implicit,
            "root": lambda node: node.id not in self.map.bearing,
            "placed": lambda node: node.anchor is not None,
            "todo": lambda node: "todo" in node.tags,
        }


def field_named(name: str) -> str:
    """Return the field of that name.

    Raises:
        RequestError: there is none.
    """
    return _known("field", name, FIELDS)


def choice_named(field: str, value: str) -> str:
    """Return the value of that name which one of the fields in `CHOICES_ASKED` can have.

    Raises:
        RequestError: it can have no such value.
    """
    return _known(field, value, CHOICES_ASKED[field])


def _known(what: str, name: str, names: Sequence[str]) -> str:
    if name.lower() in names:
        return name.lower()
    guesses = near(name.lower(), names)
    hint = f"did you mean {guesses[0]}?" if guesses else "there are " + ", ".join(names)
    raise RequestError(f"there is no {what} {name}", hint)


def place_key(place: str) -> list[int]:
    """Return the numbers of a place, by which places are sorted: p2 comes before p10."""
    return [int(number) for number in re.findall(r"\d+", place)]
