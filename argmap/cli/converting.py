"""What `import` and `export` share: where the text goes, and the report of what was lost."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import file_option
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.files import Conversion, writable
from argmap.formats.row import Format
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.selectors import Places

F = TypeVar("F", bound=Callable[..., Any])


def converting_options(function: F) -> F:
    """Add the options of commands that turn one format into another."""
    for option in (
        file_option,
        click.option(
            "--report",
            type=click.Choice(["text", "json"]),
            default="text",
            help="How to say on standard error what was lost; -q silences the text.",
        ),
        click.option("--lenient", is_flag=True, help="Leave out what cannot be read, and say so."),
        click.option("--to", metavar="FORMAT", help="The format to write.", shell_complete=complete_format),
        click.option(
            "--from",
            "from_",
            metavar="FORMAT",
            help="The format of what is read.",
            shell_complete=complete_format,
        ),
    ):
        function = option(function)
    return function


def convert(session: Session, found: Reading, to: str, report: str, *, over: bool = True) -> None:
    """Write the map in the format of that name, or of the output's, and say what was lost."""
    row = writable(to, session.output)
    conversion = Conversion(found.map, row)
    text = conversion.pieces(plain=session.plain, places=_places(session, found.map, row))
    write_out(session, text, over=over)
    if session.quiet and report == "text":
        return
    from argmap.render.report import Report, report_item, report_lines  # noqa: PLC0415 - not when quiet

    told = Report(session.name, row.name, found.losses, conversion.losses(), found.findings)
    if report == "text":
        for line in report_lines(told):
            session.remark(line)
        return
    from argmap.jsontext import dumped  # noqa: PLC0415 - only programs ask for it

    print(dumped(report_item(told)), file=sys.stderr)  # noqa: T201 - asked for, so quiet or not


def _places(session: Session, m: ArgumentMap, row: Format) -> Places | None:
    """Return where the anchors stand, for a format that tells."""
    if not row.placed:
        return None
    from argmap.cli.locking import places  # noqa: PLC0415 - only one format asks

    return places(session, m)
