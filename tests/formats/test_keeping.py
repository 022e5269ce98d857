"""What stays of a foreign text when its map is changed, and what is told of the rest."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import ArgumentMap, dump, dumps, loads, reading
from argmap.conversion import Conversion
from argmap.errors import LoadError
from argmap.formats.row import Format
from argmap.formats.table import FORMATS, format_named
from argmap.model import Claim, Link
from tests.strategies import maps

NODE = '"metadata": {"core": {}, "org.x": {"kept": "metadata of a node"}}'
TEXTS = {
    "aif": """{"nodes": [{"nodeID": "7", "text": "Fog", "type": "I", "timestamp": "kept time"},
 {"nodeID": "9", "text": "Late", "type": "I", "x": "kept field"}, {"nodeID": "8", "text": "RA", "type": "RA"},
 {"nodeID": "10", "text": "Ann : kept words", "type": "L"}],
 "edges": [{"edgeID": "1", "fromID": "7", "toID": "8"}, {"edgeID": "2", "fromID": "8", "toID": "9"}], "locutions": []}""",
    "xaif": """{"AIF": {"nodes": [{"nodeID": "7", "text": "Fog", "type": "I"},
 {"nodeID": "9", "text": "Late", "type": "I"}, {"nodeID": "8", "text": "RA", "type": "RA"}],
 "edges": [{"edgeID": 1, "fromID": "7", "toID": "8"}, {"edgeID": 2, "fromID": "8", "toID": "9"}],
 "participants": [{"participantID": 1, "firstname": "kept", "surname": "person"}]}, "scorer": {"kept": "module"}}""",
    "sadface": f"""{{"metadata": {{"core": {{"version": "0.5.4.0", "created": "kept date", "title": "T"}}, "org.x": "kept module"}},
 "resources": [{{"id": "r", "type": "text", "content": "kept article", "metadata": {{}}}}],
 "nodes": [{{"id": "7", "type": "atom", "text": "Fog", "sources": [{{"resource_id": "r", "text": "kept quote", "offset": 17}}], {NODE}}},
 {{"id": "9", "type": "atom", "text": "Late", "sources": []}}, {{"id": "8", "type": "inference", "name": "support", {NODE}}}],
 "edges": [{{"id": "kept-edge", "source_id": "7", "target_id": "8"}}, {{"id": "e2", "source_id": "8", "target_id": "9"}}]}}""",
    "arguebuf": """{"nodes": {"7": {"atom": {"text": "Fog", "participant": "p", "reference": {"resource": "r", "offset": 17, "text": "kept quote"}},
 "metadata": {"created": "kept date"}, "userdata": {"x": "kept data"}}, "9": {"atom": {"text": "Late"}},
 "8": {"scheme": {"support": "SUPPORT_KEPT_NAME", "premiseDescriptors": ["kept descriptor"]}}},
 "edges": {"kept-edge": {"source": "7", "target": "8"}, "e2": {"source": "8", "target": "9"}},
 "resources": {"r": {"text": "kept article"}}, "participants": {"p": {"name": "kept person"}}, "schemaVersion": 1, "libraryVersion": "kept version"}""",
    "argdown": "===\ntitle: T\n===\n\n// a kept comment\n[late]: Late\n  + [fog]: Fog #kept\n",
    "carneades": "statements:\n  late: Late\n  fog: Fog\narguments:\n  a1: {conclusion: late, premises: [fog]}\ntests: {in: [kept, test]}\n",
    "apx": "% a kept comment\narg(fog).\narg(late).\natt(fog,late).\n",
    "tgf": "fog a kept text\nlate another\n#\nfog late\n",
    "iccma": "# a kept comment\np af 2\n1 2\n",
}  # fmt: skip
"""A text with what no map says, in each format that is written back."""
WRITTEN_BACK = [row for row in FORMATS if row.kept and row.reads and row.writes]
ROWS = pytest.mark.parametrize("row", WRITTEN_BACK, ids=lambda row: row.name)


KEPT = r"(?i)kept[- _]\w+"


def changed(m: ArgumentMap) -> ArgumentMap:
    """The map with another word in its last statement, and one statement more."""
    last = m.nodes[-1].model_copy(update={"text": "Another wording"})
    return m.model_copy(update={"nodes": (*m.nodes[:-1], last, Claim(id="new", text="A new one"))})


@ROWS
def test_an_unchanged_map_goes_back_to_the_byte_and_nothing_is_lost(row: Format) -> None:
    m = loads(dumps(loads(TEXTS[row.name], format=row.name)))
    assert dumps(m, format=row.name) == TEXTS[row.name]
    assert Conversion(m, row).losses() == ()


@ROWS
def test_after_a_change_what_was_said_is_still_there_or_is_told(row: Format) -> None:
    text = TEXTS[row.name]
    m = changed(loads(text, format=row.name))
    conversion = Conversion(m, row)
    written = "".join(conversion.pieces())
    gone = set(re.findall(KEPT, text)) - set(re.findall(KEPT, written))
    assert len(gone) <= sum(loss.count for loss in conversion.losses() if loss.fate == "dropped")
    back = loads(written, format=row.name)
    assert len(back.nodes) == len(m.nodes)
    assert [len(link.premises) for link in back.links] == [1]
    if row.name not in {"apx", "iccma"}:  # which have nothing but names
        assert {"Another wording", "A new one"} <= {node.text for node in back.nodes}


@pytest.mark.parametrize("name", ["aif", "xaif", "sadface", "arguebuf"])
def test_json_that_is_only_laid_out_otherwise_is_not_kept_beside(name: str) -> None:
    m = ArgumentMap(nodes=(Claim(id="fog", text="Nebel über See"), Claim(id="late", text="Late")))
    data = json.loads(dumps(loads(dumps(m, format=name), format=name), format=name))
    for text in (json.dumps(data, indent=4), json.dumps(data, sort_keys=True, ensure_ascii=False)):
        assert loads(text, format=name).beside == ()
    more = json.dumps({**data, "strange": 1.0}, indent=4)
    assert loads(more, format=name).beside == ((name, more),)


LAID_OUT = {
    "argdown": "\r\n[late]:  Late\n     <+ [fog]   \n\n\n\n[fog]: Fog",
    "carneades": """
