"""`argmap eval`: what stands, what falls, and how strongly."""

import click

from argmap.cli.options import Command, output_options, weighing_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.evaluation.verdicts import weighed
from argmap.query.selection import select
from argmap.render.evaluation import evaluation_answer


@click.command(
    cls=Command,
    example="argmap eval\nargmap eval --sort -strength --limit 10\nargmap eval --standard preponderance",
)
@click.option("--where", metavar="EXPR", help="Only where EXPR holds: argmap help where.")
@click.option("--sort", metavar="FIELD", help="By verdict, strength or another field; -FIELD turns it round.")
@click.option("--limit", type=click.IntRange(1), help="Show at most so many.")
@weighing_options
@output_options
@click.pass_context
def command(
    ctx: click.Context, where: str | None, sort: str | None, limit: int | None, semantics: str, standard: str
) -> None:
    """Show of each node of the MAP whether it stands, falls or is undecided, and its strength.

    The thesis comes first. `argmap help weighing` says what the words mean.
    """
    session = ctx.ensure_object(Session)
    m = session.load()
    found = weighed(m, semantics, standard)
    nodes = select(m, where=where, sort=sort, weigh=lambda: found.fields)
    show(ctx, evaluation_answer(found, nodes, ordered=sort is not None, limit=limit, piped=is_piped(session)))
