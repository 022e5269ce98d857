"""Completion of ids and words, from the map's text alone: nothing heavy is imported for a key."""

import os
import re
from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from argmap.cli.session import Session
from argmap.errors import ArgmapError

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
_KEY: Final = r"(?m)^  ([a-z][a-z0-9-]*):\s*(?:#.*)?$"


def complete_node(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the map that begin so."""
    return [CompletionItem(name) for name in _ids(ctx) if name.startswith(incomplete)]


def complete_what(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the lists and the ids of the map that begin so."""
    return [CompletionItem(name) for name in (*LISTS, *_ids(ctx)) if name.startswith(incomplete)]


def complete_format(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats that begin so."""
    from argmap.formats.table import FORMATS  # noqa: PLC0415 - the model, which only this needs

    return [CompletionItem(row.name) for row in FORMATS if row.name.startswith(incomplete)]


def _ids(ctx: click.Context) -> list[str]:
    root = ctx.find_root()
    named = ctx.params.get("map") or root.params.get("map")
    session = root.ensure_object(Session)
    session.map = session.map or named
    session.quiet = True
    try:
        path = Path(session.path())
        if not path.is_file() or os.path.getsize(path) > MOST_BYTES:  # noqa: PTH202 - one call less
            return []
        text = path.read_text("utf-8", "replace")
    except (ArgmapError, OSError):
        return []
    return re.findall(_KEY, text.partition("\nnodes:")[2])
