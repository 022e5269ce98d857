"""The options that commands share, and the class of commands whose help begins with an example."""

import math
from collections.abc import Callable
from typing import Any, Final, TypeVar, cast

import click

from argmap.cli.completing import complete_file
from argmap.cli.session import Session

F = TypeVar("F", bound=Callable[..., Any])


def _remember(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:  # noqa: ANN401
    """Keep a shared option in the session, where it was given at all; the last one given counts."""
    name = parameter.name or ""
    source = ctx.get_parameter_source(name)
    if source not in {click.core.ParameterSource.DEFAULT, None}:
        session = ctx.ensure_object(Session)
        if name == "output" and not value:
            raise click.UsageError("-o needs the name of a file; `-` is standard output", ctx)
        if name in {"json", "jsonl", "csv"}:
            if session.form not in {"", name}:
                raise click.UsageError("--json, --jsonl and --csv exclude each other")
            session.form = cast("Any", name)
        else:
            setattr(session, name, value)
    return value


def _option(*names: str, **settings: Any) -> Callable[[F], F]:  # noqa: ANN401 - as click.option
    return click.option(*names, expose_value=False, callback=_remember, **settings)


def quiet_option(function: F) -> F:
    """Add the option that every command with something to remark has."""
    return _option("-q", "--quiet", is_flag=True, help="Make no remarks on standard error.")(function)


def look_options(function: F) -> F:
    """Add the options that say how answers look."""
    for option in (
        quiet_option,
        _option("--plain", is_flag=True, help="Write numbered sentences, to be read aloud."),
        _option("--color", type=click.Choice(["auto", "always", "never"]), help="When to use colour."),
    ):
        function = option(function)
    return function


def shared_options(function: F) -> F:
    """Add the options that stand before any command, or after any that reads the map."""
    words = "The map: a file, `-`, or a built-in one's name."
    return _option("-m", "--map", metavar="FILE", help=words, shell_complete=complete_file)(
        look_options(function)
    )


def output_options(function: F) -> F:
    """Add the options of commands that answer from the map."""
    return shared_options(form_options(function))


def form_options(function: F) -> F:
    """Add the options that say for what an answer is made, and where it goes."""
    for option in (
        file_option,
        _option("--csv", is_flag=True, help="Answer in CSV."),
        _option("--jsonl", is_flag=True, help="Answer in JSON Lines, one item a line."),
        _option("--json", is_flag=True, help="Answer in JSON."),
    ):
        function = option(function)
    return function


def file_option(function: F) -> F:
    """Add the option that says which file is written."""
    return file_option_saying("Write to FILE instead of standard output.")(function)


def edit_options(function: F) -> F:
    """Add the options of commands that change a map in place."""
    for option in (
        _option("--backup", is_flag=True, help="Keep the old file beside it, as MAP~."),
        _option("-n", "--dry-run", is_flag=True, help="Show the change line by line; write nothing."),
    ):
        function = option(function)
    return shared_options(function)


def force_option(words: str) -> Callable[[F], F]:
    """Return what adds the option that does what is otherwise refused."""
    return click.option("--force", is_flag=True, help=words)


def file_option_saying(words: str) -> Callable[[F], F]:
    """Return the option that says which file is written, explained in other words."""
    return _option("-o", "--output", metavar="FILE", help=words, shell_complete=complete_file)


def source_option(function: F) -> F:
    """Add the option that says where the article is."""
    words = "The article, where it is not beside the map."
    return _option("--source", metavar="FILE", help=words, shell_complete=complete_file)(function)


def quote_options(function: F) -> F:
    """Add the options of commands that can show passages of the source."""
    function = source_option(function)
    return click.option("--quotes", is_flag=True, help="Show the passages of the source.")(function)


def a_number(ctx: click.Context, parameter: click.Parameter, value: float | None) -> float | None:
    """Refuse what is written as a number and is none: every range lets it through."""
    if value is not None and math.isnan(value):
        raise click.BadParameter("nan is no number.", ctx, parameter)
    return value


def given(ctx: click.Context) -> list[str]:
    """Return the names of the command's own options and arguments that stand in the line."""
    default = {click.core.ParameterSource.DEFAULT, None}
    return [name for name in ctx.params if ctx.get_parameter_source(name) not in default]


def weighing_options(function: F) -> F:
    """Add the options of commands that weigh a map."""
    for option in (
        click.option("--standard", metavar="NAME", default="dialectical", show_default=True, help=_STANDARD),
        click.option("--semantics", metavar="NAME", default="df-quad", show_default=True, help=_SEMANTICS),
    ):
        function = option(function)
    return function


_SEMANTICS: Final = "What strengths mean: argmap help weighing."
_STANDARD: Final = "When a claim stands: argmap help weighing."


class Command(click.Command):
    """A command whose help begins with an example."""

    def __init__(self, *args: Any, example: str = "", **settings: Any) -> None:  # noqa: ANN401
        """Keep the example, a line a command."""
        super().__init__(*args, **settings)
        self.example = example

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example before everything else."""
        for line in self.example.splitlines():
            formatter.write(f"  $ {line.strip()}\n")
        formatter.write("\n")
        super().format_help(ctx, formatter)
