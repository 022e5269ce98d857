"""`argmap help`: a command, or a topic."""

import click

from argmap.cli.options import Command
from argmap.cli.topics import TOPICS
from argmap.cli.writing import write
from argmap.errors import UnknownNameError
from argmap.spelling import near


@click.command(cls=Command, example="argmap help trace\nargmap help where")
@click.argument("name", metavar="[COMMAND|TOPIC]", required=False)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Explain a COMMAND or a TOPIC: format, ids, where, output, drafts, limits."""
    parent = ctx.find_root()
    group = parent.command
    if name is None:
        topics = ", ".join(TOPICS)
        write([parent.get_help(), f"\n\nTopics of argmap help: {topics}.\n"])
    elif name in TOPICS:
        write([TOPICS[name].strip("\n"), "\n"])
    elif isinstance(group, click.Group) and (found := group.get_command(parent, name)):
        with click.Context(found, parent, name) as context:
            write([found.get_help(context), "\n"])
    else:
        commands = group.list_commands(parent) if isinstance(group, click.Group) else []
        raise UnknownNameError("command or topic", name, near=near(name, [*commands, *TOPICS]))
