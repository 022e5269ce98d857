"""From plain data to a map, or to every problem at once.

Nothing here knows of lines and columns: a format gives the function that finds them, and it is
asked only when something is wrong.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Final, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from argmap.diagnosis import all_faults
from argmap.errors import LoadError, Problem, UnsoundMapError
from argmap.model import ArgumentMap, Link, Node
from argmap.places import Path
from argmap.unfolding import Fault, Unfolded
from argmap.wire import Data

_SHARED_FIELDS_SET: Final[set[str]] = set()
AT_A_TIME: Final = 1_000
"""Nodes or links that are made into models at a time."""


Locate: TypeAlias = Callable[[Sequence[Path]], Iterable[tuple[int, int]]]
"""From paths to their lines and columns; asked once, and only when something is wrong."""


def from_plain(data: Any, name: str, locate: Locate) -> ArgumentMap:  # noqa: ANN401
    """Make the map that plain data describes.

    Args:
        data: What a YAML or JSON reader gives: dicts, lists and scalars; scalars may be words.
            It is taken apart, and no use afterwards.
        name: Name of the text, for messages.
        locate: Gives the places of paths through the data.

    Raises:
        LoadError: with every problem of the data at once.
    """
    m, faults = built(data)
    if m is None:
        raise LoadError(name, problems(faults, locate))
    return m


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
        models = adapter.validate_python(values[start : start + AT_A_TIME])
        for model in models:
            # One set for all: each model's own, of which nobody asks, weighs as much as its fields.
            object.__setattr__(model, "__pydantic_fields_set__", _SHARED_FIELDS_SET)
        values[start : start + AT_A_TIME] = models
