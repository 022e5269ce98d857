"""`argmap export`: the map in another format."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.locking import places
from argmap.cli.options import Command, shared_options, source_option
from argmap.cli.session import Session
from argmap.cli.writing import write, write_file
from argmap.files import pieces
from argmap.formats.table import FORMATS, format_named


@click.command(
    cls=Command,
    example="argmap export graphml -o map.graphml\nargmap export dot | dot -Tsvg -o map.svg",
)
@click.argument("format_name", metavar="FORMAT", shell_complete=complete_format)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@source_option
@shared_options
@click.pass_context
def command(ctx: click.Context, format_name: str, output: str | None) -> None:
    """Write the MAP in FORMAT. With --plain, looks (colours, boxes) are left out."""
    session = ctx.ensure_object(Session)
    row = format_named(format_name)
    m = session.load()
    text = pieces(m, row, plain=session.plain, places=places(session, m) if row.placed else None)
    if output is None:
        write(text, exact=True)
    else:
        session.output = output
        write_file(session, text)


command.epilog = (
    "Formats: " + ", ".join(row.name for row in FORMATS if row.writes) + ". More: argmap formats."
)
