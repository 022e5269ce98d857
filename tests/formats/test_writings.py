"""Formats that are only written: outlines in Markdown and HTML, JSON Canvas, node-link JSON, Cypher."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given

from argmap import ArgumentMap, build_graph, dumps, load
from argmap.controls import one_line
from argmap.formats._outline import lines
from argmap.model import Claim, Gain, Link
from tests.cli.running import RIVERTON
from tests.strategies import maps

M = ArgumentMap(
    title="Ferries & <b>fog</b>",
    nodes=(
        Claim(id="late", text="The ferry is *late*"),
        Gain(
            id="rest",
            text="Crews </li><script>alert(1)</script> rest",
            holder=("crews",),
            sure=0.5,
            amount="2",
            unit="hours",
        ),
        Claim(id="fog", text="There is fog\n\n# no heading"),
    ),
    links=(
        Link(premises=("rest", "fog"), target="late", relation="supports", id="step", scheme="sign"),
        Link(premises=("late",), target="step", relation="undercuts"),
        Link(premises=("late",), target="rest", relation="rebuts"),
    ),
    thesis="late",
)


def test_markdown_is_one_escaped_line_a_statement() -> None:
    assert dumps(M, format="markdown", plain=True) == (
        "# Ferries \\& \\<b\\>fog\\<\\/b\\>\n\n"
        "- The ferry is \\*late\\*\n"
        "  - because Crews \\<\\/li\\>\\<script\\>alert\\(1\\)\\<\\/script\\> rest (gain of crews · 2 hours · sure 50\\%)\n"
        "    - but The ferry is \\*late\\* (see above)\n"
        "  - and There is fog \\# no heading\n"
        "  - unless The ferry is \\*late\\* (see above)\n"
    )


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        assert {name for name, _ in attrs} <= {
            "id",
            "href",
            "lang",
            "charset",
            "name",
            "content",
            "http-equiv",
        }
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@given(m=maps())
def test_a_page_is_well_formed_whatever_the_map_says(m: ArgumentMap) -> None:
    page = _Page()
    page.feed(dumps(m, format="html"))
    page.close()
    assert page.open == []
    assert set(page.tags) <= {"html", "head", "meta", "title", "body", "h1", "ul", "li", "b", "i", "a"}
    assert page.tags["li"] == len(list(lines(m)))
    words = "".join(page.text)
    assert all(one_line(node.text) in words for node in m.nodes)


def test_a_page_forbids_everything_and_escapes_the_map() -> None:
    text = dumps(M, format="html")
    assert "default-src 'none'" in text
    assert "<script" not in text
    assert "Crews &lt;/li&gt;&lt;script&gt;" in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_chain_of_very_many_is_written_in_linear_space(name: str) -> None:
    size = 20_000
    m = ArgumentMap(
        nodes=tuple(Claim(id=f"n{at}", text=f"S{at}") for at in range(size)),
        links=tuple(
            Link(premises=(f"n{at + 1}",), target=f"n{at}", relation="supports") for at in range(size - 1)
        ),
    )
    assert len(dumps(m, format=name)) < size * 200


@given(m=maps())
def test_an_outline_has_every_statement_and_unfolds_each_once(m: ArgumentMap) -> None:
    found = list(lines(m))
    assert Counter(line.node.id for line in found if not line.again) == Counter(node.id for node in m.nodes)
    premises = sum(len(link.premises) for link in m.links)
    assert sum(line.depth > 0 for line in found) == premises


@given(m=maps())
def test_a_canvas_joins_cards_that_are_there(m: ArgumentMap) -> None:
    data = json.loads(dumps(m, format="canvas"))
    cards = [card["id"] for card in data["nodes"]]
    assert len(set(cards)) == len(cards) == len(m.nodes) + len(m.inferences)
    for edge in data["edges"]:
        assert {edge["fromNode"], edge["toNode"]} <= set(cards)
    plain = json.loads(dumps(m, format="canvas", plain=True))
    assert not any("color" in each for each in (*plain["nodes"], *plain["edges"]))


@given(m=maps())
def test_node_link_is_what_networkx_reads(m: ArgumentMap) -> None:
    nx = pytest.importorskip("networkx")
    data = json.loads(dumps(m, format="node-link"))
    graph = (
        nx.node_link_graph({**data, "links": data["edges"]}, edges="edges")
        if _new(nx)
        else nx.node_link_graph({**data, "links": data["edges"]})
    )
    known = build_graph(m)
    assert set(graph.nodes) == set(known.nodes)
    assert Counter(
        (source, target, relation) for source, target, relation in graph.edges(data="relation")
    ) == Counter(known.edges(data="relation"))


def _new(nx: object) -> bool:
    version = str(getattr(nx, "__version__", "0")).split(".")
    return tuple(map(int, version[:2])) >= (3, 4)


@given(m=maps())
def test_cypher_keeps_every_text_within_its_quotes(m: ArgumentMap) -> None:
    text = dumps(m, format="cypher")
    statements = text.splitlines()
    assert all(
        re.fullmatch(r"(?:CREATE|MATCH) (?:[^'\\]|'(?:[^'\\]|\\u[0-9a-f]{4})*')*;", line)
        for line in statements
    )
    premises = sum(len(link.premises) + (link.id in m.inferences) for link in m.links)
    assert len(statements) == len(m.nodes) + len(m.inferences) + premises


def test_cypher_writes_lists_numbers_and_escapes() -> None:
    first, second, *_ = dumps(M, format="cypher").splitlines()
    assert first == "CREATE (:Statement:Claim {id: 'late', text: 'The ferry is *late*'});"
    assert "holder: ['crews'], amount: 2, unit: 'hours', sure: 0.5" in second
    assert "'There is fog\\u000a\\u000a# no heading'" in dumps(M, format="cypher")
    assert len(dumps(load(RIVERTON), format="cypher").splitlines()) > 80
