"""`argmap help`: a command, a topic, or a check."""

import click

from argmap.checks.table import checks_called, near_codes
from argmap.cli.completing import complete_help
from argmap.cli.explaining import page
from argmap.cli.options import Command
from argmap.cli.topics import TOPICS
from argmap.cli.writing import write
from argmap.errors import RequestError
from argmap.spelling import near

LISTS = "argmap help lists them; argmap help checks, what check finds"


@click.command(cls=Command, example="argmap help trace\nargmap help where\nargmap help A203")
@click.argument("name", metavar="[COMMAND|TOPIC|CODE]", required=False, shell_complete=complete_help)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Explain a COMMAND, a TOPIC or a CODE of `check`; without one, list what there is."""
    parent = ctx.find_root()
    group = parent.command
    if name is None:
        topics = click.wrap_text(", ".join(TOPICS), initial_indent="  ", subsequent_indent="  ")
        write([parent.get_help(), f"\n\nTopics of argmap help:\n{topics}\n"])
    elif name in TOPICS:
        write([TOPICS[name].strip("\n"), "\n"])
    elif isinstance(group, click.Group) and (found := group.get_command(parent, name)):
        with click.Context(found, parent, name) as context:
            write([found.get_help(context), "\n"])
    elif rows := checks_called(name):
        write(f"{line}\n" for line in page(rows))
    else:
        commands = group.list_commands(parent) if isinstance(group, click.Group) else []
        message = f"there is no command, topic or check {name}"
        found_near = near(name, [*commands, *TOPICS]) or near_codes(name)
        raise RequestError(message, f"did you mean {' or '.join(found_near)}?" if found_near else LISTS)
