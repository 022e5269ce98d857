"""`argmap explain`: why a statement stands or falls, and what it hangs on most."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, output_options, quote_options, weighing_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.evaluation.explanation import explained
from argmap.evaluation.verdicts import weighed
from argmap.evaluation.weakest import weakest
from argmap.query.bounds import DEEPEST, DEPTH
from argmap.query.names import node_called
from argmap.render.explanation import explanation_answer


@click.command(
    cls=Command, example="argmap explain russia-gains\nargmap explain russia-gains --weakest --depth 2"
)
@click.argument("node", metavar="ID", shell_complete=complete_node)
@click.option("--weakest", "weak", is_flag=True, help="Also the smallest loss or doubt that would flip it.")
@click.option(
    "--depth", type=click.IntRange(1, DEEPEST), default=DEPTH, show_default=True, help="Steps to go."
)
@weighing_options
@quote_options
@output_options
@click.pass_context
def command(
    ctx: click.Context, node: str, weak: bool, depth: int, semantics: str, standard: str, quotes: bool
) -> None:
    """Explain why a node of the MAP stands, falls or is undecided: the shortest proof of its label.

    ID is a node's id, its beginning, or words of its text.
    """
    session = ctx.ensure_object(Session)
    m = session.load()
    found = weighed(m, semantics, standard)
    name = node_called(m, node).id
    weakness = weakest(found, name) if weak else None
    article = session.article(m, wanted=quotes)
    show(ctx, explanation_answer(found, explained(found, name, depth), weakness, article, quotes=quotes))
