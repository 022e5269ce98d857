"""`argmap solve`: the problems of abstract argumentation."""

import click

from argmap.abstract.asking import Support, asked
from argmap.abstract.solving import solve
from argmap.cli.completing import complete_file
from argmap.cli.options import Command, output_options
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.render.solutions import remarks, solution_answer


@click.command(
    cls=Command, example="argmap solve EE-PR framework.apx\nargmap -m riverton solve DC-GR -a charge"
)
@click.argument("problem", metavar="PROBLEM")
@click.argument("file", metavar="[FILE]", required=False, shell_complete=complete_file)
@click.option("-a", "--argument", metavar="ID", help="The argument that DC and DS ask about.")
@click.option(
    "--limit", type=click.IntRange(1), default=1000, help="List at most so many; 1000 when left out."
)
@click.option("--timeout", type=click.IntRange(1), metavar="SECONDS", help="Give up after so many seconds.")
@click.option(
    "--support",
    type=click.Choice(["reasons", "evidential", "deductive", "necessary"]),
    default="reasons",
    help="How the reasons of a map are read; `reasons` is as eval does.",
)
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    problem: str,
    file: str | None,
    argument: str | None,
    limit: int,
    timeout: int | None,
    support: Support,
) -> None:
    """Answer PROBLEM, a task and a semantics (EE-PR, DS-ST), about a framework or a map.

    Tasks: EE lists all extensions, SE gives one, CE counts them, DC asks whether one has the
    argument, DS whether all have it. Semantics: CO complete, GR grounded, PR preferred, ST stable,
    SST semi-stable, STG stage, ID ideal. FILE, the MAP when left out, is in apx, tgf or `p af`, or
    any map. Ends with 1 when the answer is no, or is not known in time.
    """
    session = ctx.ensure_object(Session)
    session.map = file or session.map
    question = asked(session.text(), session.name, support, session.map_in)
    wanted = question.posed(problem, argument)
    solution = solve(question.framework, wanted, seconds=timeout, most=limit)
    for words in remarks(question, solution):
        session.remark(words)
    show(ctx, solution_answer(question, wanted, solution))
