"""`argmap import`: a file in any readable format, turned into a map."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import Command, shared_options
from argmap.cli.session import Session
from argmap.cli.writing import write, write_file
from argmap.files import load, pieces
from argmap.formats.table import format_named


@click.command(cls=Command, example="argmap import drawing.graphml -o drawing.argmap.yaml")
@click.argument("file", metavar="FILE")
@click.option(
    "--from", "format_name", metavar="FORMAT", help="The format of FILE.", shell_complete=complete_format
)
@click.option("-o", "--output", metavar="MAP", help="Write to MAP instead of standard output.")
@click.option("--force", is_flag=True, help="Write over a MAP that is there.")
@shared_options
@click.pass_context
def command(ctx: click.Context, file: str, format_name: str | None, output: str | None, force: bool) -> None:
    """Turn FILE, in any format that argmap reads, into a map in YAML; `-` is standard input."""
    session = ctx.ensure_object(Session)
    session.map = file
    text = pieces(load(file, format=format_name), format_named("yaml"))
    if output is None:
        write(text, exact=True)
        return
    session.output = output
    write_file(session, text, over=force)
