"""Frameworks and their three notations: what is read, and what is refused, where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import LoadError
from argmap.formats.table import format_of_text
from argmap.frameworks import ARGUMENTS_MOST, NOTATIONS, Framework, Notation, framework_of, gathered, parsed

APX = "% a comment with arg(z).\narg(a). arg(b).\n\natt(a,b).  % after\n att( b , a )."
TGF = "a first one\nb\n#\na b label\n\nb a\n"
AF = "# made by hand\np af 2\n1 2\n# between\n2 1\n"


@pytest.mark.parametrize(("text", "notation"), [(APX, "apx"), (TGF, "tgf"), (AF, "iccma")])
def test_each_notation_is_known_by_its_beginning_and_read(text: str, notation: Notation) -> None:
    assert format_of_text(text).name == notation
    framework = parsed(text, "x", notation)
    assert framework.names == (("1", "2") if notation == "iccma" else ("a", "b"))
    assert framework.attacks == ((0, 1), (1, 0))
    assert framework.attackers == [[1], [0]] == framework.attacked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "argmap: 1\n# a comment\n#\nnodes: {}\n",
        '{"argmap": 1}\n#\n',
        "- a\n#\n",
        "<graphml/>\n#\n",
        "a: b\n#",
    ],
)
def test_a_map_is_taken_for_no_framework(text: str) -> None:
    assert format_of_text(text).name not in NOTATIONS


def test_windows_line_ends_are_read() -> None:
    assert parsed(TGF.replace("\n", "\r\n"), "x", "tgf") == parsed(TGF, "x", "tgf")
    assert parsed(AF.replace("\n", "\r\n"), "x", "iccma") == parsed(AF, "x", "iccma")


def test_an_attack_said_twice_is_one_attack() -> None:
    assert parsed("arg(a). att(a,a). att(a,a).", "x", "apx").attacks == ((0, 0),)


@pytest.mark.parametrize(
    ("notation", "text", "told"),
    [
        ("apx", "arg(a).\n att(a,bee).", ["2:2: there is no argument bee"]),
        ("apx", "arg(first).\natt(first,frist).", ["2:1: there is no argument frist; did you mean first?"]),
        ("apx", "arg(a).\n arg(a).\natt(a,c).\nfoo\narg(b)", ["2:2: the argument a is there twice", "3:1: there is no argument c", "4:1: this is no fact: arg(a). or att(a,b).", "5:1: this is no fact: arg(a). or att(a,b)."]),
        ("apx", "arg(a,b).", ["1:1: this is no fact: arg(a). or att(a,b)."]),
        ("apx", "% one\narg(a). % two\n att(a).", ["3:2: this is no fact: arg(a). or att(a,b)."]),
        ("tgf", "a\n a\n#\na c\na\n#\n", ["2:2: the argument a is there twice", "4:1: there is no argument c", "5:1: an attack is two ids with a space between them", "6:1: a second # line; one stands between arguments and attacks"]),
        ("iccma", "p af 2\n1 3\n1\np af 2\n1 x\n", ["2:1: there is no argument 3", "3:1: an attack is two numbers with a space between them", "4:1: there is one header, and it says: p af 3", "5:1: an attack is two numbers with a space between them"]),
        ("iccma", "# only\n", ["1:1: this is empty; the first line says how many arguments there are: p af 3"]),
        ("iccma", "1 2\np af 2\n", ["1:1: the first line says how many arguments there are: p af 3"]),
        ("iccma", f"p af {ARGUMENTS_MOST + 1}\n", [f"1:1: more than {ARGUMENTS_MOST:,} arguments are not read"]),
        ("iccma", "p af 99999999999999999999\n", ["1:1: there is one header, and it says: p af 3"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_column(notation: Notation, text: str, told: list[str]) -> None:
    with pytest.raises(LoadError) as caught:
        parsed(text, "x", notation)
    assert caught.value.lines() == [f"x:{line}" for line in told]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(LoadError) as caught:
        parsed("arg(a). arg(a). att(a,b). att(c,a).", "x", "apx")
    assert len(caught.value.problems) == 3


def test_a_name_that_steers_a_terminal_is_told_visibly() -> None:
    with pytest.raises(LoadError) as caught:
        parsed("arg(a). att(a,\x1b[31m).", "x", "apx")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "%" * 300_000,
        "% \n" * 100_000,
        "% " * 100_000,
        "# " * 100_000,
        "#\n" * 100_000,
        " " * 300_000,
        "a\n" * 100_000,
        "arg(" * 100_000,
    ],
)
def test_a_long_beginning_is_looked_through_once(text: str) -> None:
    format_of_text(text)
    for notation in NOTATIONS:
        try:
            parsed(text, "x", notation)
        except LoadError as error:
            assert error.problems


@given(st.text(max_size=60))
def test_no_text_is_more_than_a_framework_or_a_list_of_problems(text: str) -> None:
    for notation in NOTATIONS:
        try:
            assert isinstance(parsed(text, "x", notation), Framework)
        except LoadError as error:
            assert all(problem.line for problem in error.problems)


def test_a_framework_is_made_of_names() -> None:
    assert framework_of("ab", [("a", "b"), ("a", "b")]) == Framework(("a", "b"), ((0, 1),))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("notation", "lines"),
    [
        ("apx", ["% first", "arg(a).", "arg(b).", "att(a,b)."]), ("tgf", ["a", "b", "#", "a b"]),
        ("iccma", ["# first", "p af 2", "1 2"]),
    ],
)  # fmt: skip
def test_lines_end_in_any_way(notation: Notation, lines: list[str], end: str) -> None:
    framework = parsed(end.join(lines), "m", notation)
    assert (len(framework.names), framework.attacks) == (2, ((0, 1),))


def test_labels_of_attacks_are_counted() -> None:
    assert gathered("a\nb\n#\na b\nb a since then\n", "tgf").labels == 1
