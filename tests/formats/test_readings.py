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
        ("radar", False),
        ("not-fog", None),
    ]
    assert m.nodes[1].text == "There is fog"
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
        "proof standards": 1,
        "roles of premises": 1,
    }


def test_the_first_lkif_has_graphs_outside_of_a_list_and_sentences_with_issues() -> None:
    text = """<lkif><argument-graph id="g"><issues>
<issue statement="fog" assumption="true" standard="BA" value="true"/><issue statement="x" value="true"/></issues>
<statements><s id="late">The ferry is late</s><s id="fog">There is fog</s><s id="radar">It has radar</s></statements>
<arguments><argument id="a1" direction="pro" scheme=""><conclusion statement="late"/><premises>
<premise exception="false" polarity="positive" statement="fog"/>
<premise exception="true" polarity="positive" statement="radar"/></premises></argument></arguments></argument-graph></lkif>
"""
    found = read(text, "lkif")
    assert [(node.id, node.text, node.given) for node in found.map.nodes] == [
        ("late", "The ferry is late", None),
        ("fog", "There is fog", True),
        ("radar", "It has radar", False),
    ]
    assert joined(found.map) == [
        (("fog",), "supports", "late", None),
        (("radar",), "undercuts", "a1", None),
    ]
    assert told(found) == {"statements assumed true": 1, "proof standards": 1}


def test_sentences_of_lkif_keep_their_order_and_their_predicates() -> None:
    sentences = (
        '<s pred="late"><v>The ferry</v> is <b>very</b> late</s>', '<s pred="http://e.org/o#sails"><c>http://e.org/o#Ferry</c><c>Bay</c></s>',
        '<s pred="all"><c>F</c><s pred="late"><v> F </v></s></s>', "<s>p(<v>x</v>)</s>", '<s pred="fog"/>', "<s/>",
    )  # fmt: skip
    statements = "".join(f'<statement id="s{at}">{each}</statement>' for at, each in enumerate(sentences))
    text = f"<lkif><argument-graphs><argument-graph><statements>{statements}</statements></argument-graph></argument-graphs></lkif>"
    assert [node.text for node in read(text, "lkif").map.nodes] == [
        "The ferry is very late", "sails(Ferry, Bay)", "all(F, late(F))", "p(x)", "fog()", "?",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "assumption", "given"),
    [
        ("true", "true", True), ("true", "false", True), ("unknown", "true", False), ("unknown", "false", False),
        ("false", "false", False),
    ],
)  # fmt: skip
def test_a_statement_of_lkif_is_given_by_its_value_and_not_because_that_is_an_assumption(
    value: str, assumption: str, given: bool
) -> None:
    statement = f'<statement id="fog" value="{value}" assumption="{assumption}"><s>Fog</s></statement>'
    argument = (
        '<statement id="late" value="unknown" assumption="true"><s>Late</s></statement></statements><arguments>'
        '<argument id="a1"><conclusion statement="late"/><premises><premise statement="fog"/></premises></argument>'
    )
    text = f"<lkif><argument-graphs><argument-graph><statements>{statement}{argument}</arguments></argument-graph></argument-graphs></lkif>"
    found = read(text, "lkif")
    assert [node.given for node in found.map.nodes] == [given, None]
    assert told(found) == (
        {"statements assumed true": 1} if given else {"values of statements": 1} if value == "false" else {}
    )


