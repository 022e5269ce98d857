"""Answers read back as text: from a pipe, aloud, and from a terminal of some width."""

import io
import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from argmap.render.records import as_json
from argmap.render.sections import Answer, Section
from argmap.render.terminal import print_sections
from argmap.render.text import piped, spoken


def in_pipe(answer: Answer | Sequence[Section], *, ascii_only: bool = False) -> list[str]:
    sections = answer.sections if isinstance(answer, Answer) else answer
    return list(piped(sections, ascii_only=ascii_only))


def aloud(answer: Answer | Sequence[Section]) -> list[str]:
    return list(spoken(answer.sections if isinstance(answer, Answer) else answer))


def on_terminal(
    answer: Answer | Sequence[Section], width: int = 80, *, ascii_only: bool = False, colour: bool = False
) -> list[str]:
    sections = answer.sections if isinstance(answer, Answer) else answer
    written = io.StringIO()
    console = Console(
        file=written,
        width=width,
        force_terminal=colour,
        color_system="256" if colour else None,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    print_sections(console, sections, ascii_only=ascii_only)
    return written.getvalue().splitlines()


def items(answer: Answer) -> list[dict[str, Any]]:
    """The items for programs, as they come out of JSON."""
    found: list[dict[str, Any]] = json.loads("".join(as_json({}, answer.items())).replace("{, ", "{", 1))[
        "items"
    ]
    return found
