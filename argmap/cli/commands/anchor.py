"""`argmap anchor`: where each statement stands in the source, kept in a lock beside the map."""

import click

from argmap.cli.completing import complete_file
from argmap.cli.locking import lock_path, read_lock, write_lock
from argmap.cli.options import Command, output_options, source_option
from argmap.cli.output import show
from argmap.cli.session import Session
from argmap.errors import RequestError
from argmap.render.anchoring import anchor_answer
from argmap.sources.anchoring import compare, renewed


@click.command(cls=Command, example="argmap anchor\nargmap anchor --fix")
@click.argument("map_name", metavar="[MAP]", required=False, shell_complete=complete_file)
@click.option("--fix", is_flag=True, help="Bring the lock up to date. The map itself is never changed.")
@click.option("--words", is_flag=True, help="Keep in the lock the words of passages given by place, too.")
@source_option
@output_options
@click.pass_context
def command(ctx: click.Context, map_name: str | None, fix: bool, words: bool) -> None:
    """Hold the MAP against its source: which passages stand, moved, changed or vanished?

    The first time, where each passage stands is written to a lock beside the map
    (NAME.argmap.lock.json). From then on the source is held against that lock, and the command
    ends with 1 when anything has drifted or is not found.
    """
    session = ctx.ensure_object(Session)
    session.map = map_name or session.map
    m = session.load()
    article = session.article(m, wanted=True, quietly=True)
    if article is None:
        raise RequestError("the source of this map is not at hand", "name it with --source FILE")
    path = lock_path(session)
    lock = read_lock(path)
    if words and lock is not None and not fix:
        raise RequestError("--words is for writing the lock, which is there already", "add --fix")
    found = compare(m, article, lock)
    new = renewed(found, article, words=words or (lock is not None and lock.words))
    stale = path is not None and new != lock
    written = stale and (fix or lock is None)
    if path is not None and written:
        write_lock(path, new)
    left = compare(m, article, new) if written else found
    name = path.name if path else ""
    show(ctx, anchor_answer(m, article, found, left, name, written=written, stale=stale and not written))
