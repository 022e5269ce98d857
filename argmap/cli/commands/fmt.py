"""`argmap fmt`: maps in their canonical order and layout, comments kept."""

import click

from argmap.cli.completing import complete_file
from argmap.cli.options import Command, edit_options


@click.command(
    cls=Command, example="argmap fmt\nargmap fmt --check riverton.argmap.yaml\nargmap fmt --dry-run"
)
@click.argument("maps", nargs=-1, metavar="[MAP]...", shell_complete=complete_file)
@click.option("--check", is_flag=True, help="Write nothing; end with 1 where a MAP is laid out otherwise.")
@edit_options
@click.pass_context
def command(ctx: click.Context, maps: tuple[str, ...], check: bool) -> None:
    """Lay each MAP out anew: one order of fields, one way to write each. It says what it said.

    Comments stay with what they are about. A MAP that is laid out so already is not touched.
    """
    from argmap.cli.editing import lay_out  # noqa: PLC0415 - light help

    if lay_out(ctx, maps, check=check) and check:
        ctx.exit(1)
