"""`argmap completion`: the script that completes commands and ids in a shell."""

import click
from click.shell_completion import get_completion_class

from argmap.cli.options import Command
from argmap.cli.writing import write


@click.command(
    cls=Command,
    example='eval "$(argmap completion bash)"\n'
    "argmap completion fish > ~/.config/fish/completions/argmap.fish",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and ids in a SHELL."""
    made = get_completion_class(shell)
    if made is not None:
        write([made(ctx.find_root().command, {}, "argmap", "_ARGMAP_COMPLETE").source(), "\n"])
