"""`argmap report`: a brief of the map, to be read, sent or printed."""

from pathlib import Path
from typing import Final

import click

from argmap.cli.options import Command, file_option, quote_options, shared_options
from argmap.cli.output import is_piped, print_aloud, print_for_eyes
from argmap.cli.session import Session
from argmap.cli.writing import write_out

PAGES: Final = (".html", ".htm")


@click.command(
    cls=Command,
    example="argmap report -o brief.html\nargmap -m riverton report --quotes\nargmap report | less",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html"], case_sensitive=False),
    help="What to write; otherwise the ending of FILE tells.",
)
@quote_options
@file_option
@shared_options
@click.pass_context
def command(ctx: click.Context, form: str | None, quotes: bool) -> None:
    """Write a brief of the MAP for who decides: thesis, reasons, gains and costs, objections, and more.

    It says what the map says, in an order that follows from it: what stands before what falls, what
    bears on the thesis before the rest. Long lists are cut and counted. A terminal shows it; a file or
    a pipe gets Markdown; with --plain it is numbered sentences.
    """
    from argmap.cli.reporting import material, written  # noqa: PLC0415 - so that help is light
    from argmap.render.brief import brief  # noqa: PLC0415

    session = ctx.ensure_object(Session)
    of = material(session, quotes=quotes)
    if form is None and session.output is None and (session.aloud or not is_piped(session)):
        (print_aloud if session.aloud else print_for_eyes)(session, brief(of))
        return
    page = form == "html" or (form is None and Path(session.output or "").suffix.lower() in PAGES)
    write_out(session, written(of, page=page, plain=session.aloud))
