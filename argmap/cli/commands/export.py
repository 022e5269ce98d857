"""`argmap export`: the map in another format."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.converting import convert, converting_options
from argmap.cli.options import Command, shared_options
from argmap.cli.session import Session
from argmap.formats.table import FORMATS


@click.command(
    cls=Command,
    example="argmap export graphml -o map.graphml\nargmap export dot | dot -Tsvg -o map.svg",
)
@click.argument("format_name", metavar="[FORMAT]", required=False, shell_complete=complete_format)
@converting_options
@shared_options
@click.pass_context
def command(
    ctx: click.Context, format_name: str | None, from_: str | None, to: str | None, lenient: bool, report: str
) -> None:
    """Write the MAP in FORMAT, or in the format that the ending of FILE tells.

    What the format cannot carry is told on standard error. With --plain, looks (colours, boxes)
    are left out.
    """
    session = ctx.ensure_object(Session)
    convert(session, session.reading(from_, lenient=lenient), to or format_name or "", report)


command.epilog = (
    "Formats: " + ", ".join(row.name for row in FORMATS if row.writes) + ". More: argmap formats."
)
