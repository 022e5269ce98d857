"""Changes to a map as a user asks for them: what they do, and what they refuse."""

from collections.abc import Callable

import pytest

from argmap import load, loads
from argmap.editing.requests import (
    Changed,
    adding,
    linking,
    merging,
    removing,
    renaming,
    setting,
    unlinking,
)
from argmap.editing.rewriting import rewritten
from argmap.errors import ArgmapError
from argmap.model import ArgumentMap
from argmap.shipped import builtin

M = loads(
    """
argmap: 1
title: The pool
thesis: keep
nodes:
  keep: {kind: claim, text: Keep the pool, because: [[lessons, skill], safety], but: [upkeep]}
  lessons: {kind: evidence, text: Two hundred children learn to swim, at: p1.s1, tags: [a, b]}
  skill: {kind: assumption, text: Who can swim drowns less often}
  safety: {kind: gain, text: Fewer children drown, holder: [children], because: [{from: lessons, unless: elsewhere, id: step}]}
  elsewhere: {kind: claim, text: They could learn elsewhere, at: p1.s2}
  upkeep: {kind: cost, text: The pool is dear, amount: 90000, unit: euros, but: [boiler]}
  boiler: {kind: claim, text: The boiler is what is dear}
"""
)


def ids(m: ArgumentMap) -> list[str]:
    return [node.id for node in m.nodes]


def links(m: ArgumentMap) -> set[tuple[tuple[str, ...], str, str]]:
    return {(link.premises, link.relation, link.target) for link in m.links}


def test_a_statement_is_added_last_or_after_another_with_an_id_from_its_text() -> None:
    done = adding(M, "claim", "The solar roof would pay for itself", said=["sure=0.4", "tags=x", "tags=y"])
    assert done.node == "solar-roof-pay"
    assert ids(done.m)[-1] == done.node
    assert done.m.by_id[done.node].tags == ("x", "y")
    assert ids(adding(M, "claim", "X", node_id="x", after="keep").m)[:2] == ["keep", "x"]


def test_an_id_that_is_taken_gets_a_number_and_a_text_without_letters_still_an_id() -> None:
    again = adding(M, "claim", "Keep", onto=[("because", "keep")])
    assert again.node == "keep-2"
    assert (("keep-2",), "supports", "keep") in links(again.m)
    assert adding(M, "claim", "中文").node == "node"
    assert adding(M, "gain", "Gains").node == "gains-2"  # a word of the command line


def test_what_undercuts_a_step_names_the_link_or_a_node_with_one_link() -> None:
    assert (("x",), "undercuts", "step") in links(adding(M, "claim", "X", onto=[("unless", "step")]).m)
    assert (("x",), "undercuts", "step") in links(adding(M, "claim", "X", onto=[("unless", "safety")]).m)
    with pytest.raises(ArgmapError, match="keep is no step") as told:
        linking(M, "keep", "unless", ["boiler"])
    assert "keep.because.1, keep.because.2 or keep.but.1" in told.value.hint
    with pytest.raises(ArgmapError, match="nothing bears on skill"):
        linking(M, "skill", "unless", ["boiler"])


def test_premises_are_linked_together() -> None:
    m = linking(M, "upkeep", "because", ["boiler", "skill"], ["scheme=sign", "sure=0.5"]).m
    (link,) = m.links_onto["upkeep"][:1]
    assert (link.premises, link.scheme, link.sure) == (("boiler", "skill"), "sign", 0.5)


def test_a_link_is_taken_away_by_its_ends_or_its_name() -> None:
    gone = {(("upkeep",), "rebuts", "keep")}
    assert links(M) - links(unlinking(M, "keep", "but", ["upkeep"], force=False).m) == gone
    assert links(M) - links(unlinking(M, "keep.but.1", "", [], force=False).m) == gone
    together = unlinking(M, "keep", "because", ["skill", "lessons"], force=False)
    assert (("safety",), "supports", "keep") in links(together.m)
    assert len(links(M)) - len(links(unlinking(M, "step", "", [], force=True).m)) == 2


def test_fields_are_set_added_to_and_taken_away() -> None:
    m = setting(M, "lessons", ["tags+=c", "tags-=a", "text=New", "at=p2", "at=p3.s1"], []).m
    node = m.by_id["lessons"]
    assert (node.tags, node.text, node.anchor and node.anchor.at) == (("b", "c"), "New", ("p2", "p3.s1"))
    assert setting(M, "upkeep", [], ["amount", "unit"]).m.by_id["upkeep"].amount is None  # type: ignore[union-attr]
    assert setting(M, "safety", ["kind=claim"], ["holder"]).m.by_id["safety"].kind == "claim"
    assert setting(M, "map", ["title=Another"], ["thesis"]).m.thesis is None
    assert setting(M, "source", ["url=https://a.example"], []).m.source is not None
    assert setting(M, "step", ["id=leap", "note=far"], []).m.links_onto["leap"]


@pytest.mark.parametrize(
    "code", [*range(0x21), 0x7F, 0x85, 0xA0, 0x1680, *range(0x1FFF, 0x2010), 0x2028, 0x202F, 0x3000]
)
def test_what_stands_around_a_text_that_is_set_is_taken_away_where_a_map_takes_it_away(code: int) -> None:
    said = f"{chr(code)}Swim{chr(code)}"
    written = ArgumentMap.model_validate({"nodes": [{"kind": "claim", "id": "n", "text": said}]})
    (node,) = setting(written, "n", [f"text={said}"], []).m.nodes
    assert node == written.nodes[0]


