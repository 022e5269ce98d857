"""Completion of ids and words, from the map's text alone: nothing heavy is imported for a key."""

import os
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from argmap.cli.session import Session
from argmap.cli.table import Row
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST_BYTES: Final = 4_000_000
LISTS: Final = (
    "map",
    "claims",
    "gains",
    "costs",
    "evidence",
    "assumptions",
    "all",
    "objections",
    "gaps",
    "sources",
)
KINDS: Final = ("claim", "gain", "cost", "evidence", "assumption")
WORDS: Final = ("because", "but", "unless")
_KEY: Final = r"(?m)^  ([a-z][a-z0-9-]*):\s*(?:#.*)?$"


def complete_node(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the map that begin so."""
    return [name for name in _ids(ctx) if name.startswith(incomplete)]


def complete_what(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return the lists and the ids of the map that begin so."""
    return [name for name in (*LISTS, *_ids(ctx)) if name.startswith(incomplete)]


def complete_kind(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the kinds of statements that begin so."""
    return [kind for kind in KINDS if kind.startswith(incomplete)]


def complete_word(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the words that links stand under that begin so."""
    return [word for word in WORDS if word.startswith(incomplete)]


def complete_format(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the formats that begin so."""
    from argmap.formats.table import FORMATS  # noqa: PLC0415 - the model, which only this needs

    return [row.name for row in FORMATS if row.name.startswith(incomplete)]


def complete_file(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Leave it to the shell to complete the name of a file."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - only completion needs it

    return [CompletionItem(incomplete, type="file")]


def complete_checks(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """Return the codes and names of checks that the last word of a list begins."""
    said, comma, last = incomplete.rpartition(",")
    return [said + comma + name for name in _checks(last)]


def complete_help(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Return what there is help on: commands, topics, checks."""
    from argmap.cli.topics import TOPICS  # noqa: PLC0415

    group = ctx.find_root().command
    commands = group.list_commands(ctx) if isinstance(group, click.Group) else []
    checks = _checks(incomplete) if incomplete else []
    return [*(name for name in (*commands, *TOPICS) if name.startswith(incomplete)), *checks]


def _checks(incomplete: str) -> list[str]:
    from argmap.checks.table import CHECKS  # noqa: PLC0415

    codes = [row.code for row in CHECKS if row.code.startswith(incomplete.upper())]
    return codes or [row.name for row in CHECKS if row.name.startswith(incomplete)]


def _ids(ctx: click.Context) -> list[str]:
    session = ctx.ensure_object(Session)
    try:
        path = Path(session.path())
        if not path.is_file() or os.path.getsize(path) > MOST_BYTES:  # noqa: PTH202 - one call less
            return []
        text = path.read_text("utf-8", "replace")
    except (ArgmapError, OSError):
        return []
    return re.findall(_KEY, text.partition("\nnodes:")[2])


class Sketch(click.Command):
    """A command as far as its name and the ids after it are completed.

    The command itself, with all that it imports, is asked as soon as an option stands in the line.
    """

    def __init__(self, row: Row) -> None:
        """Keep the row."""
        self._row = row
        many = click.Argument(["what"], nargs=-1, shell_complete=complete_what)
        one = click.Argument(["node"], shell_complete=complete_node)
        params: dict[str, list[click.Parameter]] = {"many": [many], "node": [one]}
        super().__init__(row.name, params=params.get(row.takes, []), short_help=row.about)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - Click's signature
    ) -> click.Context:
        """Return the context of the line; that of the command itself where it has options."""
        if self._row.takes and not any(word.startswith("-") for word in args):
            return super().make_context(info_name, args, parent, **extra)
        return self._command().make_context(info_name, args, parent, **extra)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the command's options that begin so."""
        return self._command().shell_complete(ctx, incomplete)

    def _command(self) -> click.Command:
        return cast("click.Command", import_module(self._row.module).command)
