"""`argmap add`: a new statement, into the file of the map."""

import click

from argmap.cli.completing import complete_kind, complete_node
from argmap.cli.options import Command, edit_options
from argmap.cli.session import Session


@click.command(
    cls=Command,
    example='argmap add evidence "Admissions fell by a fifth" --supports health\n'
    'argmap add gain "Quieter streets" --set holder=residents --set at=p4.s1 --id silence',
)
@click.argument("kind", shell_complete=complete_kind)
@click.argument("text")
@click.option("--id", "node_id", metavar="ID", help="Its id; otherwise made from the text.")
@click.option("--set", "said", multiple=True, metavar="FIELD=VALUE", help="A further field; again for more.")
@click.option(
    "--supports", multiple=True, metavar="ID", help="What it is a reason for.", shell_complete=complete_node
)
@click.option(
    "--rebuts", multiple=True, metavar="ID", help="What it speaks against.", shell_complete=complete_node
)
@click.option("--undercuts", multiple=True, metavar="LINK", help="The step it undercuts.")
@click.option(
    "--after", metavar="ID", help="The node it follows; otherwise the last.", shell_complete=complete_node
)
@edit_options
@click.pass_context
def command(
    ctx: click.Context,
    kind: str,
    text: str,
    node_id: str | None,
    said: tuple[str, ...],
    supports: tuple[str, ...],
    rebuts: tuple[str, ...],
    undercuts: tuple[str, ...],
    after: str | None,
) -> None:
    """Add a statement to the MAP: KIND is claim, gain, cost, evidence or assumption.

    Its id is printed, so that a script can go on with it.
    """
    from argmap.cli.editing import change_map  # noqa: PLC0415 - light help
    from argmap.cli.writing import write  # noqa: PLC0415
    from argmap.editing.requests import adding  # noqa: PLC0415

    names = {"because": supports, "but": rebuts, "unless": undercuts}
    onto = [(word, name) for word, several in names.items() for name in several]
    done = change_map(
        ctx, lambda m: adding(m, kind, text, node_id=node_id, said=said, onto=onto, after=after)
    )
    if not ctx.ensure_object(Session).dry_run:
        write([f"{done.node}\n"])