meta:
  {argmap: {}}
statements:

    late: {text: Late, assumed: false, meta: {argmap: {kind: claim}}}
    fog: {text: Fog, assumed: false,
      meta: {argmap: {kind: claim, given: false}}}
arguments:
  a1:  {conclusion: late, premises: [fog], meta: {argmap: {link: true, id: a1}}}""",
    "apx": "arg( late ). arg(fog). att(fog,\n late).",
    "tgf": "late\t\n  fog\n#\n\nfog   late",
    "iccma": "p  af 2\r\n# 1 late\r\n# 2 fog\r\n\r\n2 1",
}
"""Texts that have other white space than argmap writes, and nothing else."""
REMARKS = {"argdown": "// fog?\n", "carneades": "# fog?\n", "apx": "% fog?\n", "iccma": "# fog?\n"}


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_text_with_other_white_space_is_not_kept_beside_and_one_with_comments_is(name: str) -> None:
    m = loads(LAID_OUT[name], format=name)
    assert m.beside == ()
    assert loads(dumps(m, format=name), format=name) == m
    if name in REMARKS:
        more = f"{LAID_OUT[name]}\n{REMARKS[name]}"
        assert loads(more, format=name).beside == ((name, more),)


@settings(max_examples=30, deadline=None)
@given(m=maps(), name=st.sampled_from(sorted(LAID_OUT)), at=st.integers(0, 2000), put=st.sampled_from([" ", "\n", "\n\n", "\t"]))  # fmt: skip
def test_white_space_put_in_anywhere_is_kept_or_says_nothing(
    m: ArgumentMap, name: str, at: int, put: str
) -> None:
    text = dumps(m.model_copy(update={"beside": ()}), format=name)
    place = at % (len(text) + 1)
    other = text[:place] + put + text[place:]
    try:
        done = loads(other, format=name)
    except LoadError:
        return
    kept = done.kept_beside(name)
    assert kept == other or (kept is None and loads(dumps(done, format=name), format=name) == done)


@pytest.mark.parametrize("name", ["aif", "xaif", "sadface", "arguebuf", "apx", "iccma", "tgf"])
def test_whatever_still_fits_is_taken_over(name: str) -> None:
    text = TEXTS[name]
    written = dumps(changed(loads(text, format=name)), format=name)
    assert set(re.findall(KEPT, text)) <= set(re.findall(KEPT, written))


@pytest.mark.parametrize("name", ["sadface", "arguebuf"])
def test_a_statement_without_its_old_quotation_loses_that_reference_alone(name: str) -> None:
    m = loads(TEXTS[name], format=name)
    bare = m.model_copy(update={"nodes": (m.nodes[0].model_copy(update={"anchor": None}), *m.nodes[1:])})
    conversion = Conversion(bare, format_named(name))
    written = "".join(conversion.pieces())
    assert "kept quote" not in written
    assert "kept article" in written
    assert ("dropped", "offsets", 1) in [
        (loss.fate, loss.feature, loss.count) for loss in conversion.losses()
    ]
    assert loads(written).nodes[0].anchor is None


@pytest.mark.parametrize("name", ["sadface", "arguebuf"])
def test_a_removed_statement_goes_with_its_edges_and_keys_are_never_doubled(name: str) -> None:
    m = loads(TEXTS[name], format=name)
    fewer = ArgumentMap(
        title=m.title, nodes=(m.nodes[1], Claim(id="n7", text="Not the old one"), Claim(id="x", text="X")), beside=m.beside
    )  # fmt: skip
    back = loads(dumps(fewer, format=name))
    assert [(node.id, node.text) for node in back.nodes] == [(node.id, node.text) for node in fewer.nodes]
    assert back.links == ()


@ROWS
@settings(max_examples=25)
@given(m=maps())
def test_what_argmap_wrote_is_not_kept_a_second_time(row: Format, m: ArgumentMap) -> None:
    text = dumps(m.model_copy(update={"beside": ()}), format=row.name)
    once = loads(text, format=row.name)
    assert dumps(once, format=row.name) == text
    if row.name in {"sadface", "arguebuf"}:
        assert once.beside == ()


@pytest.mark.parametrize("name", ["sadface", "arguebuf"])
def test_a_link_that_is_called_as_a_statement_was_takes_nothing_over_from_it(name: str) -> None:
    fog, late = Claim(id="fog", text="There is fog"), Claim(id="late", text="Ships are late")
    kept = dumps(ArgumentMap(nodes=(fog, late)), format=name).replace("There is fog", "There  is fog")
    link = Link(id="fog", premises=("wind",), target="late", relation="supports")
    m = ArgumentMap(
        nodes=(late, Claim(id="wind", text="There is wind")), links=(link,), beside=((name, kept),)
    )
    back = loads(dumps(m, format=name), format=name)
    assert (back.nodes, back.links) == (m.nodes, m.links)


@pytest.mark.parametrize("name", ["sadface", "arguebuf"])
@settings(max_examples=40)
@given(m=maps(), other=maps())
def test_any_map_comes_back_out_of_any_document(name: str, m: ArgumentMap, other: ArgumentMap) -> None:
    kept = json.loads(dumps(other, format=name))
    into = m.model_copy(update={"beside": ((name, json.dumps(kept)),)})
    back = loads(dumps(into, format=name), format=name)
    assert back.model_copy(update={"beside": ()}) == m.model_copy(update={"beside": ()})


@pytest.mark.parametrize("odd", [None, True, 5, "x", {}, [], [None], [{}], ["x"]])
@pytest.mark.parametrize("part", ["nodes", "edges", "locutions", "participants"])
@pytest.mark.parametrize("name", ["aif", "xaif"])
def test_a_map_of_a_malformed_nodeset_is_written_all_the_same(
    tmp_path: Path, name: str, part: str, odd: object
) -> None:
    drawn = {"nodes": odd, "edges": odd} if part == "participants" else {"nodes": [], "edges": []}
    data = json.loads(TEXTS[name]) | ({"OVA": drawn} if name == "xaif" else {})
    (data["AIF"] if name == "xaif" else data)[part] = odd
    path = tmp_path / "malformed.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    m = reading(path, format=name, lenient=True).map
    dump(m.model_copy(update={"nodes": (*m.nodes, Claim(id="new", text="A new one"))}), path, format=name)
    assert "A new one" in [node.text for node in reading(path, format=name, lenient=True).map.nodes]
