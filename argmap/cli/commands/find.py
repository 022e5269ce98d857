"""`argmap find`: the statements that mention some words."""

import click

from argmap.cli.options import Command, output_options, quote_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.query.selection import find
from argmap.render.listing import Wish, listing, title_of
from argmap.render.sections import counted


@click.command(cls=Command, example="argmap find arms market\nargmap find North Korea --quotes")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), help="Show at most so many.")
@quote_options
@output_options
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], limit: int | None, quotes: bool) -> None:
    """Find the nodes of the MAP in which all WORDS stand, in capitals or not.

    Ids, labels, texts, quotes, notes, holders, tags, domains and speakers are searched.
    """
    if not all(word.strip() for word in words):
        raise click.UsageError("find needs words to look for, and one of these is empty")
    session = ctx.ensure_object(Session)
    m = session.load()
    nodes = find(m, words)
    title = f"{counted(len(nodes), 'node')}{title_of(m)} with {' '.join(words)}"
    article = session.article(m, wanted=quotes)
    wish = Wish(article=article, quotes=quotes, limit=limit, piped=is_piped(session))
    show(ctx, listing(m, nodes, title, wish))
