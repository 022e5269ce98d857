"""The brief: what it says, in which order, and that it stays a brief whatever the map."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from argmap import Article, load
from argmap.checks.checking import check
from argmap.checks.placing import Placed
from argmap.controls import CONTROL, one_line
from argmap.evaluation.verdicts import weighed
from argmap.model import ArgumentMap
from argmap.query.beneath import thesis_of
from argmap.render.brief import MOST, MOST_UNDER, Material, brief
from argmap.render.handout import page_of
from argmap.render.markdown import markdown
from argmap.render.sections import Heading, Item, Outline, Section, Table
from argmap.sources.coverage import coverage
from tests.cli.running import RIVERTON
from tests.drawing import drawn
from tests.strategies import maps

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
PARTS = [
    "The thesis",
    "The main reasons",
    "Gains and costs",
    "Objections",
    "Assumptions",
    "What the conclusion hangs on",
    "What the checks find",
]


def material(m: ArgumentMap, article: Article | None = None, *, quotes: bool = False) -> Material:
    findings = [Placed(0, 0, finding) for finding in check(m, article)]
    covered = coverage(m, article) if article else None
    return Material(
        weighed(m), findings, article if quotes else None, covered, article.name if article else ""
    )


def told(m: ArgumentMap, article: Article | None = None, *, quotes: bool = False) -> str:
    return "\n".join(markdown(brief(material(m, article, quotes=quotes))))


def part(text: str, title: str) -> str:
    """Return a part of a brief by its heading."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def parts(sections: list[Section]) -> list[str]:
    return [each.text for each in sections if isinstance(each, Heading) and each.level == 1]


def test_its_parts_stand_in_their_order() -> None:
    article = Article(RIVERTON.with_name("riverton.txt").read_text(encoding="utf-8"), "riverton.txt")
    assert parts(brief(material(load(RIVERTON), article))) == [*PARTS, "Coverage", "Source"]
    assert parts(brief(material(drawn("a because b")))) == PARTS


def test_reasons_that_stand_come_first_the_strongest_before_the_others() -> None:
    m = drawn(
        "a because weak", "a because fallen", "a because strong", "fallen but x", "strong because deep", thesis="a",
        weak={"sure": 0.3}, strong={"given": True, "sure": 0.9},
    )  # fmt: skip
    reasons = part(told(m), "The main reasons")
    assert re.findall(r"- \*\*because\*\* . (\w+) holds", reasons) == ["strong", "deep", "weak", "fallen"]
    assert "fallen · falls · claim · this reason does not stand" in reasons
    assert "\n  - **because** ■ deep holds" in reasons


def test_premises_that_only_work_together_stay_together() -> None:
    reasons = part(told(drawn("a because b + c", thesis="a")), "The main reasons")
    assert re.findall(r"- \*\*(\w+)\*\* ■ (\w) ", reasons) == [("because", "b"), ("and", "c")]


def test_objections_are_told_apart_by_their_answers_and_what_they_come_to() -> None:
    m = drawn("a because b", "a but open", "b but c", "c but d", "far but away", thesis="a")
    text = part(told(m), "Objections")
    assert re.findall(r"^### (.*)", text, re.MULTILINE) == ["Open: nothing answers them (2)", "Answered (1)"]
    assert re.findall(r"^- \*\*but\*\* ■ (\w+)", text, re.MULTILINE) == ["open", "away", "c"], (
        "those on the thesis first"
    )
    assert "*open · stands · claim · the objection stands*" in text
    assert "*c · falls · claim · the objection falls*" in text
    assert "  - **answered by** ■ d holds" in text
    assert "None is recorded." in part(told(drawn("a because b")), "Objections")


def test_gains_and_costs_are_summed_by_holder_and_unit() -> None:
    stake: dict[str, Any] = {"holder": "town", "unit": "euros"}
    m = drawn(
        "a because b + c + d", "d but e", thesis="a",
        b={"kind": "gain", "amount": "2.5", **stake}, c={"kind": "gain", "amount": "1.25", **stake},
        d={"kind": "cost", "amount": "7", **stake},
    )  # fmt: skip
    text = part(told(m), "Gains and costs")
    assert "| town | gains actual | 2 of 2 | 3.75 euros |" in text
    assert "| town | costs actual | 0 of 1 |  |" in text
    assert "| b holds | town | actual | 2.5 euros | stands | b |" in text
    assert "| d holds | town | actual | 7 euros | falls | d |" in text


def test_assumptions_on_which_the_thesis_rests_come_first_the_least_sure_before_all() -> None:
    kind = {"kind": "assumption"}
    m = drawn(
        "a because b + c", "x because y", thesis="a", b=kind, c={**kind, "sure": 0.2}, y={**kind, "sure": 0.1}
    )
    text = part(told(m), "Assumptions")
    assert re.findall(r"○ (\w) holds", text) == ["c", "b", "y"]
    assert text.count("not under the thesis") == 1


