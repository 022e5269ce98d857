"""The pages of `argmap help` on checks: one explained with its examples, or several in a list."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from argmap.checks.row import Check, Example
from argmap.controls import printable

WIDTH: Final = 80
_NEEDS: Final = {
    "": "",
    "article": "It is made when the article is at hand.",
    "lock": "It is made when the article and the lock beside the map are at hand.",
    "text": "It is made of comments, in YAML.",
    "reader": "It is told when a file is read, by every command.",
}


def page(rows: Sequence[Check]) -> Iterator[str]:
    """Yield the lines on one check, or on several."""
    if len(rows) == 1:
        yield from _explained(rows[0])
    else:
        for row in rows:
            yield from wrap(f"{row.code}  {row.severity:7}  {row.about}", WIDTH, subsequent_indent=" " * 15)


def _explained(row: Check) -> Iterator[str]:
    yield f"{row.code} {row.name} ({row.severity}, {row.family})"
    fixed = " argmap check --fix mends it." if row.fixable else ""
    yield from wrap(f"{row.about[0].upper()}{row.about[1:]}. {_NEEDS[row.needs]}".strip() + fixed, WIDTH)
    yield "\nNot so:\n"
    yield from _shown(row.bad)
    yield "\nBut so:\n"
    yield from _shown(row.good)
    comment = "" if row.needs == "reader" else ", or by a comment: argmap help checks"
    yield f"\nLeft out by --ignore {row.code}{comment}."


def _shown(example: Example) -> Iterator[str]:
    yield _block(example.text)
    if example.article:
        yield "\n  of the article\n"
        yield _block(example.article)
    was = example.was or ("", "")
    if was[0] not in {"", example.text}:
        yield "\n  when the lock was written, of this map\n"
        yield _block(was[0])
    if was[1] not in {"", example.article}:
        yield "\n  when the lock was written, of this article\n"
        yield _block(was[1])
    if example.rule:
        yield "\n  with a lock that counts sentences by another rule"


def _block(text: str) -> str:
    return "\n".join(f"  | {line}".rstrip() for line in printable(text).splitlines())
