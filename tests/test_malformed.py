"""What is malformed and read all the same is told where it stands, whatever the format."""

import re

import pytest

from argmap.formats.table import format_named
from argmap.malformed import CODES

TEXTS = {
    "aif": """{"nodes": [
 {"nodeID": 1, "type": "I", "text": "A"},
 {"nodeID": 2, "type": "RA"}],
"edges": [{"fromID": "1", "toID": 2},
 {"fromID": 1, "toID": "9"}]}""",
    "xaif": """{"AIF": {"nodes": [
 {"nodeID": "1", "type": "I", "text": "A"},
 {"nodeID": "2", "type": "RA"}],
"edges": [{"fromID": "1", "toID": "2"},
 {"fromID": "1", "toID": "9"}]}}""",
    "ova": """{"analysis": {}, "nodes": [
 {"id": 1, "type": "I", "text": "A"},
 {"id": 2, "type": "RA", "text": ""}],
"edges": [{"from": {"id": 1}, "to": {"id": 2}},
 {"from": {"id": 1}, "to": {"id": 9}}]}""",
    "sadface": """{"resources": [], "nodes": [
 {"id": "1", "type": "atom", "text": "A"},
 {"id": "2", "type": "scheme", "name": "support"}],
"edges": [{"id": "e", "source_id": "1", "target_id": "2"},
 {"id": "f", "source_id": "1", "target_id": "9"}]}""",
    "arguebuf": """{"schemaVersion": 1, "nodes": {"1":
 {"atom": {"text": "A"}}, "2":
 {"scheme": {"support": "SUPPORT_DEFAULT"}}},
"edges": {"e": {"source": "1", "target": "2"}, "f":
 {"source": "1", "target": "9"}}}""",
    "carneades": """statements:
  a: A
arguments:
  s: {conclusion: a, premises: [a]}
""",
    "lkif": """<lkif><argument-graphs><argument-graph><statements>
 <statement id="1"><s>A</s></statement></statements><arguments>
 <argument id="2"><conclusion statement="9"/><premises><premise statement="1"/></premises></argument>
</arguments></argument-graph></argument-graphs></lkif>""",
    "caf": """<caf><statements>
 <statement id="1"><descriptions><description>A</description></descriptions></statement></statements><arguments>
 <argument id="2"><conclusion statement="9"/><premises><premise statement="1"/></premises></argument>
</arguments></caf>""",
}
AT = {
    "carneades": {("X101", 4, 3)},
    "lkif": {("X103", 3, 2), ("X104", 3, 2)},
    "caf": {("X103", 3, 2), ("X104", 3, 2)},
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_finding_stands_where_its_record_does(name: str) -> None:
    found = format_named(name).reader()(TEXTS[name], "m")
    told = {(each.code, each.line, each.column) for each in found.findings}
    assert told == AT.get(name, {("X104", 3, 2), ("X103", 5, 2)})
    assert found.problems == ()


def test_codes_are_sorted_and_there_once() -> None:
    assert [row.code for row in CODES] == sorted({row.code for row in CODES})
    assert all(re.fullmatch(r"X[12]\d\d", row.code) for row in CODES)
