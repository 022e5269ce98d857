"""`argmap import`: a file in any readable format, turned into a map."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import Command, file_option, shared_options
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.files import load, pieces
from argmap.formats.table import format_named


@click.command(cls=Command, example="argmap import drawing.graphml -o drawing.argmap.yaml")
@click.argument("file", metavar="FILE")
@click.option(
    "--from", "format_name", metavar="FORMAT", help="The format of FILE.", shell_complete=complete_format
)
@file_option
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@shared_options
@click.pass_context
def command(ctx: click.Context, file: str, format_name: str | None, force: bool) -> None:
    """Turn FILE, in any format that argmap reads, into a map in YAML; `-` is standard input."""
    session = ctx.ensure_object(Session)
    session.map = file
    write_out(session, pieces(load(file, format=format_name), format_named("yaml")), over=force)
