"""`argmap link`: premises linked to what they bear on, in the file of the map."""

import click

from argmap.cli.completing import complete_node, complete_word
from argmap.cli.options import Command, edit_options


@click.command(
    cls=Command,
    example="argmap link charge because health\n"
    "argmap link balance because quiet fifth --scheme sign\n"
    "argmap link health.because.2 unless early",
)
@click.argument("target", shell_complete=complete_node)
@click.argument("word", metavar="because|but|unless", shell_complete=complete_word)
@click.argument("premises", nargs=-1, required=True, metavar="ID...", shell_complete=complete_node)
@click.option("--scheme", metavar="NAME", help="The kind of inference: analogy, sign, expert-opinion.")
@click.option("--sure", metavar="P", help="The strength of the step, from 0 to 1.")
@click.option("--note", metavar="TEXT", help="A remark on the step.")
@click.option("--id", "link_id", metavar="ID", help="A name of its own.")
@edit_options
@click.pass_context
def command(
    ctx: click.Context,
    target: str,
    word: str,
    premises: tuple[str, ...],
    scheme: str | None,
    sure: str | None,
    note: str | None,
    link_id: str | None,
) -> None:
    """Link premises to the TARGET that they bear on; several only work together.

    Separate reasons are separate calls. With `unless` the TARGET is a link: `argmap show ID` names
    the links onto a node, and a node with one link will do.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.editing.requests import linking  # noqa: PLC0415

    fields = {"scheme": scheme, "sure": sure, "note": note, "id": link_id}
    said = [f"{name}={value}" for name, value in fields.items() if value is not None]
    change_map(ctx, lambda m: linking(m, target, word, premises, said))