def test_what_it_hangs_on_is_said_and_spelt_out() -> None:
    text = part(told(drawn("a because b", "b because c", thesis="a")), "What the conclusion hangs on")
    assert "\n\nIt falls without c.\n\n" in f"\n{text}"
    assert "Its strength drops below one half when c falls from 100% to about 49.9%.\n\n" in text
    assert "- ■ c holds" in text


def test_errors_come_before_warnings_and_advice_is_left_out() -> None:
    text = part(told(drawn("a because b", "b because a", "c but d", "lone")), "What the checks find")
    severities = re.findall(r"^- \*\*(\w+) A\d+\*\*", text, re.MULTILINE)
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}


def test_words_of_the_source_are_shown_only_when_they_are_asked_for() -> None:
    article = Article("A first sentence. A second one.\n", "a.txt")
    m = ArgumentMap.model_validate(
        {
            "source": {"file": "a.txt", "title": "T"},
            "nodes": [{"id": "a", "kind": "claim", "text": "X", "anchor": {"at": "p1.s1"}}],
        }
    )
    silent, spoken = told(m, article), told(m, article, quotes=True)
    assert "at p1.s1" in silent
    assert "A first sentence" not in silent
    assert "A second one" not in silent
    assert "“A first sentence.” p1.s1, a.txt:1" in spoken
    assert "- A second one" in part(spoken, "Coverage")
    assert "50% of the 2 sentences of a.txt are mapped; 1 are left out." in silent


@pytest.mark.parametrize("m", [ArgumentMap(), ArgumentMap(title="T")])
def test_an_empty_map_is_told_in_a_line(m: ArgumentMap) -> None:
    assert told(m).splitlines()[2:] == ["This map has no statements yet."]


def test_a_map_without_a_thesis_says_so() -> None:
    assert "names no thesis" in told(drawn("a because b"))
    assert "names no thesis" not in told(drawn("a because b", thesis="a"))


def test_lists_are_cut_and_counted() -> None:
    many = MOST + 30
    fields: dict[str, Any] = {f"c{at}": {"kind": "cost", "holder": f"h{at}"} for at in range(many)}
    fields |= {f"s{at}": {"kind": "assumption"} for at in range(many)}
    lines = [f"a because {name}" for name in fields] + [f"a but o{at}" for at in range(many)]
    lines += [f"o0 but n{at}" for at in range(MOST_UNDER + 5)] + [
        f"c0 because u{at}" for at in range(MOST_UNDER + 3)
    ]
    text = told(drawn(*lines, thesis="a", **fields))
    assert f"- … {2 * many - MOST} more" in part(text, "The main reasons")
    assert "  - … 3 more" in part(text, "The main reasons")
    assert f"*… {many - MOST} more*" in part(text, "Gains and costs")
    assert f"- … {many - 1 - MOST} more" in part(text, "Objections")
    assert "  - … 5 more" in part(text, "Objections")
    assert f"- … {many - MOST} more" in part(text, "Assumptions")
    assert len(text) < 40_000


@settings(max_examples=40)
@given(m=maps())
def test_a_brief_in_markdown_holds_the_map_as_text_and_no_markup_of_it(m: ArgumentMap) -> None:
    text = told(m)
    assert not re.search(f"[{CONTROL}]", text.replace("\n", ""))
    tokens = PARSER.parse(text)
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= {
        "heading",
        "paragraph",
        "bullet_list",
        "list_item",
        "inline",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
    }
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "strong_open", "strong_close", "em_open", "em_close", "hardbreak"}
    words = "\n".join("".join(child.content for child in token.children or ()) for token in tokens)
    thesis = thesis_of(m)
    if thesis is not None:
        assert one_line(thesis.text) in words


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {
            "lang",
            "charset",
            "name",
            "content",
            "http-equiv",
            "class",
            "scope",
            "aria-hidden",
        }
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("plain", [False, True])
@settings(max_examples=30)
@given(m=maps())
def test_a_brief_as_a_page_is_well_formed_and_safe(plain: bool, m: ArgumentMap) -> None:
    sections = brief(material(m))
    page = Page()
    text = "".join(page_of("T", sections, plain=plain))
    page.feed(text)
    page.close()
    assert page.open == []
    assert page.tags.isdisjoint({"script", "a", "img", "iframe", "link"})
    assert not re.search(f"[{CONTROL}]", text.replace("\n", ""))
    assert all(one_line(node.text) in "".join(page.words) for node in [thesis_of(m)] if node)
    assert ("<style>" in text) is not plain


def test_each_level_of_a_list_is_closed() -> None:
    items = [Item(depth, str(depth)) for depth in (1, 3, 2, 1, 2, 2)]
    text = "".join(page_of("T", [Outline(items), Outline([]), Table((), ())]))
    page = Page()
    page.feed(text)
    assert page.open == []
    assert text.count("<ul>") == text.count("</ul>")
    assert text.count("<li>") == text.count("</li>") == len(items)
