import html
import re

import pytest
from hypothesis import given

from argmap.controls import one_line
from argmap.files import dumps, load
from argmap.formats.mermaid import LONGEST
from argmap.model import ArgumentMap, Claim, Link
from argmap.shipped import builtin
from tests.strategies import HOSTILE, maps

TEXT = r"""(?:[^"#;`<>&%{}|\\\[\]:@=*~$^]|#[0-9]+;)*"""
LINE = re.compile(
    rf'flowchart RL|  n[0-9]+\["(?:[a-z]+: |. ){TEXT}"\](?::::[a-z]+)?|  i[0-9]+\(\("(?:&amp;| )"\)\)'
    r"|  [ni][0-9]+ (?:-->\|because\||-\.->\|but\||-\.-x\|unless\||---) [ni][0-9]+"
    r"|  classDef [a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}"
)
"""The few forms of line that are written; whatever leaves its quotes fits into none of them."""


@pytest.mark.parametrize("plain", [False, True])
@given(m=maps())
def test_every_text_stays_inside_its_quotes(plain: bool, m: ArgumentMap) -> None:
    for line in dumps(m, format="mermaid", plain=plain).splitlines():
        assert LINE.fullmatch(line), line


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        '"]',
        "`**x**`",
        "#35;",
        "&quot;",
        "end",
        "click n1 href",
        "%%{init: {}}%%",
        "-->",
        "<br/>",
        "$$x$$",
    ],
)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="x", label=f"x{text}y"),))
    (line,) = (line for line in dumps(m, format="mermaid", plain=True).splitlines() if "n1" in line)
    assert LINE.fullmatch(line), line
    shown = html.unescape(line[len('  n1["claim: ') : -len('"]')].replace("#", "&#"))
    assert shown == one_line(m.nodes[0].title)


def test_the_title_of_a_node_is_short() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="\U0001f600" * 10_000),))
    assert len(dumps(m, format="mermaid", plain=True)) < LONGEST * 10


def test_a_step_alone_is_an_arrow_and_others_meet() -> None:
    m = ArgumentMap(
        nodes=tuple(Claim(id=name, text=name) for name in ("a", "b", "c")),
        links=(
            Link(premises=("b",), target="a", relation="supports"),
            Link(premises=("b", "c"), target="a", relation="rebuts", id="step"),
            Link(premises=("c",), target="step", relation="undercuts"),
            Link(premises=("b",), target="c", relation="supports", id="other"),
            Link(premises=("a",), target="other", relation="undercuts"),
        ),
    )
    assert dumps(m, format="mermaid", plain=True) == (
        "flowchart RL\n"
        '  n1["claim: a"]\n'
        '  n2["claim: b"]\n'
        '  n3["claim: c"]\n'
        "  n2 -->|because| n1\n"
        '  i1(("&amp;"))\n'
        "  n2 --- i1\n"
        "  n3 --- i1\n"
        "  i1 -.->|but| n1\n"
        "  n3 -.-x|unless| i1\n"
        '  i2((" "))\n'
        "  n2 --- i2\n"
        "  i2 -->|because| n3\n"
        "  n1 -.-x|unless| i2\n"
    )


def test_looks_are_classes_at_the_end() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="x"),))
    assert '  n1["■ x"]:::claim\n' in dumps(m, format="mermaid")
    assert "classDef" not in dumps(m, format="mermaid", plain=True)


@pytest.mark.parametrize("name", ["china-russia", "riverton"])
def test_the_maps_that_come_with_argmap_are_drawn(name: str) -> None:
    path = builtin(name)
    assert path is not None
    assert all(map(LINE.fullmatch, dumps(load(path), format="mermaid").splitlines()))
