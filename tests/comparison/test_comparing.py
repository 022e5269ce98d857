"""What changed between two maps: by example, and by law."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import ArgumentMap, Claim, Link, compare
from argmap.comparison.changes import Comparison
from tests.comparison.renaming import chain, renamed, shuffled
from tests.strategies import maps


def of(nodes: dict[str, Any], links: tuple[Link, ...] = (), **head: Any) -> ArgumentMap:
    """Return a map of nodes by id: a text, or all fields."""
    given_ = [
        {"id": name, "kind": "claim", **({"text": each} if isinstance(each, str) else each)}
        for name, each in nodes.items()
    ]
    return ArgumentMap.model_validate({"nodes": given_, "links": links, **head})


def because(target: str, *premises: str, **more: Any) -> Link:
    return Link(premises=premises, target=target, relation="supports", **more)


def matched(found: Comparison) -> dict[str, str]:
    return {pair.before.id: pair.after.id for pair in found.pairs}


# --- by law -------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(maps())
def test_a_map_is_the_same_as_itself(m: ArgumentMap) -> None:
    found = compare(m, m)
    assert found.same
    assert all(pair.same and pair.sure == 1 for pair in found.pairs)
    assert found.same_links == len(m.links)
    assert not found.reordered


@settings(max_examples=40)
@given(maps(5), maps(5))
def test_every_node_and_link_of_both_is_told_once_and_the_other_way_round_the_same(
    old: ArgumentMap, new: ArgumentMap
) -> None:
    found, back = compare(old, new), compare(new, old)
    before = [*(pair.before.id for pair in found.pairs), *(node.id for node in found.removed)]
    after = [*(pair.after.id for pair in found.pairs), *(node.id for node in found.added)]
    assert sorted(before) == sorted(old.by_id)
    assert sorted(after) == sorted(new.by_id)
    changes = Counter((each.before is None, each.after is None) for each in found.links)
    assert found.same_links + changes[False, True] + changes[False, False] == len(old.links)
    assert found.same_links + changes[True, False] + changes[False, False] == len(new.links)
    assert matched(found) == {first: second for second, first in matched(back).items()}
    assert (found.added, found.removed) == (back.removed, back.added)
    assert Counter((each.after, each.before) for each in back.links) == Counter(
        (each.before, each.after) for each in found.links
    )
    assert [(each.after, each.before) for each in back.head] == [
        (each.before, each.after) for each in found.head
    ]
    assert found.reordered == back.reordered
    assert found.same == back.same


@settings(max_examples=30)
@given(maps(6), st.randoms(use_true_random=False))
def test_whoever_only_renames_and_shuffles_changes_nothing_but_ids(
    m: ArgumentMap, chance: random.Random
) -> None:
    fresh = {
        name: f"fresh-{index}" for index, name in enumerate(chance.sample(sorted(m.by_id), len(m.nodes)))
    }
    found = compare(m, renamed(m, fresh, chance.shuffle))
    assert not (found.added)
    assert not (found.removed)
    assert not (found.links)
    assert not (found.head)
    assert all(pair.kinds == ("renamed",) and pair.sure == 1 for pair in found.pairs)


@settings(max_examples=30)
@given(maps(6), st.randoms(use_true_random=False))
def test_ids_that_change_places_are_only_renamed(m: ArgumentMap, chance: random.Random) -> None:
    nodes = [node.model_copy(update={"text": f"{node.text} {index}"}) for index, node in enumerate(m.nodes)]
    m = m.model_copy(update={"nodes": tuple(nodes)})
    swapped = dict(zip(m.by_id, chance.sample(sorted(m.by_id), len(m.nodes)), strict=True))
    found = compare(m, renamed(m, swapped, chance.shuffle))
    assert matched(found) == swapped
    assert not (found.added)
    assert not (found.removed)
    assert not (found.links)
    assert not (found.head)
    assert {kind for pair in found.pairs for kind in pair.kinds} <= {"renamed"}


# --- by example ---------------------------------------------------------------------------------


def test_each_sort_of_change_is_told_with_what_it_was_and_what_it_is() -> None:
    old = of({"a": "Ships are late", "b": {"kind": "gain", "text": "Tea is cheap", "anchor": {"at": "p1"}}})
    new = of(
        {
            "a": "Ships are often late",
            "b": {"kind": "cost", "text": "Tea is cheap", "anchor": {"at": "p2"}, "holder": "us"},
        },
        title="Tea",
    )
    found = compare(old, new)
    assert [pair.kinds for pair in found.pairs] == [("reworded",), ("retyped", "moved", "edited")]
    fields = {each.name: (each.before, each.after) for each in found.pairs[1].fields}
    assert fields == {"kind": ("gain", "cost"), "at": (["p1"], ["p2"]), "holder": (None, ["us"])}
    assert [(each.name, each.after) for each in found.head] == [("title", "Tea")]


def test_white_space_and_order_say_nothing() -> None:
    old = of({"a": "Ships are late", "b": "Tea is cheap", "c": "It rains"})
    new = of({"c": "It rains", "a": "Ships  are\nlate", "b": "Tea is cheap"})
    found = compare(old, new)
    assert found.same
    assert found.reordered == 1


def test_an_id_that_now_stands_for_something_else_goes_to_the_better_partner() -> None:
    old = of({"ships": "Ships from the east arrive late", "tea": "Tea is cheap", "rain": "It rains in May"})
    new = of(
        {
            "ships": "The harbour is full of mud",
            "late": "Ships from the east arrive late now",
            "tea": "Tea is cheap",
            "rain": "It rains in May",
        }
    )
    found = compare(old, new)
    assert matched(found) == {"ships": "late", "tea": "tea", "rain": "rain"}
    assert [node.id for node in found.added] == ["ships"]


def test_a_node_rewritten_whole_keeps_its_id_where_ids_can_be_trusted() -> None:
    old = of({"ships": "Ships from the east arrive late", "tea": "Tea is cheap", "rain": "It rains in May"})
    new = of({"ships": "The harbour is full of mud", "tea": "Tea is cheap", "rain": "It rains in May"})
    (pair,) = [each for each in compare(old, new).pairs if not each.same]
    assert (pair.after.id, pair.by, pair.kinds) == ("ships", "id", ("reworded",))
    assert pair.sure < 0.7


def test_ids_that_only_count_are_not_trusted() -> None:
    old = of(
        {"n1": "Ships arrive late", "n2": "Tea is cheap", "n3": "It rains in May", "n4": "Mules are slow"}
    )
    new = of(
        {"n1": "Bread tastes good", "n2": "Cats sleep all day", "n3": "The moon is round", "n4": "Snow fell"}
    )
    found = compare(old, new)
    assert not found.pairs
    assert len(found.added) == len(found.removed) == 4


@pytest.mark.parametrize("anchor", [{"quote": "cleaner air means fewer attacks"}, {"at": "p4.s2"}])
def test_two_that_stand_alone_on_one_place_are_one_however_they_are_worded(anchor: dict[str, str]) -> None:
    old = of({"a": {"text": "Children would breathe more easily", "anchor": anchor}, "b": "Cars are loud"})
    new = of({"x": {"text": "Asthma would become rarer", "anchor": anchor}, "y": "Dogs bark"})
    (pair,) = compare(old, new).pairs
    assert (pair.before.id, pair.after.id, pair.by) == ("a", "x", "place")
    assert 0.5 <= pair.sure < 1


def test_places_of_different_articles_say_nothing() -> None:
    old = of(
        {"a": {"text": "Children breathe more easily", "anchor": {"at": "p4.s2"}}}, source={"title": "One"}
    )
    new = {"x": {"text": "Asthma would become rarer", "anchor": {"at": "p4.s2"}}}
    assert compare(old, of(new, source={"title": "One"})).pairs
    assert compare(old, of(new)).pairs
    assert not compare(old, of(new, source={"title": "Another"})).pairs


def test_likeness_of_words_matches_and_a_negation_makes_it_less_sure() -> None:
    old = of({"a": "A charge of six euros would cut traffic by a fifth"})
    like = compare(old, of({"x": "A six euro charge would cut the traffic by a fifth"})).pairs[0]
    turned = compare(old, of({"x": "A charge of six euros would not cut traffic by a fifth"})).pairs[0]
    assert like.by == turned.by == "text"
    assert like.sure > 0.7
    assert turned.sure < 0.8


def test_neighbours_tell_apart_what_words_do_not() -> None:
    texts = {"one": "Ships are late", "two": "Tea is cheap", "p": "So it is", "q": "So it is"}
    old = of(texts, (because("one", "p"), because("two", "q")))
    fresh = {"one": "x1", "two": "x2", "p": "x3", "q": "x4"}
    found = compare(old, renamed(old, fresh, shuffled(3)))
    assert matched(found) == fresh


def test_the_neighbours_of_a_pair_that_are_somewhat_alike_are_found() -> None:
    old = of({"a": "The charge should come", "b": "It helps the bus riders"}, (because("a", "b"),))
    new = of({"x": "The charge should come", "y": "Bus riders gain"}, (because("x", "y"),))
    found = compare(old, new)
    assert matched(found) == {"a": "x", "b": "y"}
    assert not found.links
    assert found.same_links == 1


def test_links_that_changed_are_told_with_what_changed() -> None:
    texts = {name: f"Statement {name * 3} on the matter of {name}" for name in "abcdef"}
    old = of(
        texts,
        (
            because("a", "b", "c"),
            because("a", "d", scheme="sign"),
            because("b", "e", id="mine"),
            because("c", "f"),
        ),
    )
    new = of(
        texts,
        (
            because("a", "b"),
            because("a", "d", scheme="analogy", sure=0.5),
            because("d", "e", id="mine"),
            Link(premises=("f",), target="c", relation="rebuts"),
        ),
    )
    told = {
        each.after.premises[0]: {change.name: (change.before, change.after) for change in each.fields}
        for each in compare(old, new).links
        if each.after
    }
    assert told == {
        "b": {"from": (["b", "c"], ["b"])},
        "d": {"scheme": ("sign", "analogy"), "sure": (None, 0.5)},
        "e": {"to": ("b", "d")},
        "f": {"relation": ("supports", "rebuts")},
    }


def test_a_link_that_bears_on_something_else_now_is_one_changed_link() -> None:
    texts = {"a": "Ships are late", "b": "Tea is cheap", "c": "It rains"}
    (change,) = compare(of(texts, (because("a", "c"),)), of(texts, (because("b", "c"),))).links
    assert [(each.name, each.before, each.after) for each in change.fields] == [("to", "a", "b")]


def test_what_undercuts_a_step_goes_with_it() -> None:
    texts = {"a": "Ships are late", "b": "Tea is cheap", "c": "It rains"}
    step = because("a", "b", id="step")
    under = Link(premises=("c",), target="step", relation="undercuts")
    assert compare(of(texts, (step, under)), of(texts, (step, under))).same
    (added,) = compare(of(texts, (step,)), of(texts, (step, under))).links
    assert (added.before, added.after and added.after.relation) == (None, "undercuts")
    fresh = {"a": "x", "b": "y", "c": "z"}
    m = of(texts, (step, under))
    assert not compare(m, renamed(m, fresh, shuffled(1))).links


def test_a_thesis_that_is_only_called_otherwise_has_not_changed() -> None:
    old, new = of({"a": "Ships are late"}, thesis="a"), of({"x": "Ships are late"}, thesis="x")
    assert not compare(old, new).head
    other = of({"a": "Ships are late", "b": "Tea is cheap"}, thesis="b")
    assert [each.name for each in compare(old, other).head] == ["thesis"]


def test_conclusions_are_told_when_both_are_weighed() -> None:
    texts = {"a": "Ships are late", "b": "Tea is cheap"}
    old, new = of(texts), of(texts, (Link(premises=("b",), target="a", relation="rebuts"),))
    assert not compare(old, new).conclusions
    (change,) = compare(old, new, weighing=True).conclusions
    assert (change.before and change.before.label, change.after.label) == ("stands", "falls")
    with pytest.raises(argmap.ArgmapError, match="semantics"):
        compare(old, new, weighing=True, semantics="none-such")


@pytest.mark.parametrize("text", ["Statement {}", "The same"])
def test_long_chains_are_compared_without_recursion(text: str) -> None:
    found = compare(chain(1_500, "a", text), chain(1_500, "b", text))
    assert not (found.added)
    assert not (found.removed)
    assert not (found.links)
    assert all(pair.kinds == ("renamed",) for pair in found.pairs)


def test_a_star_of_leaves_that_are_all_alike_is_matched_whole() -> None:
    leaves = {f"leaf{index}": "The same" for index in range(500)}
    old = of({"top": "Ships are late", **leaves}, tuple(because("top", name) for name in leaves))
    fresh = {name: f"x{index}" for index, name in enumerate(old.by_id)}
    found = compare(old, renamed(old, fresh, shuffled(5)))
    assert not (found.added)
    assert not (found.removed)
    assert not (found.links)


def test_of_many_that_are_all_alike_as_many_as_can_be_are_matched() -> None:
    few, more = (
        {"top": "Ships are late", **{f"{name}{i}": "The same" for i in range(count)}}
        for name, count in (("a", 40), ("b", 41))
    )
    old, new = (
        of(each, tuple(because("top", name) for name in each if name != "top")) for each in (few, more)
    )
    found = compare(old, new)
    assert (len(found.pairs), len(found.added), len(found.removed)) == (41, 1, 0)
    assert [each.before for each in found.links] == [None]


def test_empty_maps_are_the_same_and_anything_is_added_to_them() -> None:
    assert compare(ArgumentMap(), ArgumentMap()).same
    m = ArgumentMap(nodes=(Claim(id="a", text="A"),))
    assert compare(ArgumentMap(), m).added == m.nodes
    assert compare(m, ArgumentMap()).removed == m.nodes
