"""From plain data to a map, or to every problem at once.

Nothing here knows of lines and columns: a format gives the function that finds them, and it is
asked only when something is wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from typing import Annotated, Any, Final, NamedTuple, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from argmap.diagnosis import all_faults
from argmap.errors import LoadError, Problem, UnsoundMapError
from argmap.model import ArgumentMap, Link, Node
from argmap.places import Path
from argmap.pruning import prune, prune_flat
from argmap.sharing import lightened
from argmap.unfolding import Fault, Unfolded
from argmap.wire import Data

AT_A_TIME: Final = 1_000
"""Nodes or links that are made into models at a time."""


ROUNDS_MOST: Final = 8
"""How often what hangs on what is wrong is looked for."""

Locate: TypeAlias = Callable[[Sequence[Path]], Iterable[tuple[int, int]]]
"""From paths to their lines and columns; asked once, and only when something is wrong."""


class Built(NamedTuple):
    """A map, and what was wrong with the data.

    Attributes:
        map: The map of what is sound.
        problems: What is wrong, each with its place; whoever did not ask for leniency gets these as an error.
        further: What could not stand without it and was left out too, in words.
    """

    map: ArgumentMap
    problems: tuple[Problem, ...] = ()
    further: tuple[str, ...] = ()


def from_plain(fresh: Callable[[], Any], name: str, locate: Locate) -> Built:
    """Make the map that plain data describes.

    Args:
        fresh: Gives what a YAML or JSON reader makes of the text, each time anew: dicts, lists and
            scalars; scalars may be words. It is taken apart, and no use afterwards.
        name: Name of the text, for messages.
        locate: Gives the places of paths through the data.

    Raises:
        LoadError: with every problem of the data at once, where nothing can be made of it.
    """
    m, faults = built(fresh())
    if m is not None:
        return Built(m)
    told = tuple(problems(faults, locate))
    data, further = fresh(), faults
    said: list[str] = []
    for _ in range(ROUNDS_MOST):
        if not prune(data, further):
            break
        m, further = built(deepcopy(data))
        if m is not None:
            return Built(m, told, tuple(said))
        said += [fault.message for fault in further]
    raise LoadError(name, told)


def from_flat(
    head: Data, nodes: list[Data], links: list[Data]
) -> tuple[ArgumentMap | None, list[Fault], list[str]]:
    """Make the map of a header and flat lists, without what is wrong in them; the lists are changed.

    Returns: the map, or None where nothing can be made of it; every fault of the lists as they
        were; what could not stand without it and was left out too, in words.
    """
    m, faults = built_flat(deepcopy(head), nodes, links)
    if m is not None:
        return m, [], []
    further, said = faults, list[str]()
    for _ in range(ROUNDS_MOST):
        if not prune_flat(nodes, links, head, further):
            break
        m, further = built_flat(deepcopy(head), nodes, links)
        if m is not None:
            return m, faults, said
        said += [fault.message for fault in further]
    return None, faults, []


def problems(faults: Sequence[Fault], locate: Locate) -> list[Problem]:
    """Return the faults with their places in the text."""
    places = locate([fault.path for fault in faults])
    return [Problem(*place, fault.message) for place, fault in zip(places, faults, strict=True)]


def built(data: Any) -> tuple[ArgumentMap | None, list[Fault]]:  # noqa: ANN401
    """Return the map that plain data describes, or None and every fault."""
    unfolded = Unfolded()
    unfolded.read(data)
    return _made(unfolded)


def built_flat(
    head: Data, nodes: Iterable[Data], links: Iterable[Data]
) -> tuple[ArgumentMap | None, list[Fault]]:
    """Return the map that a header and flat lists of nodes and links describe, or every fault.

    Args:
        head: What `head` gives.
        nodes: Each as `node_fields` gives it, with its `id`.
        links: Each as `flat_link` gives it; the fault of a link has the path `("links", index)`.
    """
    unfolded = Unfolded()
    unfolded.read_flat(head, nodes, links)
    return _made(unfolded)


def _made(unfolded: Unfolded) -> tuple[ArgumentMap | None, list[Fault]]:
    if unfolded.faults:
        return None, all_faults(unfolded)
    try:
        if len(unfolded.nodes) > AT_A_TIME:
            _validate_in_place(
                unfolded.nodes, TypeAdapter(list[Annotated[Node, Field(discriminator="kind")]])
            )
            _validate_in_place(unfolded.links, TypeAdapter(list[Link]))
        return ArgumentMap.model_validate(unfolded.fields), []
    except (ValidationError, UnsoundMapError):
        return None, all_faults(unfolded)


def _validate_in_place(values: list[Any], adapter: TypeAdapter[Any]) -> None:
    """Put models in the place of their data, some at a time, so that both are never held whole."""
    for start in range(0, len(values), AT_A_TIME):
        values[start : start + AT_A_TIME] = map(
            lightened, adapter.validate_python(values[start : start + AT_A_TIME])
        )
