"""`argmap set`: fields of a node, a link or the map itself, in its file."""

import click

from argmap.cli.completing import complete_node
from argmap.cli.options import Command, edit_options


@click.command(
    cls=Command,
    example="argmap set health sure=0.7 tags+=checked\n"
    "argmap set health.because.2 scheme=sign\n"
    "argmap set map 'title=Riverton should wait' thesis=charge\n"
    "argmap set source url=https://example.org/riverton",
)
@click.argument("name", metavar="ID|map|source", shell_complete=complete_node)
@click.argument("said", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--unset", multiple=True, metavar="FIELD", help="Take a field away; again for more.")
@edit_options
@click.pass_context
def command(ctx: click.Context, name: str, said: tuple[str, ...], unset: tuple[str, ...]) -> None:
    """Set fields of a node, of a link, of the MAP (`map`) or of its source (`source`).

    A field of several values is given several times: holder=children holder=parents. FIELD+=VALUE
    adds one, FIELD-=VALUE takes one away.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import setting  # noqa: PLC0415

    change_map(ctx, lambda m: setting(m, name, said, unset))