def test_what_of_lkif_no_map_says_is_told() -> None:
    text = """<lkif><theory id="t"><axioms><axiom id="f"/></axioms><rules><rule id="r"/><rule id="q"/></rules></theory>
<argument-graphs><argument-graph id="g" title="One"><statements><statement id="a"><s>A</s></statement><statement id="b"><s>B</s></statement>
</statements><arguments><argument id="a1" title="As ever"><conclusion statement="a"/><premises><premise type="assumption" statement="b"/><premise type="assumption" statement="b" polarity="negative"/></premises>
</argument></arguments></argument-graph><argument-graph id="h" title="Two"/></argument-graphs></lkif>"""
    found = read(text, "lkif")
    assert found.map.links[0].note == "As ever"
    assert [node.given for node in found.map.nodes] == [None, True, None]
    assert told(found) == {
        "statements assumed true": 1,
        "negated premises": 1,
        "premises that are assumed": 1,
        "rules and axioms": 3,
        "titles of further graphs": 1,
    }
    assert told(read("<lkif><theory><rules><rule/></rules></theory></lkif>", "lkif")) == {
        "rules and axioms": 1
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


def test_what_of_caf_no_map_says_is_told() -> None:
    text = """<caf><metadata title="T"><descriptions><description lang="en">Long.</description></descriptions></metadata><statements>
<statement id="s1"><metadata key="k"/><descriptions><description lang="en">There <b>is</b> fog</description></descriptions></statement>
<statement id="s2" atom="x"><metadata/></statement></statements><arguments>
<argument id="a1" strict="true"><metadata title="As ever"/><conclusion statement="s1"/><premises><premise statement="s2" implicit="true"/></premises></argument>
</arguments></caf>"""
    found = read(text, "caf")
    assert found.map.nodes[0].text == "There is fog"
    assert told(found) == {"premises left unsaid": 1, "strict arguments": 1, "metadata": 3}


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
    assert told(found) == {"units of several segments": 1, "segments outside of the argument": 1, "stance": 1}
    assert [(each.code, each.message) for each in found.findings] == [("X107", "a4 has no text")]


def test_segments_that_do_not_stand_together_are_no_quotation() -> None:
    seg = '<edge id="s{0}" src="e{0}" trg="a1" type="seg"/>'
    text = "".join(f'<edu id="e{at}">word {at}</edu>' for at in range(1, 5)) + '<adu id="a1" type="pro"/>'
    apart = read(f"<arggraph>{text}{seg.format(1)}{seg.format(3)}</arggraph>", "arggraph").map.nodes[0]
    assert (apart.text, apart.anchor) == ("word 1 word 3", None)
    together = read(f"<arggraph>{text}{seg.format(3)}{seg.format(2)}</arggraph>", "arggraph").map.nodes[0]
    assert together.anchor is not None
    assert together.text == together.anchor.quote == "word 2 word 3"


def test_edges_of_a_microtext_may_attack_edges_that_attack_edges() -> None:
    edges = "".join(
        f'<edge id="c{at}" src="a{at}" trg="{target}" type="{sort}"/>'
        for at, target, sort in ((4, "c3", "und"), (3, "c2", "und"), (5, "c3", "add"), (2, "a1", "reb"))
    )
    units = "".join(
        f'<edu id="e{at}">w{at}</edu><adu id="a{at}" type="pro"/><edge id="s{at}" src="e{at}" trg="a{at}" type="seg"/>'
        for at in range(1, 6)
    )
    assert joined(read(f"<arggraph>{units}{edges}</arggraph>", "arggraph").map) == [
        (("a2",), "rebuts", "a1", None),
        (("a3", "a5"), "undercuts", "c2", None),
        (("a4",), "undercuts", "c3", None),
    ]


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
    assert m.nodes[4].note == "sure?"
    assert told(found) == {"offsets": 5, "attributes": 1, "major claims after the first": 1}


def test_ends_of_a_relation_of_brat_stand_in_any_order_and_stances_agree() -> None:
    spans = "T1\tPremise 0 4\tDark\nT2\tPremise 5 9\tLate\n"
    relations = "R1\tsupports Arg2:T2 Arg1:T1\nR2\tattacks From:T1 Target:T2\n"
    others = "#1\tAnnotatorNotes T1\ta\n#2\tNote T1\tb\n#3\tNote R1\tc\nE1\tRun:T1\n*\tEquiv T1 T2\nN1\tRef T1 W:5\tW\n"
    found = read(spans + relations + others + "A1\tStance T1 For\nA2\tStance T1 For\n", "brat")
    assert joined(found.map) == [(("t1",), "supports", "t2", None), (("t1",), "rebuts", "t2", None)]
    assert found.map.nodes[0].note == "a\nb"
    assert told(found) == {
        "offsets": 2, "events": 1, "equivalences": 1, "normalisations": 1, "stances without a major claim": 1,
    }  # fmt: skip
    assert [link.note for link in found.map.links] == ["c", None]
    with pytest.raises(LoadError, match="4:1: T1 has another stance already"):
        loads(spans + "A1\tStance T1 For\nA2\tStance T1 Against\n", format="brat", name="m")


def test_a_stance_of_what_is_not_there_is_found() -> None:
    found = read("T1\tMajorClaim 0 4\tDark\nA1\tStance T9 For\n", "brat")
    assert [each.message for each in found.findings][:1] == ["T9 is an end of an edge, and is not there"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way_and_half_characters_are_made_visible(end: str) -> None:
    spans = f"T1\tClaim 0 4\tD\ud800{end}T2\tClaim 5 9\tLate{end}"
    m = read(spans, "brat").map
    assert [(node.text, node.anchor.quote) for node in m.nodes if node.anchor] == [
        ("D\\ud800", "D\\ud800"), ("Late", "Late"),
    ]  # fmt: skip
    said = f"Discussion Title: T\ud800{end}{end}1. y [a](b\ud800){end}1.1. w{end}"
    found = read(said, "kialo")
    assert (found.map.title, found.map.nodes[0].note) == ("T\\ud800", "b\\ud800")
    assert told(found) == {"addresses of evidence": 1, "claims that are neither pro nor con": 1}


def test_a_relation_of_brat_may_attack_in_part_and_contradict() -> None:
    spans = "T1\tPremise 0 4\tDark\nT2\tClaim 5 9\tLate\nT3\town_claim 10 14\tGrey\nT4\tdata 15 18\t[1]\n"
    relations = (
        "R1\tPartial-Attack Arg1:T1 Arg2:T2\t\nR2\tcontradicts Arg1:T3 Arg2:T2\nR3\tSupport Arg1:T4 Arg2:T3\n"
    )
    found = read(spans + relations, "brat")
    assert Counter(joined(found.map)) == Counter(
        [
            (("t1",), "rebuts", "t2", None),
            (("t3",), "rebuts", "t2", None),
            (("t4",), "supports", "t3", None),
        ]
    )
    assert [(node.kind, node.tags) for node in found.map.nodes] == [
        ("claim", ("premise",)),
        ("claim", ("claim",)),
        ("claim", ("own_claim",)),
        ("evidence", ("data",)),
    ]
    assert told(found) == {"offsets": 4, "partial attacks": 1}


def test_spans_of_brat_that_are_parts_of_the_same_are_one_statement_in_the_order_of_the_text() -> None:
    found = read(
        "R1\tparts_of_same Arg1:T1 Arg2:T2\nR2\tparts_of_same Arg1:T3 Arg2:T1\n"
        "R3\tsupports Arg1:T4 Arg2:T1\nR4\tparts_of_same Arg1:T2 Arg2:T3\nR5\tparts_of_same Arg1:T4 Arg2:T9\n"
        "T1\tbackground_claim 20 25\tcome.\nT4\tdata 30 33\t[2]\nT2\town_claim 0 7\tFerries\n"
        "T3\tbackground_claim 12 16\twill\n#1\tNote T3\tsure?\nA1\tStance T1 For\nT5\tMajorClaim 40 42\tNo\n"
        "A2\tStance T2 For\n",
        "brat",
    )
    assert [(node.id, node.text, node.tags, node.note) for node in found.map.nodes] == [
        ("t4", "[2]", ("data",), None),
        ("t2", "Ferries will come.", ("own_claim", "background_claim"), "sure?"),
        ("t5", "No", ("majorclaim",), None),
    ]
    assert found.map.nodes[1].anchor is None
    assert joined(found.map) == [(("t4",), "supports", "t2", None), (("t2",), "supports", "t5", None)]
    assert [each.message for each in found.findings] == ["T9 is an end of an edge, and is not there"]
    assert told(found) == {"offsets": 5, "parts of the same": 2}
    assert [(each.node, each.key, each.line, each.ranges) for each in found.marked][2] == (
        "t2",
        "T2",
        8,
        ((0, 7),),
    )


def test_statements_of_brat_that_are_the_same_restate_what_they_lead_to() -> None:
    spans = "T1\tClaim 0 4\tDark\nT2\tClaim 5 11\tUnlit!\n"
    found = read(spans + "R1\tsemantically_same Arg1:T2 Arg2:T1\n", "brat")
    assert joined(found.map) == [(("t2",), "supports", "t1", "rephrase")]
    assert told(found) == {"offsets": 2, "statements that are the same": 1}


@pytest.mark.parametrize(
    "first",
    [
        "R1\tsupports Arg1:T1 Arg2:T2", "A1\tStance T1 For", "#1\tNote T1\twhy", "E1\tRun:T1", "N1\tRef T1 W:5\tW",
        "*\tEquiv T1 T2",
    ],
)  # fmt: skip
def test_annotations_of_brat_are_known_whatever_comes_first(first: str) -> None:
    found = read(f"{first}\nT1\tClaim 0 4\tDark\nT2\tClaim 5 9\tLate\n", "brat")
    assert len(found.map.nodes) == 2


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


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("1.1. Pro: x", "supports"), ("1.1. con: x", "rebuts"), ("  1.1. Contra: x", "rebuts"), ("1.1.Pro: x", "supports"),
        ("1.1. Pour: x", "supports"), ("1.1. En contra: x", "rebuts"), ("1.1. Dafür: x", "supports"), ("1.1. x", None),
    ],
)  # fmt: skip
def test_a_stance_of_kialo_is_said_in_several_tongues(line: str, relation: str | None) -> None:
    m = read(f"Discussion Title: T\n\n1. y\n{line}\n", "kialo").map
    assert [node.text for node in m.nodes] == ["y", "x"]
    assert [link.relation for link in m.links] == ([relation] if relation else [])


