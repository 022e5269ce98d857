"""What `import` and `export` share: where the text goes, and the report of what was lost."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from argmap.cli.completing import complete_format
from argmap.cli.options import file_option
from argmap.cli.progress import on_terminal
from argmap.cli.session import Session
from argmap.cli.writing import write_out
from argmap.controls import printable
from argmap.conversion import Conversion
from argmap.errors import RequestError
from argmap.files import writable
from argmap.formats.row import Format
from argmap.looks import USUAL, Look
from argmap.losses import Reading
from argmap.model import ArgumentMap
from argmap.selectors import Places

if TYPE_CHECKING:
    from argmap.render.report import Part

F = TypeVar("F", bound=Callable[..., Any])


def converting_options(function: F) -> F:
    """Add the options of commands that turn one format into another: what is lost, and where it goes."""
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
    ):
        function = option(function)
    return function


class Wish(NamedTuple):
    """How a map is to be written.

    Attributes:
        row: In which format.
        report: How to say what was lost: `text` or `json`.
        over: Whether a file that is there may be written over.
        look: Theme and direction, for pictures.
        part: Of a part, how many nodes and links it has, and how many the map has.
    """

    row: Format
    report: str
    over: bool = True
    look: Look = USUAL
    part: "Part | None" = None


def wanted(session: Session, name: str) -> Format:
    """Return the format of that name, or of the output's; dots and the like are not for a terminal.

    Raises:
        RequestError: there is none, or it is no text, and a terminal would be given it.
        UnknownNameError: there is no such format.
    """
    row = writable(name, session.output)
    if row.binary and session.output in {None, "-"} and on_terminal(sys.stdout):
        raise RequestError(f"{row.name} is no text for a terminal", f"-o map{row.suffixes[0]} writes a file")
    return row


def convert(session: Session, found: Reading, wish: Wish) -> None:
    """Write the map as is wished, and say what was lost."""
    row, report = wish.row, wish.report
    conversion = Conversion(found.map, row)
    places = _places(session, found.map, row)
    pieces = conversion.pieces(plain=session.plain, places=places, look=wish.look)
    if conversion.verbatim is not None and session.output in {None, "-"}:
        pieces = iter([_printable(session, conversion.verbatim, row)])
    write_out(session, pieces, over=wish.over)
    if session.quiet and report == "text":
        return
    from argmap.render.report import Report, report_item, report_lines  # noqa: PLC0415 - not when quiet

    told = Report(session.name, row.name, found.losses, conversion.losses(), found.findings, wish.part)
    if report == "text":
        for line in report_lines(told):
            session.remark(line)
        return
    from argmap.jsontext import dumped  # noqa: PLC0415 - only programs ask for it

    print(dumped(report_item(told)), file=sys.stderr)  # noqa: T201 - asked for, so quiet or not


def _printable(session: Session, text: str, row: Format) -> str:
    """Return a text of another hand as it may go through a stream, which may end at a terminal."""
    shown = printable(text, json=row.begins.startswith(r"\{"))
    if len(shown) != len(text):
        session.remark("what cannot be seen or steers a terminal is written as \\u202e; -o FILE keeps it")
    return shown


def _places(session: Session, m: ArgumentMap, row: Format) -> Places | None:
    """Return where the anchors stand, for a format that tells."""
    if not row.placed:
        return None
    from argmap.cli.locking import places  # noqa: PLC0415 - only one format asks

    return places(session, m)
