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
    "brat": "T1\tClaim 0 1\tA\nR1\tsupports Arg1:T1 Arg2:T9\n",
    "arggraph": """<arggraph><edu id="e">A</edu><adu id="a"/><edge src="e" trg="a" type="seg"/>
 <edge id="c" src="a" trg="z" type="sup"/></arggraph>""",
    "kialo": "Discussion Title: T\n\n1. A\n1.1. Pro: B\n2019. and more\n",
    "caf": """<caf><statements>
 <statement id="1"><descriptions><description>A</description></descriptions></statement></statements><arguments>
 <argument id="2"><conclusion statement="9"/><premises><premise statement="1"/></premises></argument>
</arguments></caf>""",
}
AT = {
    "brat": {("X103", 2, 1), ("X104", 2, 1)},
    "arggraph": {("X103", 2, 2), ("X104", 2, 2)},
    "kialo": {("X108", 5, 1)},
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
