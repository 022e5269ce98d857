"""`argmap import`: a file in any readable format, turned into a map."""

import click

from argmap.cli.completing import complete_file, complete_format
from argmap.cli.converting import Wish, convert, converting_options, wanted
from argmap.cli.options import Command, quiet_option
from argmap.cli.session import Session
from argmap.formats.table import FORMATS, format_of_file


@click.command(cls=Command, example="argmap import drawing.graphml -o drawing.argmap.yaml")
@click.argument("file", metavar="FILE", shell_complete=complete_file)
@click.option(
    "--from", "from_", metavar="FORMAT", help="The format of what is read.", shell_complete=complete_format
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@converting_options
@quiet_option
@click.pass_context
def command(
    ctx: click.Context, file: str, force: bool, from_: str | None, to: str | None, lenient: bool, report: str
) -> None:
    """Turn FILE, in any format that argmap reads, into a map; `-` is standard input.

    The map is written in YAML, unless --to or the ending of the output says otherwise. What the
    map cannot say is told on standard error.
    """
    session = ctx.ensure_object(Session)
    session.map = file
    known = session.output is not None and format_of_file(session.output)
    found = session.reading(from_, lenient=lenient)
    convert(session, found, Wish(wanted(session, to or ("" if known else "yaml")), report, over=force))


command.epilog = "Formats: " + ", ".join(row.name for row in FORMATS if row.reads) + ". More: argmap formats."
