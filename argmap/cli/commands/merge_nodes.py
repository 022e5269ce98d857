"""`argmap merge-nodes`: one statement made of two, in the file of the map."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, edit_options, force_option


@click.command(cls=Command, example="argmap merge-nodes shift early --force")
@click.argument("kept", metavar="ID", shell_complete=complete_node)
@click.argument("other", metavar="OTHER", shell_complete=complete_node)
@force_option("Drop the links between the two.")
@edit_options
@click.pass_context
def command(ctx: click.Context, kept: str, other: str, force: bool) -> None:
    """Make one statement of two that say the same: ID stays, with its words, and OTHER goes.

    All links of OTHER become links of ID. What ID leaves open OTHER fills: fields, tags, places of
    the source. What of OTHER is lost is told.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import merging  # noqa: PLC0415

    change_map(ctx, lambda m: merging(m, kept, other, force=force))
