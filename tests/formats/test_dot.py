import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings

from argmap.files import dumps, load
from argmap.formats._digraph import LONGEST
from argmap.model import ArgumentMap, Claim, Link
from argmap.shipped import builtin
from tests.strategies import HOSTILE, maps

QUOTED = r'"(?:[^"\\\n]|\\[\\"nl])*"'
NAME = r"[A-Za-z_][A-Za-z0-9_]*|-?[0-9.]+"
SETTING = rf"(?:{NAME})=(?:{QUOTED}|{NAME})"
LIST = rf"\[(?:{SETTING})(?:, {SETTING})*\]"
LINE = re.compile(
    rf"digraph argmap \{{|\}}|  (?:{SETTING})(?:; {SETTING})*;|  (?:node|edge) {LIST};"
    rf"|  {QUOTED} {LIST};|  {QUOTED} -> {QUOTED} {LIST};"
)
"""The few forms of line that are written; whatever leaves its quotes fits into none of them."""
GRAPHVIZ_LONGEST = 16_384


def texts_of(written: str) -> list[str]:
    return [found[0][1:-1] for found in re.finditer(QUOTED, written)]


@pytest.mark.parametrize("plain", [False, True])
@given(m=maps())
def test_every_text_stays_inside_its_quotes(plain: bool, m: ArgumentMap) -> None:
    written = dumps(m, format="dot", plain=plain)
    for line in written.splitlines():
        assert LINE.fullmatch(line), line
    joined = [link for link in m.links if len(link.premises) > 1 or link.id in m.links_onto]
    assert written.count(" -> ") >= sum(len(link.premises) for link in m.links) + len(joined)


@pytest.mark.parametrize("text", [*HOSTILE, "\\", '\\"', '"];', '" -> "', "\\N \\G \\l", "a\\"])
def test_a_hostile_text_stays_inside_its_quotes(text: str) -> None:
    m = ArgumentMap(
        title=f"x{text}",
        nodes=(Claim(id="node", text=f"x{text}", label=f"y{text}"), Claim(id="b", text="x")),
        links=(Link(premises=("b",), target="node", relation="supports", scheme=f"z{text}"),),
    )
    for line in dumps(m, format="dot").splitlines():
        assert LINE.fullmatch(line), line


@pytest.mark.parametrize("sign", ["é", "😀", '"', "\\", "\x1b", "&a;", "&#1;", "\n", " ", "<"])
def test_no_quoted_text_is_longer_than_graphviz_takes(sign: str) -> None:
    long = sign * 50_000 + "x"
    m = ArgumentMap(
        title="t" + long,
        nodes=(Claim(id="a", text="t" + long, label="l" + long), Claim(id="b", text="x")),
        links=(Link(premises=("a",), target="b", relation="supports", scheme="s" + long),),
    )
    for text in texts_of(dumps(m, format="dot")):
        assert len(text.encode()) + 2 < GRAPHVIZ_LONGEST


def test_a_text_that_is_cut_says_so() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="x" * (LONGEST + 1)), Claim(id="b", text="y" * LONGEST)))
    assert f'tooltip="{"x" * (LONGEST - 1)}…"' in dumps(m, format="dot")
    assert f'tooltip="{"y" * LONGEST}"' in dumps(m, format="dot")


def test_what_graphviz_takes_for_entities_is_written_out() -> None:
    written = dumps(ArgumentMap(title="&lt;b&gt; &#65; A&B & C;"), format="dot")
    assert 'label="&amp;lt;b&amp;gt; &amp;#65; A&B & C;\\l"' in written


def test_a_step_alone_is_an_arrow_and_others_meet_in_a_point() -> None:
    m = ArgumentMap(
        nodes=tuple(Claim(id=name, text=name) for name in ("a", "b", "c")),
        links=(
            Link(premises=("b",), target="a", relation="supports"),
            Link(premises=("b", "c"), target="a", relation="rebuts", id="step"),
            Link(premises=("c",), target="step", relation="undercuts"),
        ),
    )
    arrows = re.findall(r'"([^"]+)" -> "([^"]+)"', dumps(m, format="dot"))
    assert arrows == [("b", "a"), ("b", "step"), ("c", "step"), ("step", "a"), ("c", "step")]
    assert dumps(m, format="dot").count("shape=point") == 1


def test_plain_leaves_fills_and_signs_out() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="x", implicit=True),))
    assert "■" in dumps(m, format="dot")
    assert "filled,dashed" in dumps(m, format="dot")
    assert "fillcolor" not in dumps(m, format="dot", plain=True)
    assert 'label="claim: x"' in dumps(m, format="dot", plain=True)


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@settings(max_examples=10)
@given(m=maps())
def test_graphviz_reads_it(m: ArgumentMap) -> None:
    done = subprocess.run(
        ["dot", "-Tcanon"], input=dumps(m, format="dot").encode(), capture_output=True, check=False
    )
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.parametrize("name", ["china-russia", "riverton"])
def test_the_maps_that_come_with_argmap_are_drawn(name: str) -> None:
    path = builtin(name)
    assert path is not None
    assert all(map(LINE.fullmatch, dumps(load(path), format="dot").splitlines()))
