"""Abstract frameworks in three notations: attacks and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import dumps, load, loads, reading
from argmap.errors import LoadError
from argmap.formats.table import format_of_text
from tests.formats.test_aif import CASES, manifest
from tests.strategies import maps

TEXTS = {
    "apx": "% two\narg(a1). arg( B ).\natt(a1,B).\natt(B,B).\n",
    "tgf": "a1\nB the second one\n#\na1 B\nB B\n",
    "iccma": "# two\np af 2\n1 2\n2 2 # itself\n",
}
NAMES = pytest.mark.parametrize("name", TEXTS)


@NAMES
def test_arguments_become_claims_and_attacks_rebuttals(name: str) -> None:
    m = loads(TEXTS[name], format=name)
    assert [node.kind for node in m.nodes] == ["claim", "claim"]
    first, second = m.nodes
    assert [(link.premises, link.relation, link.target) for link in m.links] == [
        ((first.id,), "rebuts", second.id)
    ]
    assert second.text == {"apx": "B", "tgf": "the second one", "iccma": "2"}[name]


@NAMES
def test_an_attack_on_itself_is_found_and_comes_back_all_the_same(name: str, tmp_path: Path) -> None:
    path = tmp_path / "m"
    path.write_text(TEXTS[name])
    found = reading(path, format=name)
    assert [(each.code, each.where) for each in found.findings] == [("X110", found.map.nodes[1].id)]
    told = [(loss.fate, loss.feature, loss.count) for loss in found.losses]
    assert ("kept beside", "attacks on itself", 1) in told
    assert dumps(loads(dumps(found.map)), format=name) == TEXTS[name]


def test_a_half_broken_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "m.apx"
    path.write_text("arg(a).\nfoo\narg(b).\natt(a,b).\natt(a,c).\n")
    found = reading(path, lenient=True)
    assert (len(found.map.nodes), len(found.map.links), len(found.findings)) == (2, 1, 2)


@NAMES
@given(m=maps())
def test_attacks_come_back(name: str, m: Any) -> None:
    text = dumps(m, format=name)
    back = loads(text, format=name)
    assert dumps(back, format=name) == text
    assert len(back.nodes) == len(m.nodes)
    if m.nodes:
        assert format_of_text(text).name == name


@NAMES
@given(text=st.text(alphabet='arg t(),.ab12#p\n\x1b%"', max_size=60))
def test_no_text_does_more_than_be_refused(name: str, text: str) -> None:
    try:
        loads(text, format=name)
    except LoadError as error:
        assert all(problem.line for problem in error.problems)


@pytest.mark.skipif(not manifest("tgf"), reason="the cases are not at hand")
@pytest.mark.parametrize("case", manifest("tgf"), ids=lambda case: case["file"])
def test_files_of_others_are_counted_as_their_manifest_counts_them(case: dict[str, Any]) -> None:
    path = CASES / "tgf" / case["file"]
    m = load(path)
    assert (len(m.nodes), len(m.links)) == (case["raw"]["arguments"], case["raw"]["attacks"])
    assert dumps(m, format="tgf") == path.read_text(encoding="utf-8")
    assert json.loads(dumps(m, format="json"))["beside"]
