"""`argmap view`: the map as a page for the browser."""

import click

from argmap.cli.options import Command, file_option_saying, shared_options, source_option
from argmap.cli.session import Session
from argmap.cli.writing import write_out


@click.command(
    cls=Command,
    example="argmap view\nargmap -m riverton view -o page.html\nargmap -m riverton view --quotes -o -",
)
@click.option("--open", "opening", is_flag=True, help="Open the page in the browser.")
@click.option("--quotes", is_flag=True, help="Let the whole article travel in the page.")
@source_option
@file_option_saying("Write to FILE; `-` is standard output.")
@shared_options
@click.pass_context
def command(ctx: click.Context, opening: bool, quotes: bool) -> None:
    """Write the MAP as one page of HTML that needs nothing else, to look at and to pass on.

    Without -o it is written into this folder, under the map's name; a page that argmap wrote there
    before is written over, nothing else is. The map's own quotes and places are in the page.
    The article is not, except with --quotes: whoever gets the page then has the article, too.
    """
    from argmap.cli.viewing import open_page, page_of, settle_output  # noqa: PLC0415 - so that help is light

    session = ctx.ensure_object(Session)
    if opening and session.output == "-":
        raise click.UsageError("--open needs a file: leave `-o -` out")
    pieces = page_of(session, quotes=quotes)
    settle_output(session)
    write_out(session, pieces)
    if session.output != "-":
        session.remark(f"{session.output} is written; it opens in any browser")
    if opening:
        open_page(session)
