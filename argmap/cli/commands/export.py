"""`argmap export`: the map in another format, as text or as a picture; whole or a part of it."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.converting import Wish, convert, converting_options, wanted
from argmap.cli.drawing import asked, drawing_options, excerpted, refuse_looks, warn_of_size
from argmap.cli.options import Command, shared_options, source_option
from argmap.cli.session import Session
from argmap.formats.table import FORMATS
from argmap.looks import Look


@click.command(
    cls=Command,
    example="argmap export graphml -o map.graphml\nargmap export svg -o map.svg --theme dark\n"
    "argmap export mermaid --from energy-exports --depth 2",
)
@click.argument("format_name", metavar="[FORMAT]", required=False, shell_complete=complete_format)
@drawing_options
@converting_options
@source_option
@shared_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    format_name: str | None,
    to: str | None,
    lenient: bool,
    report: str,
    from_: tuple[str, ...],
    depth: int | None,
    kinds: str | None,
    **looks: str,
) -> None:
    """Write the MAP in FORMAT, or in the format that the ending of FILE tells.

    What the format cannot carry is told on standard error. With --plain, looks (colours, boxes)
    are left out. Pictures (svg, png, pdf) are drawn by Graphviz.
    """
    session = ctx.ensure_object(Session)
    row = wanted(session, to or format_name or "")
    look = Look(**looks)  # type: ignore[arg-type]
    refuse_looks(row, look)
    read_as, excerpt = asked(from_, depth, kinds)
    found, part = excerpted(session.reading(read_as, lenient=lenient), excerpt)
    warn_of_size(session, found.map, row, excerpt)
    convert(session, found, Wish(row, report, look=look, part=part))


command.epilog = (
    "Formats: " + ", ".join(row.name for row in FORMATS if row.writes) + ". More: argmap formats."
)
