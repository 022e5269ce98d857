"""Formats that are only read: LKIF, CAF, microtexts, brat and Kialo."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import ArgumentMap, loads, reading
from argmap.errors import LoadError
from argmap.formats.table import format_named, format_of_text
from argmap.losses import Reading
from tests.formats.test_aif import CASES, joined, manifest


def read(text: str, name: str) -> Reading:
    assert format_of_text(text).name == name
    return format_named(name).reader()(text, "m")


def told(found: Reading) -> dict[str, int]:
    return {loss.feature: loss.count for loss in found.losses}


LKIF = """<?xml version="1.0"?>
<lkif><argument-graphs><argument-graph id="g" title="Ferries" main-issue="late"><statements>
<statement id="late" value="unknown" assumption="false" standard="PE"><s>The ferry is late</s></statement>
<statement id="fog" value="true" assumption="true" standard="BA"><s>There <b>is</b> fog</s></statement>
<statement id="radar"><s>It has radar</s></statement>
</statements><arguments>
<argument id="a1" direction="pro" scheme="sign" weight="0.7"><conclusion statement="late"/><premises>
<premise statement="fog" type="ordinary" polarity="positive" role="major"/>
<premise statement="radar" type="exception" polarity="positive"/></premises></argument>
<argument id="a2" direction="con" weight="7"><conclusion statement="late"/><premises>
<premise statement="fog" polarity="negative"/></premises></argument>
</arguments></argument-graph></argument-graphs></lkif>
"""


def test_lkif_has_exceptions_weights_and_negated_premises() -> None:
    found = read(LKIF, "lkif")
    m = found.map
    assert (m.title, m.thesis) == ("Ferries", "late")
    assert [(node.id, node.given) for node in m.nodes] == [
        ("late", None),
        ("fog", True),
        ("radar", None),
        ("not-fog", None),
    ]
    assert m.nodes[1].text == "There fog is" or m.nodes[1].text == "There is fog"
    assert joined(m) == [
        (("fog",), "supports", "late", "sign"),
        (("radar",), "undercuts", "a1", None),
        (("not-fog",), "rebuts", "late", None),
        (("fog",), "rebuts", "not-fog", None),
    ]
    assert [link.sure for link in m.links] == [0.7, None, None, None]
    assert told(found) == {
        "negated premises": 1,
        "weights of arguments": 1,
        "statements assumed true": 1,
        "values of statements": 1,
        "proof standards": 1,
        "roles of premises": 1,
    }


CAF = """<caf version="1.3"><metadata title="Ferries" creator="Ann" date="2011"/><statements>
<statement id="s1" main="true" atom="s1" weight="0.9"><descriptions><description lang="de">Spät</description><description lang="en">The ferry
is late</description></descriptions></statement>
<statement id="s2" atom="fog"><descriptions/></statement>
<statement id="s3" atom="(undercut a1)"><descriptions/></statement>
<statement id="s4" atom="(valid a1)"><descriptions/></statement>
</statements><arguments>
<argument id="a1" pro="true" scheme=""><conclusion statement="s1"/><premises><premise positive="true" statement="s2"/></premises></argument>
<argument id="a2" pro="true"><conclusion statement="s3"/><premises><premise statement="s2"/></premises></argument>
<argument id="a3" pro="false"><conclusion statement="s4"/><premises><premise statement="s2"/></premises></argument>
</arguments></caf>
"""


def test_caf_says_of_arguments_that_they_are_undercut_or_not_valid() -> None:
    found = read(CAF, "caf")
    m = found.map
    assert (m.title, m.thesis, m.nodes[0].text, m.nodes[0].given) == (
        "Ferries",
        "s1",
        "The ferry is late",
        True,
    )
    assert m.source is not None
    assert (m.source.author, m.source.date) == ("Ann", "2011")
    assert [node.text for node in m.nodes[1:]] == [
        "fog",
        "The argument a1 is undercut",
        "The argument a1 is valid",
    ]
    assert joined(m) == [
        (("s2",), "supports", "s1", None),
        (("s2",), "undercuts", "a1", None),
        (("s3",), "undercuts", "a1", None),
        (("s2",), "supports", "s3", None),
    ]
    assert told(found)["translations"] == 1


MICROTEXT = """<arggraph id="t" topic_id="dogs_and_fines" stance="pro">
<edu id="e1"><![CDATA[Dogs are loved,]]></edu><edu id="e2"><![CDATA[yet]]></edu>
<edu id="e3"><![CDATA[fines are right.]]></edu><edu id="e4" implicit="true">Streets should be clean.</edu><edu id="e5">Hm.</edu>
<joint id="j1"/>
<adu id="a1" type="opp"/><adu id="a2" type="pro"/><adu id="a3" type="pro"/><adu id="a4" type="pro"/>
<edge id="c1" src="e1" trg="a1" type="seg"/><edge id="c2" src="e2" trg="j1" type="seg"/><edge id="c3" src="e3" trg="j1" type="seg"/>
<edge id="c4" src="j1" trg="a2" type="seg"/><edge id="c5" src="e4" trg="a3" type="seg"/>
<edge id="c9" src="a4" trg="c8" type="add"/>
<edge id="c7" src="a1" trg="a2" type="reb"/><edge id="c6" src="a3" trg="c7" type="und"/><edge id="c8" src="a3" trg="a2" type="exa"/>
</arggraph>
"""


def test_a_microtext_joins_segments_and_further_premises() -> None:
    found = read(MICROTEXT, "arggraph")
    m = found.map
    assert m.title == "dogs and fines"
    assert [(node.text, node.by, node.implicit) for node in m.nodes[:3]] == [
        ("Dogs are loved,", "opponent", False),
        ("yet fines are right.", "proponent", False),
        ("Streets should be clean.", "proponent", True),
    ]
    assert joined(m) == [
        (("a3", "a4"), "supports", "a2", "example"),
        (("a1",), "rebuts", "a2", None),
        (("a3",), "undercuts", "c7", None),
    ]
    assert told(found) == {"segments outside of the argument": 1, "stance": 1}
    assert [(each.code, each.message) for each in found.findings] == [("X107", "a4 has no text")]


BRAT = """T2\tClaim 10 18\t"Fog is bad
A1\tStance T2 For
T1\tMajorClaim 0 9\tFerries are late
T3\tPremise 20 30;32 33\tit is dark
R1\tattacks Arg1:T3 Arg2:T2\t
T4\tMajorClaim 40 49\tThey never come
T5\tClaim 50 52\tNo

