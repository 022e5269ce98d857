"""`argmap formats`: what argmap reads and writes."""

import click

from argmap.cli.options import Command, form_options, look_options
from argmap.cli.output import show
from argmap.formats.table import FORMATS
from argmap.render.formats import formats_answer


@click.command(cls=Command, example="argmap formats")
@form_options
@look_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the formats: which are read, which are written, and which come back identical."""
    show(ctx, formats_answer(FORMATS))
