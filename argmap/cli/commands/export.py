"""`argmap export`: the map in another format."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import Command, file_option, shared_options
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.files import pieces
from argmap.formats.table import FORMATS, format_named


@click.command(
    cls=Command,
    example="argmap export graphml -o map.graphml\nargmap export dot | dot -Tsvg -o map.svg",
)
@click.argument("format_name", metavar="FORMAT", shell_complete=complete_format)
@file_option
@shared_options
@click.pass_context
def command(ctx: click.Context, format_name: str) -> None:
    """Write the MAP in FORMAT. With --plain, looks (colours, boxes) are left out."""
    session = ctx.ensure_object(Session)
    row = format_named(format_name)
    write_out(session, pieces(session.load(), row, plain=session.plain))


command.epilog = (
    "Formats: " + ", ".join(row.name for row in FORMATS if row.writes) + ". More: argmap formats."
)
