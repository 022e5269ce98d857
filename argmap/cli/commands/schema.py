"""`argmap schema`: the JSON Schema of a map's file."""

import click

from argmap.cli.options import Command, file_option, quiet_option
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.schema import schema_text


@click.command(cls=Command, example="argmap schema -o argmap.schema.json")
@file_option
@quiet_option
@click.pass_context
def command(ctx: click.Context) -> None:
    """Print the JSON Schema of a map, for editors that complete and check while one writes.

    A map whose first line is `# yaml-language-server: $schema=argmap.schema.json` is checked
    against the schema in that file.
    """
    write_out(ctx.ensure_object(Session), [schema_text()])
