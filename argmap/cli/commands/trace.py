"""`argmap trace`: what a statement rests on, what it bears on, and the ways between two."""

from typing import Final, cast

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, output_options, quote_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.graph import build_graph
from argmap.model import KINDS, ArgumentMap
from argmap.query.beneath import DEEPEST, DEPTH, Only, thesis_of
from argmap.query.chains import chains
from argmap.query.names import node_called
from argmap.query.standing import roots
from argmap.query.tracing import trace
from argmap.render.tracing import chains_answer, trace_answer

KIND_WORDS: Final = (*KINDS, "thesis")
MOST_ROOTS: Final = 20


@click.command(
    cls=Command,
    example="argmap trace claim\nargmap trace great-power-role --down\n"
    "argmap trace energy-exports --to thesis",
)
@click.argument("node", metavar="ID", shell_complete=complete_node)
@click.option("--up", is_flag=True, help="Only what it bears on.")
@click.option("--down", is_flag=True, help="Only what it rests on.")
@click.option("--to", metavar="ID", help="The ways from ID to this node.", shell_complete=complete_node)
@click.option(
    "--depth", type=click.IntRange(1, DEEPEST), default=DEPTH, show_default=True, help="Steps to go."
)
@click.option(
    "--only", type=click.Choice(["because", "but"]), help="Follow reasons only, or objections only."
)
@quote_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    node: str,
    up: bool,
    down: bool,
    to: str | None,
    depth: int,
    only: str | None,
    quotes: bool,
) -> None:
    """Trace a node of the MAP: what it bears on, and what it rests on.

    ID is a node's id, its beginning, or words of its text; `claim` or `thesis` is the thesis,
    and another kind (gain, cost, …) each node of that kind that bears on nothing further.
    """
    session = ctx.ensure_object(Session)
    m = session.load()
    graph = build_graph(m)
    if to is not None:
        show(ctx, chains_answer(m, chains(graph, _one(m, node), _one(m, to))))
        return
    both = up == down
    traces = [
        trace(graph, name, up=up or both, down=down or both, depth=depth, only=cast("Only | None", only))
        for name in _meant(m, node)
    ]
    show(ctx, trace_answer(m, traces, session.article(m, wanted=quotes), quotes=quotes))


def _one(m: ArgumentMap, name: str) -> str:
    """Return the id of the one statement that a word or a name means."""
    thesis = thesis_of(m) if name in {"claim", "thesis"} else None
    return thesis.id if thesis else node_called(m, name).id


def _meant(m: ArgumentMap, name: str) -> list[str]:
    """Return the ids of the statements that a word or a name means."""
    if name not in KIND_WORDS:
        return [node_called(m, name).id]
    thesis = thesis_of(m)
    if name in {"claim", "thesis"}:
        return [thesis.id] if thesis else []
    of_kind = [node.id for node in roots(m) if node.kind == name]
    every = [node.id for node in m.nodes if node.kind == name]
    return (of_kind or every)[:MOST_ROOTS]
