"""What a change does, line by line."""

import re
from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing import differing
from argmap.editing.differing import difference

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "d", "tags: [x]", ""]), max_size=30).map("\n".join)


def applied(old: str, hunks: list[str]) -> list[str]:
    """The lines that a unified difference makes of a text; fails where it does not fit."""
    before = old.split("\n")
    after: list[str] = []
    at = 0
    for line in hunks[2:]:
        if found := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            start = int(found[1]) - (found[2] != "0")
            after += before[at:start]
            at = start
            assert len(after) == int(found[3]) - (found[4] != "0")
        elif line.startswith("+"):
            after.append(line[1:])
        else:
            assert before[at] == line[1:]
            after += [line[1:]] if line.startswith(" ") else []
            at += 1
    return after + before[at:]


@given(TEXTS, TEXTS)
def test_what_it_says_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    hunks = list(difference(old + "\n", new + "\n", "m"))
    assert applied(old, hunks) == new.split("\n")
    assert bool(hunks) == (old != new)


@given(TEXTS, TEXTS)
def test_where_no_line_stands_once_it_changes_no_more_lines_than_the_standard_library(
    old: str, new: str
) -> None:
    old, new = f"{old}\n{old}", f"{new}\n{new}"
    lines = [line for line in difference(old + "\n", new + "\n", "m") if line[0] in "+-"]
    known = [line for line in unified_diff(old.split("\n"), new.split("\n"), "m", "m") if line[0] in "+-"]
    assert len(lines) <= len(known)


def test_three_lines_stand_around_a_change() -> None:
    old = "".join(f"line {number}\n" for number in range(1, 11))
    assert list(difference(old, old.replace("line 5", "line five"), "m.yaml")) == [
        "--- m.yaml", "+++ m.yaml", "@@ -2,7 +2,7 @@",
        " line 2", " line 3", " line 4", "-line 5", "+line five", " line 6", " line 7", " line 8",
    ]  # fmt: skip


def test_a_line_put_in_where_many_are_alike_is_told_where_it_stands() -> None:
    old = "".join(f"n{number}:\n  tags: [a]\n" for number in range(2_000))
    new = old.replace("n1000:\n", "n1000:\n  note: here\n")
    assert [line for line in difference(old, new, "m") if line[0] in "+-"][2:] == ["+  note: here"]


def test_every_second_of_many_lines_is_told_by_itself() -> None:
    old = "".join(f"n{number}:\n  tags: [a]\n" for number in range(20_000))
    lines = list(difference(old, old.replace("[a]", "[a,  b]"), "m"))
    assert lines.count("-  tags: [a]") == lines.count("+  tags: [a,  b]") == 20_000
    assert sum(line.startswith(" ") for line in lines) == 20_000


def test_a_long_stretch_without_anything_that_stands_once_is_told_whole() -> None:
    count = int(differing.MOST**0.5) + 1
    lines = list(difference("a\nb\n" * count, "b\nc\n" * count, "m"))
    assert applied(("a\nb\n" * count).removesuffix("\n"), lines) == ("b\nc\n" * count).removesuffix(
        "\n"
    ).split("\n")
