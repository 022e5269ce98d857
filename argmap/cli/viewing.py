"""What `view` does with files: which page is written, from what, and how a browser gets it."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from argmap.checks.table import CHECKS
from argmap.cli.checking import opened
from argmap.cli.session import Session
from argmap.controls import visible
from argmap.errors import FileError
from argmap.formats.table import FORMATS
from argmap.render.page.making import MARK, view_page

HEAD: Final = 100_000
"""Bytes at the beginning of a page in which its mark stands."""


def page_of(session: Session, *, quotes: bool) -> Iterator[str]:
    """Return the page of a session's map; with quotes, with the article in it.

    Raises:
        ArgmapError: the map, its lock, or the article that `--source` names cannot be read.
    """
    with session.working("weighing and checking the map"):
        found = opened(session)
        session.tell(found.told)
        findings = [each.finding for each in found._replace(told=()).inspected(CHECKS).found]
        if quotes and found.article is None:
            session.remark("the source is not at hand (name it with --source FILE)")
        return view_page(found.m, session.name, findings, found.article if quotes else None)


def settle_output(session: Session) -> None:
    """Choose a file in this folder where none was named, but never one that argmap did not write.

    Raises:
        FileError: such a file stands there.
    """
    if session.output is not None:
        return
    name = "map" if session.name == "standard input" else _stem(session.name)
    path = Path(f"{name}.html")
    if os.path.lexists(path) and not _is_ours(path):
        raise FileError(visible(path.name), "it is there, and no page of argmap's", "-o FILE writes over it")
    session.output = str(path)


def _stem(name: str) -> str:
    """Return the name of a map's file without its ending."""
    endings = sorted((suffix for row in FORMATS for suffix in row.suffixes), key=len, reverse=True)
    ending = next((each for each in endings if name.endswith(each) and name != each), "")
    return name.removesuffix(ending) if ending else Path(name).stem


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a page that argmap wrote; not what a link leads to, nor a pipe."""
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(HEAD)
    except OSError:
        return False


def open_page(session: Session) -> None:
    """Open the page that was written in the browser of the system; say so where there is none."""
    # What the variable names would be run: the system's own browser is meant, and no other program.
    os.environ.pop("BROWSER", None)
    import webbrowser  # noqa: PLC0415 - it looks at the variable when it is imported

    page = Path(session.output or "").resolve()
    found = False
    with contextlib.suppress(webbrowser.Error, OSError, ValueError):
        found = webbrowser.open(page.as_uri())
    if not found:
        session.remark("no browser was found here; open the page yourself")
