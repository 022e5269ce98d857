"""Each row of the table of checks finds what it says in its bad example, and nothing in its good one."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from argmap import malformed, reading
from argmap.checks.row import FAMILIES, Check, Example
from argmap.checks.table import CHECKS
from argmap.findings import Finding
from argmap.sources.codes import CODES
from tests.checks.trying import codes

MADE = [row for row in CHECKS if row.needs not in {"text", "reader"}]
TOLD = [row for row in CHECKS if row.needs == "reader"]
ALSO: dict[str, set[str]] = {
    "A206": {"A203"},  # it rebuts, and nothing answers it
    "A310": {"A204"},
    **{code: {"A304"} for code in ("A305", "A306", "A307", "A308", "A309")},  # what moved has changed
}
"""What is rightly found beside the code that an example is for."""


@pytest.mark.parametrize("row", MADE, ids=lambda row: row.code)
def test_a_bad_example_has_exactly_its_code(row: Check) -> None:
    assert codes(row.bad) == {row.code} | ALSO.get(row.code, set())


@pytest.mark.parametrize("row", MADE, ids=lambda row: row.code)
def test_a_good_example_is_free_of_it_and_of_errors(row: Check) -> None:
    found = codes(row.good)
    assert row.code not in found
    assert not {each for each in found if SEVERITIES[each] == "error"}


SEVERITIES = {row.code: row.severity for row in CHECKS}


def test_the_rows_are_sorted_and_no_code_or_name_is_there_twice() -> None:
    assert [row.code for row in CHECKS] == sorted({row.code for row in CHECKS})
    assert len({row.name for row in CHECKS}) == len(CHECKS)
    assert all(re.fullmatch(r"A[1-6]\d\d|X[12]\d\d", row.code) for row in CHECKS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", row.name) for row in CHECKS)
    assert all(len(f"{row.code} {row.name} {row.severity} {row.about}") <= 100 for row in CHECKS)


@pytest.mark.parametrize("row", MADE, ids=lambda row: row.code)
def test_a_row_has_a_function_in_the_file_of_its_family(row: Check) -> None:
    assert callable(getattr(import_module(f"argmap.checks.{row.family}"), row.name.replace("-", "_")))


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row.code)
def test_what_a_reader_tells_is_told_of_its_bad_example_with_its_place(row: Check, tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("[lamp]: The lamp is lit\n", encoding="utf-8")
    found = told(row.bad, tmp_path)
    assert {each.code for each in found} == {row.code}
    assert all(each.line and each.column for each in found)
    assert told(row.good, tmp_path) == ()


def told(example: Example, folder: Path) -> tuple[Finding, ...]:
    path = folder / "example.ann"
    path.write_text(example.text, encoding="utf-8")
    if example.article:
        path.with_suffix(".txt").write_text(example.article, encoding="utf-8")
    return reading(path, lenient=True).findings


@pytest.mark.parametrize("family", sorted({*FAMILIES.values()} - {"reading"}))
def test_a_function_in_the_file_of_a_family_has_a_row(family: str) -> None:
    home = import_module(f"argmap.checks.{family}")
    text = Path(home.__file__ or "").read_text(encoding="utf-8")
    made = re.findall(r"^([a-z]\w*): Final = partial|^def ([a-z]\w*)\(subject: Subject\)", text, re.MULTILINE)
    names = {"".join(each).replace("_", "-") for each in made}
    assert names == {row.name for row in MADE if row.family == family}


def test_what_anchors_and_readers_tell_is_in_the_table_in_their_own_words() -> None:
    rows = {row.code: row for row in CHECKS}
    for code in (*CODES, *malformed.CODES):
        assert (rows[code.code].about, rows[code.code].severity) == (code.about, code.severity)
