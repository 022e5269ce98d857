"""`argmap remove`: statements taken out of the file of the map."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, edit_options, force_option


@click.command(cls=Command, example="argmap remove early\nargmap remove tunnel dear --force")
@click.argument("names", nargs=-1, required=True, metavar="ID...", shell_complete=complete_node)
@force_option("Remove it even where something hangs on it.")
@edit_options
@click.pass_context
def command(ctx: click.Context, names: tuple[str, ...], force: bool) -> None:
    """Remove statements, and the links that they are part of.

    Refused where something hangs on one of them: what stands under it, or bears on something only
    together with it. With --force such links go, too, and are told; their other statements stay.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import removing  # noqa: PLC0415

    change_map(ctx, lambda m: removing(m, names, force=force))
