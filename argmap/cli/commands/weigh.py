"""`argmap weigh`: gains against costs, by holder."""

import click

from argmap.cli.options import Command, output_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.evaluation.balance import balances
from argmap.evaluation.standards import standard_called
from argmap.render.balance import balance_answer


@click.command(cls=Command, example="argmap weigh\nargmap -m riverton weigh --json")
@click.option(
    "--standard",
    metavar="NAME",
    default="dialectical",
    show_default=True,
    help="When a gain or cost stands: argmap help weighing.",
)
@output_options
@click.pass_context
def command(ctx: click.Context, standard: str) -> None:
    """Set gains against costs for each holder: what stands, what is only hoped for, what it sums to.

    Amounts are added up unit by unit, those that stand apart from those that do not.
    """
    m = ctx.ensure_object(Session).load()
    row = standard_called(standard)
    show(ctx, balance_answer(m, row, balances(m, row)))
