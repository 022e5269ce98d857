"""Why plain data is no map: what is wrong with its shape, its fields and its references.

Every fault is told with its path and in the mapmaker's words; asked only when something is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from argmap.controls import visible
from argmap.errors import Flaw, UnsoundMapError
from argmap.looks import cut
from argmap.model import KINDS, WORDS, ArgumentMap, Relation, Source
from argmap.places import Path
from argmap.soundness import flaws
from argmap.unfolding import Fault, Unfolded, field
from argmap.wire import LINK_LISTS, NODE_FIELDS, STAKE_FIELDS
from argmap.wording import choice, of_value, shown

MESSAGE_LONGEST: Final = 300


class Draft(NamedTuple):
    """A link as it was written, before it is known to be sound."""

    id: str
    premises: Sequence[str]
    target: str
    relation: Relation


def all_faults(data: Unfolded) -> list[Fault]:
    """Return the faults of shape, of fields and of references together, safe to show."""
    return _Diagnosis(data).faults()


class _Diagnosis:
    """Looks through data that is no map."""

    def __init__(self, data: Unfolded) -> None:
        self._data = data

    def faults(self) -> list[Fault]:
        """Return the faults of shape, of fields and of references together, safe to show."""
        faults = [*self._data.faults, *self._of_fields(), *self._of_references()]
        return [Fault(path, visible(cut(message, MESSAGE_LONGEST))) for path, message in faults]

    def _of_fields(self) -> Iterator[Fault]:
        try:
            ArgumentMap.model_validate(self._data.fields)
        except ValidationError as error:
            for each in error.errors(include_url=False):
                yield from self._of_field(each)
        except UnsoundMapError:
            pass  # told with the references

    def _of_field(self, error: Mapping[str, Any]) -> Iterator[Fault]:
        location = error["loc"]
        match location:
            case ("links", int(index), *rest):
                if "premises" not in rest:  # those are told with the references, or with the shape
                    path = (*self._data.path(index), *rest[:1])
                    yield Fault(path, self._worded(error, self._name(index), rest))
            case ("nodes", int(index), *rest):
                yield self._of_node(error, self._data.nodes[index], rest[1:])
            case ("thesis",) if self._thesis() is not None:
                pass  # told with the references
            case _:
                path = (*location, None) if error["type"] == "extra_forbidden" else location
                owner = "source" if location[:1] == ("source",) != location else "the map"
                yield Fault(path, self._worded(error, owner, location))

    def _of_node(self, error: Mapping[str, Any], node: Any, rest: Sequence[Any]) -> Fault:  # noqa: ANN401 - model or data
        """Return the fault of a node; `rest` is the way to it, below the node's kind."""
        if rest[:1] == ["anchor"]:  # a file has no such level
            rest = rest[1:]
        node_id = field(node, "id")
        path: Path = ("nodes", node_id, *rest)
        if rest == ["id"]:
            path = ("nodes", node_id, None)
        elif error["type"] == "extra_forbidden":
            path = (*path, None)
        return Fault(path, self._worded(error, shown(node_id), rest, field(node, "kind")))

    def _of_references(self) -> Iterator[Fault]:
        ids = [field(node, "id") for node in self._data.nodes]
        drafts = [Draft(*(field(link, name) for name in Draft._fields)) for link in self._data.links]
        for flaw in flaws(ids, drafts, self._thesis()):
            yield self._placed(flaw, ids)

    def _thesis(self) -> str | None:
        """Return the thesis where it is a word that could name a node."""
        thesis = self._data.fields.get("thesis")
        return thesis if isinstance(thesis, str) and thesis else None

    def _placed(self, flaw: Flaw, ids: Sequence[str]) -> Fault:
        hint = ""
        if flaw.unknown is not None:
            hint = self._data.hints.of(flaw.unknown, self._known(flaw, ids))
        if flaw.node is not None:
            return Fault(("nodes", ids[flaw.node], None), flaw.message)
        if flaw.link is None:
            return Fault(("thesis",), flaw.message + hint)
        path = (
            self._data.path(flaw.link)
            if flaw.premise is None
            else self._data.path_of_premise(flaw.link, flaw.premise)
        )
        return Fault(path, f"{flaw.message} in {self._name(flaw.link)}{hint}")

    def _known(self, flaw: Flaw, ids: Sequence[str]) -> Sequence[str]:
        """Return the names that could be meant: an undercutter's target is a link, all else a node."""
        links = self._data.links
        if (
            flaw.link is None
            or flaw.premise is not None
            or field(links[flaw.link], "relation") != "undercuts"
        ):
            return ids
        return [field(each, "id") for each in links]

    def _worded(
        self, error: Mapping[str, Any], owner: str, location: Sequence[Any], kind: object = None
    ) -> str:
        """Say in the mapmaker's words what Pydantic found."""
        names = [part for part in location if isinstance(part, str)]
        name = names[-1] if names else ""
        match error["type"]:
            case "missing":
                return f"{owner} has no {name}"
            case "extra_forbidden" if name in STAKE_FIELDS and kind in KINDS:
                return f"{name} belongs to a gain or a cost, and {owner} is of kind {kind}"
            case "extra_forbidden":
                known = tuple(Source.model_fields) if owner == "source" else (*NODE_FIELDS, *LINK_LISTS)
                return f"unknown field {shown(name)} in {owner}{self._data.hints.of(name, known)}"
            case "literal_error":
                return choice(name, error["input"], owner, self._data.hints)
            case what:
                return f"{of_value(what, name, error)} (in {owner})"

    def _name(self, index: int) -> str:
        """Return what messages call a link: `charge.because`."""
        link = self._data.links[index]
        return f"{field(link, 'target')}.{WORDS[field(link, 'relation')]}"
