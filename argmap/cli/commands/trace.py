"""`argmap trace`: what a statement rests on, what it bears on, and the ways between two."""

from typing import TYPE_CHECKING, Final

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, given, output_options, quote_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.query.bounds import DEEPEST, DEPTH

if TYPE_CHECKING:
    from argmap.query.beneath import Only

NOT_WITH_TO: Final = {"up", "down", "depth", "only", "quotes"}


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
    only: "Only | None",
    quotes: bool,
) -> None:
    """Trace a node of the MAP: what it bears on, and what it rests on.

    ID is a node's id, its beginning, or words of its text; `claim` or `thesis` is the thesis,
    and another kind (gain, cost, …) each node of that kind that bears on nothing further.
    """
    if to is not None and NOT_WITH_TO & set(given(ctx)):
        raise click.UsageError("--up, --down, --depth, --only and --quotes do not go with --to")
    from argmap.cli.tracing import traced, ways  # noqa: PLC0415 - so that help is light
    from argmap.render.tracing import trace_answer  # noqa: PLC0415

    session = ctx.ensure_object(Session)
    m = session.load()
    if to is not None:
        from argmap.render.chains import chains_answer  # noqa: PLC0415 - networkx, which a trace needs not

        show(ctx, chains_answer(m, ways(m, node, to)))
        return
    both = up == down
    with session.working("tracing"):
        traces = traced(m, node, up=up or both, down=down or both, depth=depth, only=only)
    show(ctx, trace_answer(m, traces, session.article(m, wanted=quotes), quotes=quotes))
