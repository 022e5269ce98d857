"""`argmap schema`: the JSON Schema of a map's file."""

import click

from argmap.cli.options import Command, shared_options
from argmap.cli.session import Session
from argmap.cli.writing import write, write_file
from argmap.schema import schema_text


@click.command(cls=Command, example="argmap schema -o argmap.schema.json")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
@shared_options
@click.pass_context
def command(ctx: click.Context, output: str | None) -> None:
    """Print the JSON Schema of a map, for editors that complete and check while one writes.

    A map whose first line is `# yaml-language-server: $schema=argmap.schema.json` is checked
    against the schema in that file.
    """
    session = ctx.ensure_object(Session)
    if output is None:
        write([schema_text()], exact=True)
    else:
        session.output = output
        write_file(session, [schema_text()])
