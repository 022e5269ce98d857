"""`argmap new`: a draft of a map, from an article."""

import os
from pathlib import Path

import click

from argmap.cli.completing import complete_file
from argmap.cli.options import Command, a_number, given, quiet_option
from argmap.cli.session import ENDING, Session
from argmap.cli.writing import check_output, write_out
from argmap.controls import visible
from argmap.disk import read_with_digest
from argmap.model import Source
from argmap.programs import answer
from argmap.sources.answers import answered
from argmap.sources.article import Article
from argmap.sources.drafting import draft


@click.command(
    cls=Command,
    example="argmap new article.txt\nargmap new article.md --places -o map.argmap.yaml\n"
    "argmap new article.txt --with ./ask-a-model",
)
@click.argument("article", metavar="ARTICLE", shell_complete=complete_file)
@click.option(
    "-o",
    "--output",
    metavar="MAP",
    help="Write to MAP, not beside the article; `-` is standard output.",
    shell_complete=complete_file,
)
@click.option("--force", is_flag=True, help="Write over a MAP that is there.")
@click.option("--places", is_flag=True, help="Give places only, for an article that may not be quoted.")
@click.option("--with", "program", metavar="CMD", help="Let a program find the nodes: argmap help drafts.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, 86_400, min_open=True),
    callback=a_number,
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="How long CMD may take.",
)
@quiet_option
@click.pass_context
def command(
    ctx: click.Context,
    article: str,
    output: str | None,
    force: bool,
    places: bool,
    program: str | None,
    timeout: float,
) -> None:
    """Make a draft of a map from ARTICLE, a text or Markdown file, for you to finish.

    Sentences with cue words (because, however, should, probably, a number) become candidates; links
    that they suggest stand as comments. The draft is written beside the article, under its name.
    """
    from argmap.render.draft import answered_text, draft_text  # noqa: PLC0415 - help needs no YAML

    if program is None and "timeout" in given(ctx):
        raise click.UsageError("--timeout goes with --with")
    if article == "-":
        raise click.UsageError("give ARTICLE as a file: the map names it, to find its sentences again")
    if ".argmap." in Path(article).name:
        raise click.UsageError(f"{article} is named as a map: give the ARTICLE, and the MAP after -o")
    session = ctx.ensure_object(Session)
    session.map = article  # it must not be written over
    words, digest = read_with_digest(article)
    text = Article(words, visible(Path(article).name))
    session.output = output or str(Path(article).with_suffix(ENDING))
    source = Source(file=_relative(article, session.output), sha256=digest)
    if program is None:
        found = draft(text, source, quoting=not places)
        m, pieces = found.m, draft_text(found, text.name, quoting=not places)
    else:
        check_output(session, over=force)
        with session.working(f"waiting for {program}"):
            said = answer(program, text.text, timeout, session.remark)
        m = answered(said, "the answer", text, source, quoting=not places)
        pieces = answered_text(m, text.name, program)
    write_out(session, pieces, over=force)
    if session.output != "-":
        name = session.output
        session.remark(f"{name} has {len(m.nodes)} to look at; next: argmap -m {name} coverage")


def _relative(article: str, output: str) -> str | None:
    """Return the article's path as the map gives it; None where it cannot be said."""
    folder = Path(article if output == "-" else output).parent
    try:
        path = os.path.relpath(Path(article).resolve(), folder.resolve())
        path.encode()
    except ValueError:  # another drive, or a name that is no text
        return None
    return Path(path).as_posix()