def test_a_node_or_a_link_gets_another_name_wherever_it_is_named() -> None:
    done = renaming(M, "lessons", "swimming")
    assert done.names == {"lessons": "swimming"}
    assert ids(done.m) == ["swimming" if name == "lessons" else name for name in ids(M)]
    assert (("swimming", "skill"), "supports", "keep") in links(done.m)
    assert renaming(M, "keep", "stay").m.thesis == "stay"
    assert renaming(M, "step", "leap").m.links_onto["leap"]


def test_what_nothing_hangs_on_is_removed_with_its_links() -> None:
    assert links(M) - links(removing(M, ["boiler"], force=False).m) == {(("boiler",), "rebuts", "upkeep")}
    assert ids(removing(M, ["upkeep", "boiler"], force=False).m) == ids(M)[:5]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("keep", "keep is the thesis"),
        ("upkeep", "boiler stands under its but"),
        ("skill", r"lessons bears on keep only together with it"),
        ("lessons", "what undercuts its step to safety"),
    ],
)
def test_what_something_hangs_on_is_removed_only_by_force_and_what_goes_along_is_told(
    name: str, words: str
) -> None:
    with pytest.raises(ArgmapError, match=words):
        removing(M, [name], force=False)
    done = removing(M, [name], force=True)
    assert name not in ids(done.m)
    assert any(words in each for each in done.lost)


def test_two_become_one_and_what_is_lost_is_told() -> None:
    done = merging(M, "elsewhere", "lessons", force=False)
    node = done.m.by_id["elsewhere"]
    assert node.anchor is not None
    assert (node.anchor.at, node.anchor.also, node.tags) == (("p1.s2",), ("p1.s1",), ("a", "b"))
    assert (("elsewhere", "skill"), "supports", "keep") in links(done.m)
    assert any("Two hundred children" in each for each in done.lost)


def test_two_that_are_linked_become_one_only_by_force() -> None:
    with pytest.raises(ArgmapError, match="it would bear on itself"):
        merging(M, "upkeep", "boiler", force=False)
    done = merging(M, "upkeep", "boiler", force=True)
    assert "upkeep" not in {link.target for link in done.m.links}
    assert done.lost[-1] == "the link upkeep.but.1"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda m: adding(m, "clam", "X"), "kind is claim, .* not clam"),
        (lambda m: adding(m, "claim", "   "), "text is empty"),
        (lambda m: adding(m, "claim", "X", node_id="keep"), "there is a node keep already"),
        (lambda m: adding(m, "claim", "X", node_id="../../evil"), "an id has small letters"),
        (lambda m: adding(m, "claim", "X", node_id="step"), "step"),
        (lambda m: adding(m, "claim", "X", said=["sure"]), "sure is not FIELD=VALUE"),
        (lambda m: adding(m, "claim", "X", said=["sur=1"]), "a claim has no field sur; did you mean sure?"),
        (lambda m: adding(m, "claim", "X", said=["holder=me"]), "holder"),
        (lambda m: adding(m, "claim", "X", said=["sure=1", "sure=0"]), "sure is said twice"),
        (lambda m: adding(m, "claim", "X", said=["sure+=1"]), "sure is one value"),
        (lambda m: adding(m, "claim", "X", onto=[("but", "nobody")]), "there is no id nobody"),
        (lambda m: linking(m, "keep", "becuase", ["boiler"]), "there is no word becuase"),
        (lambda m: linking(m, "keep", "because", ["keep"]), "keep"),
        (lambda m: linking(m, "keep", "but", ["upkeep"]), "stands under but of keep already"),
        (lambda m: linking(m, "keep", "but", ["boiler"], ["sure=2"]), "sure is a number from 0 to 1"),
        (lambda m: unlinking(m, "keep", "because", ["boiler"], force=False), "does not stand under because"),
        (lambda m: unlinking(m, "keep", "because", ["skill"], force=False), "does not stand under because"),
        (lambda m: unlinking(m, "keep", "", [], force=False), "keep is no link but a node"),
        (lambda m: unlinking(m, "keep.but.7", "", [], force=False), "there is no link keep.but.7"),
        (lambda m: unlinking(m, "step", "", [], force=False), "elsewhere undercuts step"),
        (lambda m: setting(m, "keep", [], []), "nothing is to be set"),
        (lambda m: setting(m, "keep", [], ["sure"]), "keep has no sure to take away"),
        (lambda m: setting(m, "keep", [], ["text"]), "text"),
        (lambda m: setting(m, "keep", ["tags-=z"], []), "keep has no z among its tags"),
        (lambda m: setting(m, "map", ["thesis=nobody"], []), "unknown id nobody as thesis"),
        (lambda m: setting(m, "map", ["nodes=x"], []), "a map has no field nodes"),
        (lambda m: renaming(m, "keep", "skill"), "there is a skill already"),
        (lambda m: renaming(m, "keep", "Keep!"), "Keep! is no id"),
        (lambda m: renaming(m, "keep", "gains"), "gains is no id"),
        (lambda m: removing(m, ["nobody"], force=True), "there is no id nobody"),
        (lambda m: merging(m, "keep", "keep", force=True), "are one node"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    change: Callable[[ArgumentMap], Changed], words: str
) -> None:
    with pytest.raises(ArgmapError, match=words):
        change(M)


def test_names_are_changed_and_changed_back_without_a_trace() -> None:
    path = builtin("riverton")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    for node in load(path).nodes:
        there, _ = rewritten(text, "m", lambda m, name=node.id: renaming(m, name, "quite-new"))
        back, _ = rewritten(there, "m", lambda m, name=node.id: renaming(m, "quite-new", name))
        assert back == text
