"""`argmap rename`: another id for a node or a link, wherever the file of the map names it."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, edit_options


@click.command(cls=Command, example="argmap rename health fewer-attacks")
@click.argument("old", metavar="ID", shell_complete=complete_node)
@click.argument("new", metavar="NEW-ID")
@edit_options
@click.pass_context
def command(ctx: click.Context, old: str, new: str) -> None:
    """Give a node, or a link that has a name of its own, another id, wherever the MAP names it."""
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import renaming  # noqa: PLC0415

    change_map(ctx, lambda m: renaming(m, old, new))
