"""`argmap show`: the map as an outline, lists of statements, or statements one by one."""

from typing import Final

import click

from argmap.cli.completing import complete_what
from argmap.cli.options import Command, output_options, quote_options
from argmap.cli.output import is_piped, show
from argmap.cli.session import Session
from argmap.model import KINDS, ArgumentMap, Kind
from argmap.query.beneath import DEEPEST, DEPTH, outline
from argmap.query.names import node_called
from argmap.query.selection import select
from argmap.render.card import cards
from argmap.render.listing import Wish, gaps, kind_title, listing, objection_list, sources, title_of
from argmap.render.outline import outline_answer
from argmap.render.sections import PLURALS, Answer, counted

KIND_OF: Final[dict[str, Kind]] = {word: kind for kind in KINDS for word in (kind, PLURALS[kind])}
LISTS: Final = ("map", "objections", "gaps", "sources", "all")


@click.command(
    cls=Command,
    example="argmap show gains --holder Russia\nargmap show\nargmap show objections\n"
    "argmap show energy-exports --quotes",
)
@click.argument("what", nargs=-1, shell_complete=complete_what)
@click.option("--holder", metavar="NAME", help="Only what this one gains or pays.")
@click.option(
    "--nature", type=click.Choice(["tangible", "intangible"]), help="Only gains and costs of this nature."
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
    session = ctx.ensure_object(Session)
    m = session.load()
    filtered = standing or any(asked.values())
    words = what or (("all",) if filtered else ("map",))
    wish = Wish(
        columns=[name.strip() for name in (asked.pop("columns") or "").split(",") if name.strip()],
        kinds=tuple(KIND_OF[word] for word in words if word in KIND_OF),
        article=session.article(m, wanted=quotes),
        quotes=quotes,
        limit=limit,
        piped=is_piped(session),
    )
    is_list = len(wish.kinds) == len(words) or words == ("all",)
    if filtered and not is_list:
        raise click.UsageError(
            "--holder, --nature, --where, --sort, --columns and --standing go with lists of nodes"
        )
    if is_list:
        show(ctx, _statements(m, wish, asked, standing=standing))
    elif len(words) == 1 and words[0] in LISTS:
        show(ctx, _list(m, words[0], wish, depth))
    else:
        nodes = [node_called(m, word) for word in words]
        show(ctx, cards(m, nodes, wish.article, quotes=quotes))


def _statements(m: ArgumentMap, wish: Wish, asked: dict[str, str | None], *, standing: bool) -> Answer:
    nodes = select(m, wish.kinds, **asked)
    if standing:
        from argmap.evaluation.balance import standing_of  # noqa: PLC0415 - most lists weigh nothing

        nodes = standing_of(m, nodes)
    title = (
        kind_title(m, nodes, wish.kinds[0], asked["holder"] or "")
        if len(wish.kinds) == 1
        else f"{counted(len(nodes), 'node')}{title_of(m)}"
    )
    tips = [f"argmap trace {nodes[0].id}", "argmap show objections"] if nodes else []
    return listing(m, nodes, title, wish, tips)


def _list(m: ArgumentMap, what: str, wish: Wish, depth: int) -> Answer:
    match what:
        case "map":
            return outline_answer(m, outline(m, depth), wish.article, quotes=wish.quotes)
        case "objections":
            return objection_list(m, wish.limit, piped=wish.piped)
        case "gaps":
            return gaps(m, wish.limit)
        case _:
            return sources(m, wish.article)
