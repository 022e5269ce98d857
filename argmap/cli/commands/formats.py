"""`argmap formats`: what argmap reads and writes, and what of a map each format carries."""

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import Command, form_options, look_options
from argmap.cli.output import show
from argmap.formats.table import FORMATS, format_named
from argmap.render.formats import format_answer, formats_answer, matrix_answer


@click.command(cls=Command, example="argmap formats\nargmap formats graphml\nargmap formats --matrix")
@click.argument("format_name", metavar="[FORMAT]", required=False, shell_complete=complete_format)
@click.option("--matrix", is_flag=True, help="Show what of a map each format carries.")
@form_options
@look_options
@click.pass_context
def command(ctx: click.Context, format_name: str | None, matrix: bool) -> None:
    """List the formats: which are read, which are written, and which come back identical.

    With FORMAT, show what of a map it carries, feature by feature; with --matrix, show that of all.
    """
    if format_name is not None:
        show(ctx, format_answer(format_named(format_name)))
    else:
        show(ctx, matrix_answer(FORMATS) if matrix else formats_answer(FORMATS))
