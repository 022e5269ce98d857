"""Laws of the checks, and what single ones do and do not mind."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.checks.checking import check
from argmap.checks.table import CHECKS
from argmap.model import ArgumentMap
from argmap.sources.article import Article
from tests.cli.running import ROOT
from tests.strategies import maps


def codes(text: str) -> set[str]:
    return {finding.code for finding in check(argmap.loads(f"argmap: 1\n{text}"))}


OF_SEVERAL = {"A101", "A104", "A105", "A404", "A505", "A506", "A602", "A603", "A606"}
"""What is told of several nodes at the first or the last of them."""


@given(maps())
def test_a_finding_names_a_node_or_a_link_of_the_map_or_all_of_it(m: ArgumentMap) -> None:
    known = {"", *m.by_id, *(link.id for link in m.links)}
    for finding in check(m):
        assert finding.where in known
        assert finding.message


@given(maps(), st.data())
def test_the_order_of_nodes_does_not_change_what_is_found_where(m: ArgumentMap, data: st.DataObject) -> None:
    other = ArgumentMap.model_validate({**dict(m), "nodes": data.draw(st.permutations(m.nodes))})
    found, again = check(m), check(other)
    assert {each.code for each in found} - {"A603"} == {each.code for each in again} - {"A603"}
    assert {(each.code, each.where) for each in found if each.code not in OF_SEVERAL} == {
        (each.code, each.where) for each in again if each.code not in OF_SEVERAL
    }


@given(maps())
def test_the_order_of_rows_does_not_change_the_findings(m: ArgumentMap) -> None:
    assert check(m) == check(m, rows=CHECKS[::-1])


@given(maps(), st.text())
def test_an_article_adds_findings_and_takes_none_away(m: ArgumentMap, text: str) -> None:
    with_article = check(m, Article(text))
    assert {each for each in check(m) if each.code != "A504"} <= set(with_article)


@pytest.mark.parametrize("name", ["riverton", "china-russia"])
def test_the_maps_that_come_with_argmap_have_no_errors(name: str) -> None:
    m = argmap.load(ROOT / "data" / f"{name}.argmap.yaml")
    path = ROOT / "data" / "riverton.txt"
    article = Article(path.read_text(encoding="utf-8")) if name == "riverton" else None
    found = check(m, article)
    assert found
    assert not [each for each in found if each.severity == "error"]


def test_a_map_without_nodes_has_no_findings() -> None:
    assert check(ArgumentMap()) == ()


def test_a_map_of_one_node_is_not_lonely() -> None:
    assert codes("nodes:\n  a1-b: {kind: evidence, text: It rains}\n") == set()


def test_two_claims_that_rebut_each_other_beg_no_question() -> None:
    found = codes("""\
nodes:
  dry: {kind: claim, text: It is dry, by: Ann, but: [wet]}
  wet: {kind: claim, text: It is wet, by: Bea, but: [dry]}
""")
    assert "A101" not in found


def test_what_follows_from_the_thesis_is_not_out_of_reach() -> None:
    found = codes("""\
thesis: wet
nodes:
  wet: {kind: claim, text: It is wet, because: [[rain, roof]]}
  rain: {kind: evidence, text: It rains}
  roof: {kind: evidence, text: The roof leaks}
  mop: {kind: claim, text: Somebody should mop, because: [[wet, slip]]}
  slip: {kind: assumption, text: People slip where it is wet}
