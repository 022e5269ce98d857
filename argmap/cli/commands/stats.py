"""`argmap stats`: the map in numbers."""

import click

from argmap.cli.options import Command, output_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.graph import build_graph
from argmap.query.shape import statistics
from argmap.render.statistics import statistics_answer


@click.command(cls=Command, example="argmap stats\nargmap stats --json")
@output_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show the MAP in numbers: nodes by kind, links, gains and costs by holder, and its shape."""
    session = ctx.ensure_object(Session)
    m = session.load()
    with session.working("counting"):
        numbers = statistics(build_graph(m))
    show(ctx, statistics_answer(m, numbers))
