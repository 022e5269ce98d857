"""`argmap solve`: answers in the form of the competitions."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran

pytest.importorskip("pysat", reason="python-sat is not installed: argmap[solve]")

APX = "arg(a). arg(b). arg(c).\natt(a,b). att(b,a). att(b,c).\n"
AF = "p af 3\n1 2\n2 1\n2 3\n"
ODD = "arg(a). att(a,a)."
STEPS = """\
argmap: 1
nodes:
  a: {kind: claim, text: A}
  b: {kind: claim, text: B, because: a}
  c: {kind: claim, text: C, but: b}
"""


@pytest.mark.parametrize(
    ("line", "text", "out", "code"),
    [
        ("EE-PR", APX, "[[a,c],[b]]", 0),
        ("EE-CO", APX, "[[],[a,c],[b]]", 0),
        ("SE-GR", APX, "[]", 0),
        ("CE-ST", APX, "2", 0),
        ("DC-PR -a c", APX, "YES", 0),
        ("DS-PR -a c", APX, "NO", 1),
        ("SE-ST", ODD, "NO", 0),
        ("EE-ST", ODD, "[]", 0),
        ("DS-ST -a a", ODD, "YES", 0),
        ("EE-PR", AF, "w 1 3\nw 2", 0),
        ("SE-ID", AF, "w", 0),
        ("DC-ST -a 3", AF, "YES\nw 1 3", 0),
        ("DS-ST -a 3", AF, "NO\nw 2", 1),
        ("EE-GR", STEPS, "[[a,b]]", 0),
        ("DC-CO -a c", STEPS, "NO", 1),
    ],
)
def test_answers_have_the_form_of_the_notation(line: str, text: str, out: str, code: int) -> None:
    done = ran("solve", *line.split(), "-", typed=text)
    assert (done.out, done.code, done.err) == (out + "\n", code, "")


def test_a_file_is_named_after_the_problem_or_with_m(tmp_path: Path) -> None:
    file = tmp_path / "x.apx"
    file.write_text(APX, encoding="utf-8")
    assert ran("solve", "EE-PR", file).out == ran("-m", file, "solve", "EE-PR").out == "[[a,c],[b]]\n"


def test_programs_get_names_and_whether_the_answer_is_whole() -> None:
    done = ran("solve", "DS-PR", "-a", "c", "-", "--json", typed=APX)
    assert json.loads(done.out) == {
        "argmap": 1, "command": "solve", "map": "standard input", "problem": "DS-PR", "argument": "c",
        "accepted": False, "count": 1, "whole": True, "derived": [], "items": [{"extension": ["b"]}],
    }  # fmt: skip


def test_what_follows_from_supports_is_said_beside_the_answer() -> None:
    done = ran("solve", "EE-PR", "-", "--support", "deductive", typed=STEPS)
    assert (done.out, done.err) == ("[[a,b]]\n", "argmap: 1 attack derived from the supports: a → c\n")


def test_a_list_that_was_cut_says_so_and_ends_with_1() -> None:
    done = ran("solve", "EE-PR", "--limit", "1", "-", typed=APX)
    assert done.code == 1
    assert "not the whole answer" in done.err
    assert done.out.count("[") == 2


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        ("EE-PX", APX, "there is no problem EE-PX"),
        ("DC-PR", APX, "DC asks about one argument"),
        ("EE-PR -a a", APX, "EE asks about no argument"),
        ("DC-PR -a d", APX, "there is no argument d"),
        ("DC-PR -a zebra", STEPS, "there is no id zebra"),
        ("EE-PR --support deductive", APX, "in this framework nothing supports anything"),
        ("EE-PR", "arg(a). att(a,b).", "standard input:1:9: there is no argument b"),
        ("EE-PR --timeout 0", APX, "--timeout"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_line(line: str, text: str, told: str) -> None:
    done = ran("solve", *line.split(), "-", typed=text)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""
