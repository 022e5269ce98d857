"""What travels in a page: the rows of statements, links by number, what they come to."""

import json

from hypothesis import given, settings

from argmap import ArgumentMap, load
from argmap.checks.checking import check
from argmap.controls import one_line
from argmap.evaluation.verdicts import evaluate
from argmap.model import KINDS
from argmap.render.page.contents import ABSENT, FINDINGS_MOST, contents
from tests.cli.running import RIVERTON
from tests.strategies import maps

FIELDS = ["id", "kind", "text", "label", "domain", "places", "note", "nature", "holder", "status", "amount"]


def test_a_statement_is_a_row_with_what_it_leaves_out_marked() -> None:
    m = load(RIVERTON)
    found = contents(m, "riverton", (), None)
    rows = {row[0]: dict(zip(FIELDS, row, strict=False)) for row in found["nodes"]}
    health = rows["health"]
    assert health["kind"] == KINDS.index("gain")
    assert health["text"] == "Fewer children would have asthma attacks"
    assert [found["holders"][holder] for holder in health["holder"]] == ["children"]
    assert health["status"] == "expected"
    assert health["amount"] == ABSENT
    assert rows["minutes"]["amount"] == "6 minutes per journey"


def test_links_name_statements_and_undercut_links_by_number() -> None:
    m = ArgumentMap.model_validate(
        {
            "nodes": [{"id": name, "kind": "claim", "text": name} for name in "abcd"],
            "links": [
                {
                    "premises": ["b", "c"],
                    "target": "a",
                    "relation": "supports",
                    "scheme": "analogy",
                    "id": "step",
                },
                {"premises": ["d"], "target": "step", "relation": "undercuts", "note": "Hm."},
            ],
        }
    )
    assert contents(m, "", (), None)["links"] == [[0, 0, [1, 2], "analogy"], [2, 0, [3], "", "Hm."]]


def test_findings_stand_by_check_and_a_link_s_with_where_it_ends() -> None:
    m = load(RIVERTON)
    found = check(m)
    told = contents(m, "", found, None)["findings"]
    assert sum(len(where) or 1 for each in told for _, where in each["items"]) == len(found)
    unanswered = next(each for each in told if each["code"] == "A203")
    assert unanswered["severity"] == "warning"
    assert all(where for _, where in unanswered["items"])


def test_of_very_many_findings_the_others_are_counted() -> None:
    nodes = [
        {"id": f"n{index}", "kind": "claim", "text": f"Number {index} stands alone"} for index in range(700)
    ]
    m = ArgumentMap.model_validate({"nodes": nodes})
    found = check(m)
    told = contents(m, "", found, None)
    kept = sum(len(where) or 1 for each in told["findings"] for _, where in each["items"])
    assert kept == FINDINGS_MOST
    assert told["more"] == len(found) - FINDINGS_MOST


@settings(max_examples=25)
@given(maps())
def test_every_map_has_contents_that_are_safe_and_whole(m: ArgumentMap) -> None:
    found = contents(m, "a map", check(m), None)
    text = json.dumps(found, ensure_ascii=False)
    assert one_line(text) == text
    assert found == contents(m, "a map", check(m), None)
    assert [row[0] for row in found["nodes"]] == [node.id for node in m.nodes]
    assert [row[2] for row in found["nodes"]] == [one_line(node.text) for node in m.nodes]
    assert found["labels"] == "".join(verdict.label[0] for verdict in evaluate(m)[: len(m.nodes)])
    assert all(max(link[2]) < len(m.nodes) for link in found["links"])