""")
    assert "A105" not in found


def test_a_figure_or_a_negation_keeps_statements_apart() -> None:
    for one, other in (
        ("Exports of timber grew by 8 per cent", "Exports of timber grew by 9 per cent"),
        ("The council published its budget", "The council never published its budget"),
    ):
        nodes = f"  one: {{kind: evidence, text: {one}}}\n  two: {{kind: evidence, text: {other}}}\n"
        assert not codes(f"nodes:\n{nodes}") & {"A505", "A506"}


def test_a_claim_that_is_taken_for_granted_needs_no_reason() -> None:
    assert "A201" not in codes("nodes:\n  wet: {kind: claim, text: It is wet, given: true}\n")


def test_it_is_asked_of_python() -> None:
    found = argmap.check(argmap.load(Path(ROOT / "data" / "riverton.argmap.yaml")))
    assert {each.code for each in found} >= {"A203"}


def said(text: str, fields: str = "kind: evidence") -> set[str]:
    """Return what is found in a map of one statement that says this."""
    return codes(f"nodes:\n  one: {{{fields}, text: {json.dumps(text, ensure_ascii=False)}}}\n")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A501", "Prof. Jones measured the bridge"),
        ("A501", "Mrs. Quill speaks for Messrs. Brandt and Gov. Hale"),
        ("A501", "It hits three groups: nurses, who work at night; cleaners; and drivers"),
        ("A502", "Tariffs failed not because they were high but for want of collectors"),
        ("A502", "The ferry was late because of fog"),
        ("A502", "Ten years hence the tunnel will be paid off"),
        ("A503", "Voters ask: “Who pays?”"),
        ("A503", "The council debated ‘why now?’ (and ‘why here?’)"),
        ("A504", "“Made in China” costs less than “made in Germany”"),
        ("A507", "Traffic fell considerably, by 20 per cent"),
        ("A507", "The toll was substantially (by a third) lower than planned"),
    ],
)
def test_what_only_looks_like_a_weak_wording_is_left_alone(code: str, text: str) -> None:
    assert code not in said(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("A501", "The bridge is safe. The ferry is not"),
        ("A501", "The bridge is safe! “The ferry is not”"),
        ("A501", "Engineers say so: the bridge is safe; the ferry is not"),
        ("A502", "The bridge is safe because it held"),
        ("A503", "Is the bridge safe?"),
        ("A503", "“Is the bridge safe?”"),
        ("A503", "橋は安全か？"),
        ("A504", "“The bridge is safe.”"),
        ("A507", "Traffic fell considerably"),
    ],
)
def test_what_is_a_weak_wording_is_still_found(code: str, text: str) -> None:
    assert code in said(text)


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (False, "Exports rose in May"),
        (False, "Sales grew faster than expected"),
        (False, "Russia has the political will to go on"),
        (False, "Russia shows its military might"),
        (False, "The town lost the will to build"),
        (False, "It abandoned the plan to dig"),
        (True, "Exports may rise"),
        (True, "The town will save money"),
        (True, "Shops expect more visitors"),
        (True, "Shops might close"),
    ],
)
def test_words_of_hope_are_known_from_months_nouns_and_comparisons(found: bool, text: str) -> None:
    assert ("A406" in said(text, "kind: gain, holder: R, nature: tangible, given: true")) is found


def test_evidence_that_works_on_each_side_with_other_premises_breaks_no_argument() -> None:
    text = """\
nodes:
  go: {kind: claim, text: It should go on, because: [[poll, rule]], but: [[poll, few]]}
  poll: {kind: evidence, text: Three in five are for it}
  rule: {kind: assumption, text: Most people decide for all}
  few: {kind: assumption, text: Two in five must not be passed over}
"""
    assert codes(text) & {"A206", "A207"} == {"A207"}
    assert codes(text.replace("[poll, rule]", "poll").replace("[poll, few]", "poll")) & {"A206", "A207"} == {
        "A206"
    }


def test_a_cost_may_be_there_for_fear_of_one_that_is_not() -> None:
    text = """\
nodes:
  needs: {kind: cost, text: It needs a shield, holder: R, nature: both, because: [hit]}
  hit: {kind: cost, text: It would be hit without one, holder: R, nature: both, status: expected}
