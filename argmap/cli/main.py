"""The door: the group of commands, each imported when it is called, and what becomes of errors."""

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import Any, NoReturn, TextIO, cast

import click

import argmap
from argmap.cli.options import shared_options
from argmap.cli.table import COMMANDS
from argmap.controls import one_line, visible
from argmap.errors import ArgmapError, LoadError, ManyMapsError

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is ours, and looking takes 12 ms

MOST_PARTS = 600_000
"""Statements and links of a map, together, that are read where `ARGMAP_MOST` says nothing: about 1.5 GB."""
MOST_PROBLEMS = 60
COMPLETING = "_ARGMAP_COMPLETE"
EXAMPLE = """\
  $ argmap show gains --holder Russia
  $ argmap trace claim
  $ argmap export graphml -o map.graphml
"""


class Commands(click.Group):
    """The group of commands; none is imported before it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Return the names, in the table's order."""
        return [row.name for row in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; while a shell completes a line, only what it needs of it."""
        for row in COMMANDS:
            if row.name == cmd_name:
                if ctx.resilient_parsing:
                    from argmap.cli.completing import Sketch  # noqa: PLC0415 - only completion needs it

                    return Sketch(row)
                return cast("click.Command", import_module(row.module).command)
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; where there is none, say which one perhaps was."""
        names = self.list_commands(ctx)
        if args[0] in names or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        from argmap.spelling import suggestion  # noqa: PLC0415 - only mistakes need it

        raise click.UsageError(f"there is no command {args[0]}{suggestion(args[0], names)}", ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples before everything else."""
        formatter.write(EXAMPLE + "\n")
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from their rows, under their headings, without importing them."""
        for group in dict.fromkeys(row.group for row in COMMANDS):
            with formatter.section(group):
                formatter.write_dl([(row.name, row.about) for row in COMMANDS if row.group == group])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="MAP is -m FILE, else $ARGMAP_FILE, else the only *.argmap.yaml here, else the built-in map.",
)
@shared_options
@click.version_option(argmap.__version__, prog_name="argmap")
def cli() -> None:
    """See through an argument: its claims, gains and costs, and what they rest on."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and end the process: 0 done, 1 no match, 2 wrong use or unreadable input."""
    os.environ.setdefault("ARGMAP_MOST", str(MOST_PARTS))
    _use_networkx_alone()
    gc.disable()  # a call is short, and walking a large map for rings it has not takes a third of it
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever called us: nobody listens, and that is no error
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - stays open
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_guarded(arguments))


def _use_networkx_alone() -> None:
    """Forget what the environment tells networkx: another one's graphs may answer in another order."""
    for name in [each for each in os.environ if each.startswith("NETWORKX_")]:
        del os.environ[name]


def _guarded(arguments: list[str] | None) -> int:
    """Run the command line; turn whatever goes wrong into a line and an exit code."""
    try:
        code = cast("Any", cli.main(arguments, prog_name="argmap", standalone_mode=False))
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except SystemExit as leaving:  # completion ends so, and Click and Rich where nobody reads on
        return int(leaving.code or 0) if os.environ.get(COMPLETING) else _quietly()
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:
        if os.environ.get("ARGMAP_DEBUG"):
            raise
        return _explained(error)


def _explained(error: Exception) -> int:
    """Say what went wrong on standard error, in a line, and return the exit code."""
    match error:
        case click.ClickException():
            return _usage(error)
        case ArgmapError():
            return _told(error)
        case BrokenPipeError():
            return _quietly()
        case OSError():
            _silence(sys.stdout)
            return _say(f"standard output: {error.strerror or error}")
        case MemoryError() | RecursionError():
            return _say("this map is too large for the memory here")
        case _:
            return _unexpected(error)


def _unexpected(error: Exception) -> int:
    if os.environ.get(COMPLETING) and isinstance(error, KeyError | ValueError):
        return _say(f"{COMPLETING} is for shells, which set COMP_WORDS and COMP_CWORD beside it")
    return _say(f"an error of argmap itself: {type(error).__name__}: {error}", "ARGMAP_DEBUG=1 shows where")


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # its message is the whole help
        for line in error.format_message().splitlines():
            _say_line(line)
        return 2
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "argmap"
    return _say(one_line(error.format_message()), f"{path} --help")


def _told(error: ArgmapError) -> int:
    lines = error.lines() if isinstance(error, LoadError | ManyMapsError) else [str(error)]
    shown = lines[:MOST_PROBLEMS]
    more = len(lines) - len(shown)
    for line in shown:
        _say_line(f"argmap: {line}")
    if more > 0:
        _say_line(f"argmap: … {more} more problems")
    if error.hint:
        _say_line(f"hint: {error.hint}")
    return 2


def _say(message: str, hint: str = "") -> int:
    _say_line(f"argmap: {message}")
    if hint:
        _say_line(f"hint: {hint}")
    return 2


def _say_line(line: str) -> None:
    try:
        print(visible(line), file=sys.stderr, flush=True)  # noqa: T201 - the one place for errors
    except (OSError, ValueError):  # nobody is listening
        _silence(sys.stderr)


def _quietly() -> int:
    _silence(sys.stdout)
    return 141


def _silence(stream: TextIO) -> None:
    """Point a stream nowhere, so that the interpreter's last flush finds nobody to tell."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
