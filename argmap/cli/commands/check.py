"""`argmap check`: what is weak in maps that can be read."""

import click

from argmap.cli.completing import complete_checks, complete_file
from argmap.cli.options import Command, output_options, source_option
from argmap.cli.session import Session


@click.command(
    cls=Command,
    example="argmap check\nargmap check --ignore A202,A5 --statistics\nargmap check riverton --format github",
)
@click.argument("maps", nargs=-1, metavar="[MAP]...", shell_complete=complete_file)
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Make only these checks: A203, A1, flat-star.",
    shell_complete=complete_checks,
)
@click.option(
    "--ignore", multiple=True, metavar="CODES", help="Leave these checks out.", shell_complete=complete_checks
)
@click.option("--strict", is_flag=True, help="End with 1 for warnings, too.")
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without touching what is said.")
@click.option("--statistics", is_flag=True, help="Count findings by check.")
@click.option("--format", "style", type=click.Choice(["text", "json", "github", "sarif"]), help="For whom.")
@source_option
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    maps: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    exit_zero: bool,
    fix: bool,
    statistics: bool,
    style: str | None,
) -> None:
    """Find what is weak in each MAP: its shape, reasons, anchors, gains and costs, wording, style.

    Ends with 1 when an error is found, with 2 when a MAP cannot be read; the others are still
    checked. `argmap help checks` lists the checks, `argmap help A203` explains one. In a YAML map
    a comment `# argmap: ignore A203` keeps a finding on its line, or its node, from being told.
    """
    from argmap.cli.checking import inspected_all, rows_asked, show_checked  # noqa: PLC0415 - light help
    from argmap.render.checking import Wish  # noqa: PLC0415

    session = ctx.ensure_object(Session)
    if style in {"github", "sarif"} and (session.form or statistics):
        raise click.UsageError(f"--format {style} goes without --json, --jsonl, --csv and --statistics")
    session.form = "json" if style == "json" and not session.form else session.form
    rows = rows_asked(select, ignore)
    found, broken = inspected_all(session, maps, rows, fix=fix)
    show_checked(ctx, style, found, broken, Wish(strict, exit_zero, statistics))
