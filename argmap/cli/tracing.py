"""What `trace` traces: the statements that a word means; apart from the command, so that help is light."""

from typing import TYPE_CHECKING, Final

from argmap.graph import build_graph
from argmap.model import KINDS, ArgumentMap
from argmap.query.beneath import Only, thesis_of
from argmap.query.names import node_called
from argmap.query.standing import roots
from argmap.query.tracing import Trace, traces

if TYPE_CHECKING:
    from argmap.query.chains import Chains

KIND_WORDS: Final = (*KINDS, "thesis")
THESIS_WORDS: Final = ("claim", "thesis")
MOST_ROOTS: Final = 20


def traced(m: ArgumentMap, name: str, *, up: bool, down: bool, depth: int, only: Only | None) -> list[Trace]:
    """Return the traces of the statements that a word or a name means."""
    return traces(m, _meant(m, name), up=up, down=down, depth=depth, only=only)


def ways(m: ArgumentMap, start: str, end: str) -> "Chains":
    """Return the ways between the two statements that words or names mean."""
    from argmap.query.chains import chains  # noqa: PLC0415 - networkx, which a trace needs not

    return chains(build_graph(m), node_meant(m, start), node_meant(m, end))


def _meant(m: ArgumentMap, name: str) -> list[str]:
    """Return the ids of the statements that a word or a name means."""
    word = name.lower()
    if word not in KIND_WORDS:
        return [node_called(m, name, also=KIND_WORDS).id]
    thesis = thesis_of(m)
    if word in THESIS_WORDS:
        return [thesis.id] if thesis else []
    of_kind = [node.id for node in roots(m) if node.kind == word]
    every = [node.id for node in m.nodes if node.kind == word]
    return (of_kind or every)[:MOST_ROOTS]


def node_meant(m: ArgumentMap, name: str) -> str:
    """Return the id of the one statement that a word or a name means."""
    thesis = thesis_of(m) if name.lower() in THESIS_WORDS else None
    return thesis.id if thesis else node_called(m, name, also=THESIS_WORDS).id
