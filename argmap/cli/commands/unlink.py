"""`argmap unlink`: a link taken away, in the file of the map."""

import click

from argmap.cli.completing import complete_node, complete_word
from argmap.cli.options import Command, edit_options, force_option


@click.command(
    cls=Command,
    example="argmap unlink charge because jam fifth\nargmap unlink health.because.2 --force",
)
@click.argument("target", shell_complete=complete_node)
@click.argument("word", metavar="[because|but|unless]", default="", shell_complete=complete_word)
@click.argument("premises", nargs=-1, metavar="[ID]...", shell_complete=complete_node)
@force_option("Take what undercuts it along.")
@edit_options
@click.pass_context
def command(ctx: click.Context, target: str, word: str, premises: tuple[str, ...], force: bool) -> None:
    """Take a link away: the one from these premises to TARGET, or the link whose id is TARGET.

    The statements stay.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import unlinking  # noqa: PLC0415

    if word and not premises:
        raise click.UsageError("name the premises, too: argmap unlink TARGET because ID")
    change_map(ctx, lambda m: unlinking(m, target, word, premises, force=force))
