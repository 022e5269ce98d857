"""What `report` reads and writes; apart from the command, so that help is light."""

from collections.abc import Iterator

from argmap.checks.inspecting import inspect
from argmap.checks.table import CHECKS
from argmap.cli.checking import opened
from argmap.cli.session import Session
from argmap.controls import visible
from argmap.evaluation.verdicts import weighed
from argmap.render.brief import Material, brief
from argmap.render.handout import page_of
from argmap.render.markdown import markdown
from argmap.render.sections import Heading
from argmap.sources.coverage import coverage


def material(session: Session, *, quotes: bool) -> Material:
    """Return what a brief of the session's map is made of: weighed, checked, held against its source.

    Raises:
        ArgmapError: the map, its lock, or the article that `--source` names cannot be read.
    """
    with session.working("weighing and checking"):
        m, text, name, article, lock, told = opened(session)
        session.tell(told)
        return Material(
            weighed(m),
            inspect(m, text, name, article, lock, CHECKS).found,
            article if quotes else None,
            coverage(m, article) if article is not None else None,
            visible(article.name) if article is not None else "",
        )


def written(of: Material, *, page: bool, plain: bool) -> Iterator[str]:
    """Yield the brief in Markdown, or as a page of HTML; `plain` leaves looks out."""
    sections = brief(of)
    if not page:
        yield from (line + "\n" for line in markdown(sections, plain=plain))
        return
    title = next(each.text for each in sections if isinstance(each, Heading))
    yield from page_of(title, sections, plain=plain)
