"""`argmap coverage`: what of the source is mapped, and what is not."""

import click

from argmap.cli.options import Command, a_number, output_options, source_option
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.errors import RequestError
from argmap.render.coverage import coverage_answer
from argmap.sources.coverage import coverage


@click.command(
    cls=Command,
    example="argmap -m riverton coverage\nargmap coverage --source article.txt --min 90\n"
    "argmap -m riverton coverage --all",
)
@click.option(
    "--min",
    "minimum",
    type=click.FloatRange(0, 100),
    metavar="P",
    callback=a_number,
    help="End with 1 when less than P % is mapped.",
)
@click.option("--all", "every", is_flag=True, help="List all sentences with their places, mapped or not.")
@source_option
@output_options
@click.pass_context
def command(ctx: click.Context, minimum: float | None, every: bool) -> None:
    """Show what share of the source's sentences the MAP covers, and list those it leaves out.

    Sentences that the map's source marks under `skip` do not count. With each sentence left out
    stand its cue words (because, however, probably, a number), which hint at what it may be. With
    --all every sentence is listed with its place (p4.s2), as `at` in a map has it.
    """
    session = ctx.ensure_object(Session)
    m = session.load()
    article = session.article(m, wanted=True)
    if article is None:
        raise RequestError("the source of this map is not at hand", "name it with --source FILE")
    share = None if minimum is None else minimum / 100
    show(ctx, coverage_answer(m, article, coverage(m, article), share, every=every))
