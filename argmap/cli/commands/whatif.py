"""`argmap whatif`: what would change if something fell, weakened or were added."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, output_options, weighing_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.errors import RequestError
from argmap.evaluation.semantics import semantics_called
from argmap.evaluation.supposing import requested
from argmap.evaluation.verdicts import weighed
from argmap.evaluation.whatif import whatif
from argmap.query.names import node_called
from argmap.render.whatif import whatif_answer


@click.command(
    cls=Command,
    example="argmap whatif --drop energy-exports\n"
    "argmap -m riverton whatif --set similar=30%\n"
    'argmap -m riverton whatif --add "but fifth: Drivers will pay and drive on"',
)
@click.option(
    "--drop", metavar="ID", multiple=True, help="A node or link is gone.", shell_complete=complete_node
)
@click.option(
    "--set", "sets", metavar="ID=P", multiple=True, help="A given node, or a step, is as sure as P."
)
@click.option("--add", metavar="TEXT", multiple=True, help='A new link: "but ID: the objection".')
@click.option(
    "--watch",
    metavar="ID",
    multiple=True,
    help="End with 1 when this node changes.",
    shell_complete=complete_node,
)
@weighing_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    drop: tuple[str, ...],
    sets: tuple[str, ...],
    add: tuple[str, ...],
    watch: tuple[str, ...],
    semantics: str,
    standard: str,
) -> None:
    """Show which conclusions of the MAP would change, and how; the MAP itself stays as it is.

    Options can be given several times. What was given stays given, and what needs a reason goes on
    needing one. `argmap help weighing` says what --add takes.
    """
    if not (drop or sets or add):
        raise RequestError("nothing is to change", "say what: --drop ID, --set ID=0.3 or --add TEXT")
    session = ctx.ensure_object(Session)
    m = session.load()
    attacks_only = semantics_called(semantics).attacks_only
    changes = requested(m, drop, sets, add, attacks_only=attacks_only)
    watched = [node_called(m, name).id for name in watch]
    before = weighed(m, semantics, standard)
    found = whatif(before, changes)
    show(ctx, whatif_answer(before, changes, found, watched, piped=is_piped(session)))
