"""`argmap diff`: what changed in meaning between two maps."""

import click

from argmap.cli.options import Command, given, output_options, weighing_options
from argmap.cli.output import show
from argmap.cli.session import Session


@click.command(
    cls=Command,
    example="argmap diff old.argmap.yaml new.argmap.yaml\nargmap diff HEAD~1\n"
    "argmap diff HEAD~1:map.argmap.yaml map.argmap.yaml --eval",
)
@click.argument("maps", nargs=-1, metavar="[OLD] [NEW]")
@click.option("--eval", "weighing", is_flag=True, help="Also tell the conclusions that changed.")
@click.option("--format", "style", type=click.Choice(["text", "json", "html"]), help="For whom.")
@weighing_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    maps: tuple[str, ...],
    weighing: bool,
    style: str | None,
    semantics: str,
    standard: str,
) -> None:
    """Tell what changed in meaning from OLD to NEW: nodes, links, title and source.

    Each is a file in any format, `-`, a map that came with argmap, or REV:PATH for a file as git
    keeps it; REV alone is the MAP of that revision. Without NEW the working file is compared, without
    OLD its last commit. Ends with 1 when they differ. `argmap help comparing` says more.
    """
    from argmap.cli.comparing import DRIVEN, loaded, show_page, versions  # noqa: PLC0415 - light help
    from argmap.comparison.comparing import compare  # noqa: PLC0415
    from argmap.render.comparison import comparison_answer  # noqa: PLC0415

    session = ctx.ensure_object(Session)
    if not weighing and {"semantics", "standard"} & set(given(ctx)):
        raise click.UsageError("--semantics and --standard go with --eval")
    old, new = versions(session, maps)
    session.name = new.name
    first, second = loaded(session, old), loaded(session, new)
    with session.working("comparing"):
        found = compare(first, second, weighing=weighing, semantics=semantics, standard=standard)
    session.form = "json" if style == "json" and not session.form else session.form
    weighed = {"semantics": semantics, "standard": standard} if weighing else None
    answer = comparison_answer(found, old.name, new.name, weighed)
    if len(maps) == DRIVEN:  # git takes 1 for a failure
        answer = answer._replace(found=True)
    if not show_page(ctx, style, found, answer):
        show(ctx, answer)
