"""How anchors stand, in sections and records."""

import json

from argmap.model import Anchor, ArgumentMap, Claim
from argmap.render.anchoring import anchor_answer
from argmap.render.sections import Answer, Heading, Paragraph, Table, Tip
from argmap.sources.anchoring import compare, renewed
from argmap.sources.article import Article

TEXT = "The pool\n\nIt should stay open. Children learn to swim there."
M = ArgumentMap(
    nodes=(
        Claim(id="open", text="a", anchor=Anchor(quote="should stay open")),
        Claim(id="swim", text="b", anchor=Anchor(at="p2.s2")),
        Claim(id="gone", text="c", anchor=Anchor(quote="Giraffes")),
    )
)
OLD = Article(TEXT, "pool.txt", "0" * 64)


def answer(article: Article, *, written: bool = False, stale: bool = False, lock: str = "x.lock") -> Answer:
    found = compare(M, article, renewed(compare(M, OLD), OLD, words=False))
    return anchor_answer(M, article, found, found, lock, written=written, stale=stale)


def texts(found: Answer) -> list[str]:
    return [each.text for each in found.sections if isinstance(each, Heading | Paragraph)]


def test_the_states_are_counted_and_what_is_astray_is_a_row() -> None:
    found = answer(OLD)
    assert texts(found)[0] == "3 anchors in pool.txt: 2 unchanged, 1 not found"
    (table,) = [each for each in found.sections if isinstance(each, Table)]
    assert [(row.cells, row.kind) for row in table.rows] == [
        (("the quote is not in pool.txt", "A301", "gone"), "claim")
    ]
    assert not found.found


def test_what_only_moved_is_named_in_a_line_and_told_to_programs_with_its_code() -> None:
    found = answer(Article("Oh! " + TEXT, "pool.txt", "0" * 64))
    assert "Moved, and otherwise as they were: open, swim." in texts(found)
    items = list(found.items())
    assert [item["code"] for item in items] == ["A305", "A305", "A301"]
    assert json.dumps(items)


def test_what_to_do_next_depends_on_the_lock() -> None:
    assert any(isinstance(each, Tip) for each in answer(OLD, stale=True).sections)
    assert texts(answer(OLD))[-1] == "What is astray is for you to mend, in the map."
    assert "x.lock is written: 2 anchors." in texts(answer(OLD, written=True))
    assert any(text.startswith("No lock is kept") for text in texts(answer(OLD, lock="")))


def test_every_item_has_the_same_keys() -> None:
    keys = {tuple(item) for item in answer(OLD).items()}
    assert keys == {("id", "by", "state", "place", "start", "end", "likeness", "code", "message")}
