"""A part of a map: what a statement rests on, so many steps deep, or some kinds only."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import dumps, load, loads, support
from argmap.model import KINDS, ArgumentMap, Claim, Link
from argmap.query.part import part
from tests.cli.running import RIVERTON, ran
from tests.drawing import drawn
from tests.strategies import maps

TANGLE = drawn(
    "a because b + c",
    "a.because.1 unless d",
    "b because e",
    "e because f",
    "d but g",
    "h because a",
    thesis="h",
    title="T",
)


def ids(m: ArgumentMap) -> str:
    return "".join(node.id for node in m.nodes)


@pytest.mark.parametrize(
    ("start", "depth", "found"),
    [
        ("a", None, "abcdefg"),
        ("a", 1, "abc"),
        ("a", 2, "abcde"),
        ("a", 3, "abcdefg"),
        ("b", None, "bef"),
        ("f", None, "f"),
        ("h", 1, "ah"),
        (None, None, "abcdefgh"),
    ],
)
def test_a_part_is_what_a_statement_rests_on(start: str | None, depth: int | None, found: str) -> None:
    assert "".join(sorted(ids(part(TANGLE, start, depth)))) == found


def test_the_start_is_the_thesis_of_its_part_and_its_title() -> None:
    assert (part(TANGLE, "b").thesis, part(TANGLE, "b").title) == ("b", "b holds")
    assert (part(TANGLE, "h").thesis, part(TANGLE, "h").title) == ("h", "T")
    assert (part(TANGLE).thesis, part(TANGLE).title) == ("h", "T")


def test_a_link_whose_premises_only_work_together_comes_whole_or_not_at_all() -> None:
    m = drawn("a because b + c", "a.because.1 unless d", "a but e", c={"kind": "cost"}, thesis="a")
    cut = part(m, kinds=["claim"])
    assert ids(cut) == "abde"
    assert [link.relation for link in cut.links] == ["rebuts"], "nor does what undercuts it"
    assert ids(part(m, "a", kinds=["claim"])) == "ae"
    assert ids(part(m, "a", kinds=["cost"])) == "a", "the start is there whatever it is"


@given(m=maps(), data=st.data())
def test_a_part_is_a_sound_map_and_says_nothing_that_the_map_does_not(
    m: ArgumentMap, data: st.DataObject
) -> None:
    start = data.draw(st.sampled_from([None, *m.by_id]))
    depth = data.draw(st.none() | st.integers(1, 4))
    kinds = data.draw(st.sets(st.sampled_from(KINDS), max_size=3))
    cut = part(m, start, depth, kinds)
    assert loads(dumps(cut, format="json")) == cut
    assert set(cut.nodes) <= set(m.nodes)
    assert list(cut.nodes) == [node for node in m.nodes if node.id in cut.by_id]
    assert not kinds or {node.kind for node in cut.nodes if node.id != start} <= kinds
    assert len(cut.links) <= len(m.links)
    if start and not kinds and depth is None:
        assert set(support(m, start)) <= set(cut.by_id)
        assert part(cut, start).nodes == cut.nodes
    if start is None and not kinds:
        assert (cut.nodes, cut.links) == (m.nodes, m.links)


def test_a_chain_of_very_many_is_cut_without_recursion() -> None:
    size = 20_000
    m = ArgumentMap.model_construct(
        title=None, source=None, thesis=None, beside=(),
        nodes=tuple(Claim.model_construct(id=f"n{at}", text="x", kind="claim", anchor=None) for at in range(size)),
        links=tuple(
            Link.model_construct(id=f"n{at}.because.1", premises=(f"n{at + 1}",), target=f"n{at}", relation="supports")
            for at in range(size - 1)
        ),
    )  # fmt: skip
    assert len(part(m, "n10", 50).nodes) == 51


def test_a_part_is_exported_and_the_report_tells_it_from_what_is_lost(tmp_path: Path) -> None:
    done = ran("-m", RIVERTON, "export", "yaml", "--from", "health", "--depth", "1")
    cut = part(load(RIVERTON), "health", 1)
    assert loads(done.out) == cut
    assert (
        done.err
        == f"argmap: writing yaml: a part, as asked: {len(cut.nodes)} of 40 nodes, {len(cut.links)} of 38 links\n"
    )
    told = ran("-m", RIVERTON, "export", "json", "--kinds", "gains,cost", "--report", "json").err
    assert '"part": {"nodes": 12, "links": 0, "of_nodes": 40, "of_links": 38}' in told
    assert '"losses": []' in told


def test_from_takes_a_node_in_every_spelling_and_the_format_of_what_is_read() -> None:
    text = dumps(load(RIVERTON), format="graphml")
    whole = ran("-q", "-m", RIVERTON, "export", "csv", "--from", "health").out
    assert whole == ran("-q", "-m", RIVERTON, "export", "csv", "--from", "asthma attacks").out
    assert (
        whole
        == ran("-q", "-m", "-", "export", "csv", "--from", "graphml", "--from", "HEALTH", typed=text).out
    )
    assert whole != ran("-q", "-m", "-", "export", "csv", "--from", "graphml", typed=text).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--depth", "2"], "--depth goes with --from ID"),
        (["--from", "a", "--from", "b"], "--from takes one ID, and one format"),
        (["--from", "json", "--from", "yaml"], "--from takes one ID, and one format"),
        (["--kinds", ","], "--kinds needs the names of kinds: claim,gain"),
        (["--kinds", "clam"], "there is no kind clam\nhint: did you mean claim?"),
        (["--kinds", "x"], "there is no kind x\nhint: there are claim, gain, cost, evidence, assumption"),
        (["--from", "helth"], "there is no id helth\nhint: did you mean health?"),
        (["--from", "tr"], "id tr fits several\nhint: write more of it: trade, tram"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], message: str) -> None:
    done = ran("-m", RIVERTON, "export", "json", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"argmap: {message}\n")