"""
    assert "A405" not in codes(text)
    assert "A405" in codes(text.replace("kind: cost", "kind: gain"))


@pytest.mark.parametrize(
    ("node_id", "text", "found"),
    [
        ("g7", "The G7 have condemned it", False),
        ("s400", "Turkey bought the S-400", False),
        ("e10", "E10 is the fuel that most drivers buy", False),
        ("g7", "Gains outweigh costs", True),
        ("n12", "Gains outweigh costs", True),
        ("claim-3", "Gains outweigh costs", True),
    ],
)
def test_an_id_that_its_text_has_tells_what_it_stands_for(node_id: str, text: str, found: bool) -> None:
    assert ("A601" in codes(f"nodes:\n  {node_id}: {{kind: evidence, text: {text}}}\n")) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("$ million", "€ million", False),
        ("m/s", "ms", False),
        ("MW", "mW", False),
        ("m", "m²", False),
        ("C", "C++", False),
        ("euros a year", "Euros a year", True),
        ("bus-passengers", "bus passengers", True),
        ("U.S. dollars", "US dollars", True),
    ],
)
def test_signs_that_mean_something_are_no_way_of_spelling(one: str, other: str, found: bool) -> None:
    stake = "{kind: gain, holder: R, nature: tangible, amount: 1, given: true"
    nodes = (
        f"  one: {stake}, text: It saves, unit: {one}}}\n  two: {stake}, text: It earns, unit: {other}}}\n"
    )
    assert ("A606" in codes(f"nodes:\n{nodes}")) is found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Russia sells weapons to China", "China sells weapons to Russia", False),
        ("Imports of grain from Ukraine rose sharply", "Exports of grain from Ukraine rose sharply", False),
        (
            "The towns on the northern bank pay more for water than the county",
            "The towns on the southern bank pay more for water than the county",
            False,
        ),
        ("Engineers tested every cable in May", "In May every cable was tested by engineers", True),
        ("Engineers tested every cable in May", "Engineers have tested each and every cable in May", True),
        (
            "The county's engineer tests every cable of the bridge",
            "The county’s engineers tested every cable of the bridge",
            True,
        ),
    ],
)
def test_only_what_says_nearly_the_same_is_alike(one: str, other: str, found: bool) -> None:
    nodes = f"  one: {{kind: evidence, text: {one}}}\n  two: {{kind: evidence, text: {other}}}\n"
    assert ("A506" in codes(f"nodes:\n{nodes}")) is found
    assert "A505" not in codes(f"nodes:\n{nodes}")


def test_the_same_gain_of_two_holders_is_two_gains() -> None:
    nodes = """\
  one: {kind: gain, text: More jobs, holder: Russia, nature: tangible, given: true}
  two: {kind: gain, text: More jobs, holder: China, nature: tangible, given: true}
"""
    assert "A505" not in codes(f"nodes:\n{nodes}")
    assert "A505" in codes(f"nodes:\n{nodes.replace('China', '[China, Russia]')}")


def test_of_drafts_it_is_told_that_they_are_drafts_and_not_what_all_of_them_lack() -> None:
    text = """\
nodes:
  one: {kind: claim, text: The pool should stay open all summer, quote: The pool should stay open all summer}
  two: {kind: claim, text: It costs less than it was thought to, quote: It costs less than it was thought to}
"""
    assert codes(text) == {"A102", "A202", "A504"}
    assert codes(text.replace("quote:", "tags: todo, quote:")) == {"A609"}


def test_a_map_without_any_place_is_told_so_once() -> None:
    text = """\
source: {title: A pool}
nodes:
  one: {kind: evidence, text: It rains}
  two: {kind: evidence, text: It pours}
  three: {kind: assumption, text: Rain is wet, implicit: true}
"""
    found = [each for each in check(argmap.loads(f"argmap: 1\n{text}")) if each.code == "A313"]
    assert [(each.where, each.message) for each in found] == [
        ("", "none of the 2 statements has a place in the source")
    ]
    placed = check(argmap.loads(f"argmap: 1\n{text.replace('It rains', 'It rains, at: p1')}"))
    assert [each.where for each in placed if each.code == "A313"] == ["two"]