def test_a_list_within_a_claim_is_a_part_of_it() -> None:
    found = read("Discussion Title: T\n\n1. y:\n1. one\n1.1. Pro: z\n1. two\n", "kialo")
    assert [node.text for node in found.map.nodes] == ["y:\n1. one", "z\n1. two"]
    message = "1 is the number of another claim: read as a part of the one it stands in"
    assert [(each.line, each.message) for each in found.findings] == [(4, message), (6, message)]


BELOW = """Discussion Name:
Should ferries wait?

1. Thesis:
Ferries should wait.

  1.1. Pro:
  Fog is common [1] at sea [2],
  2. and it lasts.

  Really [7].

    1.1.1. Con:
    -> See 1.2.

  1.2. Con:
  2020. was a year in which nobody liked to wait. [1]

    1.2.1. Pro:
    Sources:

Sources:
[1] https://example.org/fog
"It is often foggy.

1. It is wet."
[7] So it was said."
[2] https://example.org/sea
[9] https://example.org/never
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_newer_discussion_of_kialo_has_claims_below_their_numbers_and_sources_at_its_end(end: str) -> None:
    found = read(BELOW.replace("\n", end), "kialo")
    m = found.map
    assert (m.title, m.thesis, found.problems, found.findings) == ("Should ferries wait?", "n1", (), ())
    assert [(node.text, node.note) for node in m.nodes] == [
        ("Ferries should wait.", None),
        (
            "Fog is common at sea,\n2. and it lasts.\n\nReally [7].",
            'https://example.org/fog\n"It is often foggy.\n\n1. It is wet."\n[7] So it was said."\nhttps://example.org/sea',
        ),
        (
            "2020. was a year in which nobody liked to wait.",
            'https://example.org/fog\n"It is often foggy.\n\n1. It is wet."\n[7] So it was said."',
        ),
        ("Sources:", None),
    ]
    assert joined(m) == [
        (("n1-1",), "supports", "n1", None),
        (("n1-2",), "rebuts", "n1", None),
        (("n1-2",), "rebuts", "n1-1", None),
        (("n1-2-1",), "supports", "n1-2", None),
    ]
    assert told(found) == {"addresses of evidence": 3, "sources that no claim cites": 1}


@pytest.mark.parametrize(
    ("question", "theses", "title", "thesis", "losses"),
    [
        ("Wait?", 1, "Wait?", "n1-1", {}),
        ("Wait?", 2, "Wait?", None, {}),
        ("Is it good to wait?", 2, "Wait?", None, {"questions": 1}),
    ],
)
def test_a_question_of_kialo_is_no_claim_and_has_theses(
    question: str, theses: int, title: str, thesis: str | None, losses: dict[str, int]
) -> None:
    text = f"Discussion Name:\nWait?\n\n1. Question:\n{question}\n"
    for number in range(1, theses + 1):
        text += f"\n  1.{number}. Thesis:\n  Answer {number}\n\n    1.{number}.1. Con:\n    No {number}\n"
    found = read(text, "kialo")
    assert (found.map.title, found.map.thesis) == (title, thesis)
    assert [node.text for node in found.map.nodes] == [
        f"{word} {number}" for number in range(1, theses + 1) for word in ("Answer", "No")
    ]
    assert [link.relation for link in found.map.links] == ["rebuts"] * theses
    assert told(found) == losses


def test_a_name_of_a_discussion_may_stand_over_claims_in_lines() -> None:
    m = read("Discussion Name: T\n\n1. y\n1.1. Pro: Thesis: x\n1.2. Con: Sources:\n[1] z\n", "kialo").map
    assert (m.title, [node.text for node in m.nodes]) == ("T", ["y", "Thesis: x", "Sources:\n[1] z"])


@pytest.mark.parametrize(
    ("lines", "texts", "wrong"),
    [
        ("1. y:\n1. one\n2. two\n3. three\n1.1. Pro: z", ["y:\n1. one\n2. two\n3. three", "z"], [4, 5, 6]),
        ("1. y since\n2020. And on.\n1.1. Pro: z", ["y since\n2020. And on.", "z"], [4]),
        ("1. y\n1.1. Pro: z of\n3.5. millions", ["y", "z of\n3.5. millions"], [5]),
        ("1. y\n1.1. Pro: z\n2. w\n2.1. Con: v", ["y", "z", "w", "v"], []),
        ("1. y\n99999999999. z\n100000000000. w", ["y\n99999999999. z\n100000000000. w"], [4, 5]),
    ],
)
def test_numbers_within_a_claim_begin_no_claim(lines: str, texts: list[str], wrong: list[int]) -> None:
    found = read(f"Discussion Title: T\n\n{lines}\n", "kialo")
    assert [node.text for node in found.map.nodes] == texts
    assert [each.line for each in found.findings] == wrong


def test_addresses_keep_their_brackets_and_thousands_of_brackets_are_read() -> None:
    found = read("Discussion Title: T\n\n1. y [a](https://e.org/b_(c)) [d [e](https://e.org/f)\n", "kialo")
    (node,) = found.map.nodes
    assert (node.text, node.note) == ("y a [d e", "https://e.org/b_(c)\nhttps://e.org/f")
    for sign in ("[", "[a](", "(", "\\", "->", "[a]((", "1."):
        assert read(f"Discussion Title: T\n\n1. y {sign * 100_000}\n", "kialo").map.nodes[0].text[0] == "y"


def test_a_reference_of_a_claim_to_itself_is_found() -> None:
    assert [each.code for each in read(KIALO, "kialo").findings] == ["X101"]


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("Discussion Title: T\n1.1. Pro: x\n1. y\n1.1. Pro: z\n1.2. Con: -> See 7.\n1.3. Con: -> See 1.3.\n1.9.1. Con: w\n", "kialo", ["4:1: the claim 1.1. is there twice", "5:1: this refers to no claim: -> See 7.", "6:1: this refers to no claim: -> See 1.3.", "7:1: there is no claim 1.9. above this one"]),
        ("words\n", "kialo", ["1:1: a claim begins with its number: 1.2. Pro: …"]),
        ("T1\tClaim 0 1\tx\nT1\tClaim 0 1\tx\nfoo\nR1\tlikes Arg1:T1 Arg2:T1\n", "brat", ["2:1: T1 is there twice", "3:1: this is no annotation of brat: a span, a relation, an attribute", "4:1: R1 says likes, and not supports or attacks"]),
        ("<lkif><argument-graphs><argument-graph>\n<statements><statement/></statements>\n<arguments><argument id='a'/></arguments></argument-graph></argument-graphs></lkif>", "lkif", ["2:13: a statement has an id of its own", "3:12: an argument has an id of its own and a conclusion"]),
        ("<arggraph>\n<adu/><edge type='x'/></arggraph>", "arggraph", ["2:1: each <adu> has an id of its own", "2:7: an <edge> is of type seg, sup, exa, reb, und or add, not x"]),
        ("<arggraph>\n<joint id='j'/><joint id='k'/><edge src='j' trg='k' type='seg'/>\n<edge id='c' src='j' type='sup'/>\n<edge src='j' trg='k' type='sup'/>\n<edu id='e'/><edu id='e'/><joint id='e'/></arggraph>", "arggraph", [
            "2:31: a seg leads from an <edu> to a <joint> or an <adu>, or from a <joint> to an <adu>",
            "3:1: an <edge> has a src and a trg", "4:1: an <edge> has an id of its own", "5:14: each <edu> has an id of its own",
            "5:27: each <joint> has an id of its own",
        ]),
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
        "kialo": KIALO if data.draw(st.booleans()) else BELOW,
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
