"""`argmap show`: the map as an outline, lists of statements, or statements one by one."""

import click

from argmap.cli.completing import complete_what
from argmap.cli.options import Command, given, output_options, quote_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.query.bounds import DEEPEST, DEPTH


@click.command(
    cls=Command,
    example="argmap show gains --holder Russia\nargmap show\nargmap show objections\n"
    "argmap show energy-exports --quotes",
)
@click.argument("what", nargs=-1, shell_complete=complete_what)
@click.option("--holder", metavar="NAME", help="Only what this one gains or pays.")
@click.option(
    "--nature",
    type=click.Choice(["tangible", "intangible"], case_sensitive=False),
    help="Only gains and costs of this nature.",
)
@click.option("--where", metavar="EXPR", help="Only where EXPR holds: argmap help where.")
@click.option("--sort", metavar="FIELD", help="Sort by a field; -FIELD for the other way round.")
@click.option("--columns", metavar="A,B", help="Show these fields.")
@click.option(
    "--depth",
    type=click.IntRange(1, DEEPEST),
    default=DEPTH,
    show_default=True,
    help="Levels of the outline.",
)
@click.option("--standing", is_flag=True, help="Only what stands after its objections: argmap help weighing.")
@click.option("--limit", type=click.IntRange(1), help="Show at most so many.")
@quote_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    what: tuple[str, ...],
    quotes: bool,
    depth: int,
    limit: int | None,
    standing: bool,
    **asked: str | None,
) -> None:
    """Show the MAP as an outline, or WHAT of it.

    WHAT is a list (claims, gains, costs, evidence, assumptions, all, objections, gaps, sources),
    `map`, or one or more nodes: an id, its beginning, or words of its text.
    """
    from argmap.cli.showing import KIND_OF, shown, words_meant  # noqa: PLC0415 - so that help is light
    from argmap.render.listing import Wish  # noqa: PLC0415

    sort, words = words_meant(what, given(ctx))
    session = ctx.ensure_object(Session)
    m = session.load()
    wish = Wish(
        columns=[name.strip() for name in (asked.pop("columns") or "").split(",") if name.strip()],
        kinds=tuple(KIND_OF[word] for word in words if word in KIND_OF),
        article=session.article(m, wanted=quotes),
        quotes=quotes,
        limit=limit,
        piped=is_piped(session),
    )
    show(ctx, shown(m, sort, words, wish, depth=depth, standing=standing, asked=asked))
