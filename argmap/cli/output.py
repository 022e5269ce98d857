"""Where an answer goes: a terminal, a pipe, a file; for people, programs or the ear."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.progress import is_dumb, on_terminal
from argmap.cli.session import Session
from argmap.cli.writing import write, write_file

if TYPE_CHECKING:
    from rich.console import Console

    from argmap.render.sections import Answer, Section


def is_piped(session: Session) -> bool:
    """Tell whether people look at the answer only through other programs."""
    if session.form or session.aloud:
        return False
    return session.output is not None or not (on_terminal(sys.stdout) or _colour_forced(session))


def show(ctx: click.Context, answer: "Answer") -> None:
    """Write an answer where it belongs; end with 1 when there was nothing to find."""
    session = ctx.ensure_object(Session)
    if session.output is not None:
        write_file(session, _text(session, answer, Path(session.output).suffix))
    elif not session.form and not session.aloud and not is_piped(session):
        print_for_eyes(session, answer.sections)
    else:
        with session.working("writing the answer", shown=not on_terminal(sys.stdout)):
            write(_text(session, answer), exact=bool(session.form))
    if not answer.found:
        ctx.exit(1)


def _text(session: Session, answer: "Answer", suffix: str = "") -> Iterator[str]:
    from argmap.render.records import as_csv, as_json, as_json_lines  # noqa: PLC0415 - so that help is light
    from argmap.render.text import piped, spoken  # noqa: PLC0415

    form = session.form or {".json": "json", ".jsonl": "jsonl", ".csv": "csv"}.get(suffix, "")
    match form:
        case "json":
            yield from as_json(_head(session, answer), answer.items())
        case "jsonl":
            yield from as_json_lines(answer.items())
        case "csv":
            yield from as_csv(answer.items())
        case _:
            lines = (
                spoken(answer.sections)
                if session.aloud
                else piped(answer.sections, ascii_only=not session.output and not _encodes("■"))
            )
            for line in lines:
                yield line + "\n"


def _head(session: Session, answer: "Answer") -> dict[str, Any]:
    command = click.get_current_context().info_name or ""
    return {"argmap": 1, "command": command, "map": session.name, **answer.head}


def print_for_eyes(session: Session, sections: "Sequence[Section]") -> None:
    """Print sections on the terminal, folded to its width."""
    from argmap.render.terminal import print_sections  # noqa: PLC0415 - Rich, which no pipe needs

    print_sections(_console(session), sections, ascii_only=not _encodes("■"))
    sys.stdout.flush()


def print_aloud(session: Session, sections: "Sequence[Section]") -> None:
    """Print sections as numbered sentences, to be read aloud."""
    from argmap.render.text import spoken  # noqa: PLC0415 - so that help is light

    with session.working("writing the answer", shown=not on_terminal(sys.stdout)):
        write((line + "\n" for line in spoken(sections)), exact=False)


def _console(session: Session) -> "Console":
    import shutil  # noqa: PLC0415 - only terminals need it

    from rich.console import Console  # noqa: PLC0415

    never = session.color == "never" or bool(os.environ.get("NO_COLOR") and session.color != "always")
    forced = _colour_forced(session)
    size = shutil.get_terminal_size((80, 24))
    return Console(
        file=sys.stdout,
        width=size.columns,
        height=size.lines,  # or Rich would look at COLUMNS and LINES, whatever stands in them
        force_terminal=True if forced and not never else None,
        color_system=None if never or is_dumb() else ("auto" if on_terminal(sys.stdout) else "256"),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _colour_forced(session: Session) -> bool:
    if session.color == "never" or os.environ.get("NO_COLOR"):
        return session.color == "always"
    return session.color == "always" or os.environ.get("FORCE_COLOR", "") not in {"", "0"}


def _encodes(sign: str) -> bool:
    try:
        sign.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