A2\tStance T5 Against
A3\tTense T5
#1\tAnnotatorNotes T5\tsure?
"""


def test_annotations_of_brat_become_claims_and_stances_links() -> None:
    found = read(BRAT, "brat")
    m = found.map
    assert m.thesis == "t1"
    assert m.nodes[0].text == '"Fog is bad'
    assert m.nodes[0].anchor is not None
    assert m.nodes[2].anchor is None
    assert Counter(joined(m)) == Counter(
        [
            (("t3",), "rebuts", "t2", None),
            (("t4",), "supports", "t1", "rephrase"),
            (("t2",), "supports", "t1", None),
            (("t5",), "rebuts", "t1", None),
        ]
    )
    assert told(found) == {"offsets": 5, "attributes": 1, "notes": 1, "major claims after the first": 1}


KIALO = """Discussion Title: Should ferries wait?

1. Ferries should wait.
1.1. Pro: Fog is \\(very\\) common [says the office](https://example.org/a_\\(b\\)),
and it lasts.

Really.
1.1.1. Con: -> See 1.2.
1.2. Con: Nobody likes to wait.
1.2.1. Pro: -> See 1.1.1.
"""


def test_a_discussion_of_kialo_has_references_addresses_and_long_claims() -> None:
    found = read(
        KIALO.replace("1.2.1. Pro: -> See 1.1.1.\n", "1.1.2. Pro: -> See 1.3.\n1.3. Pro: Later.\n"), "kialo"
    )
    m = found.map
    assert (m.title, m.thesis) == ("Should ferries wait?", "n1")
    assert m.nodes[1].text == "Fog is (very) common says the office,\nand it lasts.\n\nReally."
    assert m.nodes[1].note == "https://example.org/a_(b)"
    assert joined(m) == [
        (("n1-1",), "supports", "n1", None),
        (("n1-3",), "supports", "n1", None),
        (("n1-2",), "rebuts", "n1", None),
        (("n1-3",), "supports", "n1-1", None),
        (("n1-2",), "rebuts", "n1-1", None),
    ]
    assert found.problems == ()


def test_a_reference_of_a_claim_to_itself_is_found() -> None:
    assert [each.code for each in read(KIALO, "kialo").findings] == ["X101"]


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("Discussion Title: T\n1.1. Pro: x\n1. y\n1. z\n1.2. Con: -> See 7.\n1.3. Con: -> See 1.3.\n1.9.1. Con: w\n", "kialo", ["4:1: the claim 1. is there twice", "5:1: this refers to no claim: -> See 7.", "6:1: this refers to no claim: -> See 1.3.", "7:1: there is no claim 1.9. above this one"]),
        ("words\n", "kialo", ["1:1: a claim begins with its number: 1.2. Pro: …"]),
        ("T1\tClaim 0 1\tx\nT1\tClaim 0 1\tx\nfoo\nR1\tlikes Arg1:T1 Arg2:T1\n", "brat", ["2:1: T1 is there twice", "3:1: this is no annotation of brat: a span, a relation, an attribute", "4:1: R1 says likes, and not supports or attacks"]),
        ("<lkif><argument-graphs><argument-graph>\n<statements><statement/></statements>\n<arguments><argument id='a'/></arguments></argument-graph></argument-graphs></lkif>", "lkif", ["2:13: a statement has an id of its own", "3:12: an argument has an id of its own and a conclusion"]),
        ("<arggraph>\n<adu/><edge type='x'/></arggraph>", "arggraph", ["2:1: an <adu> has an id of its own", "2:7: an <edge> has an id of its own and a type: seg, sup, exa, reb, und or add, not x"]),
        ("<x/>", "lkif", ["1:1: this is XML, but no LKIF: it does not begin with <lkif>"]),
        ("<x/>", "caf", ["1:1: this is XML, but no CAF: it does not begin with <caf>"]),
        ("<x/>", "arggraph", ["1:1: this is XML, but no microtext: it does not begin with <arggraph>"]),
    ],
)  # fmt: skip
def test_every_mistake_is_told_with_its_place(text: str, name: str, lines: list[str]) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text, format=name, name="m")
    assert caught.value.lines() == [f"m:{line}" for line in lines]


@pytest.mark.parametrize("name", ["lkif", "caf", "arggraph"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><{0}>&a;</{0}>', "document type"),
        ('<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd"><{0}/>', "document type"),
        ("<{0}>&lol;</{0}>", "entity"),
        ("<{0}><a></{0}>", "closing tag"),
        ("<{0}>" + "<a>" * 100_000, "deeper than"),
        ("<{0}><a>", "the text ends here"),
        ("", "no whole XML"),
        ("<{0}>\ud800</{0}>", "half a character"),
    ],
)
def test_hostile_xml_is_refused_in_a_line(name: str, text: str, words: str) -> None:
    with pytest.raises(LoadError) as caught:
        loads(text.replace("{0}", name), format=name)
    assert words in str(caught.value)
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    "name", ["brat", "kialo", "lkif", "caf", "arggraph", "sadface", "arguebuf", "aif", "xaif", "ova"]
)
@given(data=st.data())
def test_mutilated_texts_are_read_or_refused(name: str, data: st.DataObject) -> None:
    from tests.formats import test_aif, test_sadface_and_arguebuf, test_xaif_and_ova

    texts = {
        "brat": BRAT,
        "kialo": KIALO,
        "lkif": LKIF,
        "caf": CAF,
        "arggraph": MICROTEXT,
        "aif": test_aif.DIALOGUE,
        "xaif": test_xaif_and_ova.TEXT,
    }
    texts["ova"] = __import__("json").dumps(test_xaif_and_ova.OVA)
    texts["arguebuf"] = __import__("json").dumps(test_sadface_and_arguebuf.ARGUEBUF)
    texts["sadface"] = test_sadface_and_arguebuf.sadface(
        [test_sadface_and_arguebuf.atom("a"), test_sadface_and_arguebuf.scheme("s", "x")], ("a", "s")
    )
    text = texts[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    piece = data.draw(
        st.sampled_from(
            ["", "null", "5", "[]", "{}", '"', "<", ">", "\n", "1", "\\ud800", "x", "true", '"a"', "\x1b"]
        )
    )
    try:
        found = format_named(name).reader()(text[:start] + piece + text[end:], "m")
    except LoadError:
        return
    assert isinstance(found.map, ArgumentMap)


def cases(folder: str) -> list[Any]:
    return [pytest.param(folder, case, id=f"{folder}-{case['file']}") for case in manifest(folder)]


@pytest.mark.skipif(not manifest("carneades-lkif"), reason="the cases are not at hand")
@pytest.mark.parametrize(("folder", "case"), [*cases("carneades-lkif"), *cases("carneades-caf")])
def test_files_of_others_are_counted_as_their_manifest_counts_them(folder: str, case: dict[str, Any]) -> None:
    path = Path(CASES) / folder / case["file"]
    raw, found = case["raw"], reading(path)
    assert len(found.map.nodes) == raw["statements"] + raw["negated_premises"]
    names = {link.id for link in found.map.links if link.named}
    half = sum(finding.code == "X104" for finding in found.findings)
    assert len(names) + half == raw["arguments"]
    if folder == "carneades-lkif":
        undercut = [link for link in found.map.links if link.relation == "undercuts"]
        assert len(undercut) == raw["exceptions"]
        con = [link for link in found.map.links if link.named and link.relation == "rebuts"]
        assert len(con) == raw["con"]
