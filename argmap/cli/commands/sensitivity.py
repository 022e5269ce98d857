"""`argmap sensitivity`: what a statement's strength hangs on, node by node or link by link."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, output_options, weighing_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.evaluation.sensitivity import sensitivity
from argmap.evaluation.verdicts import weighed
from argmap.query.names import node_called
from argmap.render.sensitivity import sensitivity_answer


@click.command(
    cls=Command,
    example="argmap -m riverton sensitivity charge\n"
    "argmap -m riverton sensitivity charge --by shapley --of links --limit 5",
)
@click.argument("node", metavar="ID", shell_complete=complete_node)
@click.option(
    "--by",
    type=click.Choice(["removal", "gradient", "shapley"]),
    default="removal",
    show_default=True,
    help="What is told: argmap help weighing.",
)
@click.option(
    "--of", type=click.Choice(["nodes", "links"]), default="nodes", show_default=True, help="Of what."
)
@click.option("--limit", type=click.IntRange(1), help="Show at most so many.")
@weighing_options
@output_options
@click.pass_context
def command(
    ctx: click.Context, node: str, by: str, of: str, limit: int | None, semantics: str, standard: str
) -> None:
    """Show what the strength of a node of the MAP hangs on, the greatest part first.

    ID is a node's id, its beginning, or words of its text.
    """
    session = ctx.ensure_object(Session)
    m = session.load()
    name = node_called(m, node).id
    with session.working(f"weighing what {name} hangs on"):
        found = weighed(m, semantics, standard)
        told = sensitivity(found, name, by, of)  # type: ignore[arg-type]  # the choices are the type's
    show(ctx, sensitivity_answer(found, name, told, limit=limit, piped=is_piped(session)))
