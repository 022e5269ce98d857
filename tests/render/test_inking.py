"""Lines folded and coloured as Rich would, where the short ways are taken and where they are not."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from argmap.render.inking import ONE_CELL, folded, ink

WORDS = st.lists(st.text(alphabet="ab“é中\u0301", min_size=1, max_size=9), min_size=1, max_size=30).map(
    " ".join
)
STYLES = st.sampled_from(["", "bold", "dim", "#d55e00", "italic"])


def by_rich(text: Text, width: int) -> list[str]:
    console = Console(width=200, color_system=None, legacy_windows=False)
    lines = text.wrap(console, width, overflow="fold")
    for line in lines:
        line.rstrip()
    return [line.plain for line in lines]


@given(WORDS, st.integers(2, 60), st.sampled_from([" ", "  "]))
def test_lines_are_folded_as_rich_folds_them(words: str, width: int, blank: str) -> None:
    text = Text(words.replace(" ", blank))
    assert [line.plain for line in folded(text.copy(), width)] == by_rich(text, width)


def test_the_signs_taken_for_one_cell_are_one_cell_wide() -> None:
    signs = [sign for sign in map(chr, range(0x2600)) if re.fullmatch(f"[{ONE_CELL}]", sign)]
    assert {cell_len(sign) for sign in signs} == {1}


@pytest.fixture
def _rich_as_in_a_new_process() -> None:
    """Rich keeps the signs of a style as first written, whatever the next console's colours."""
    Style.parse.cache_clear()
    Style._add.cache_clear()


@pytest.mark.usefixtures("_rich_as_in_a_new_process")
@pytest.mark.parametrize("system", ["truecolor", "256", "standard", None])
@pytest.mark.parametrize("no_color", [False, True])
@given(parts=st.lists(st.tuples(WORDS, STYLES), max_size=5), base=STYLES, over=st.integers(0, 20))
def test_colours_are_written_as_rich_writes_them(
    system: str | None, no_color: bool, parts: list[tuple[str, str]], base: str, over: int
) -> None:
    line = Text(style=base)
    for words, style in parts:
        line.append_text(Text(words, style))
    if over > 10:
        line.stylize("italic", 2, over)
    console = Console(
        file=io.StringIO(), width=500, color_system=system, no_color=no_color, force_terminal=True,
        legacy_windows=False,
    )  # fmt: skip
    console.print(line, soft_wrap=True, highlight=False)
    assert isinstance(console.file, io.StringIO)
    assert ink(console)(line) + "\n" == console.file.getvalue()
