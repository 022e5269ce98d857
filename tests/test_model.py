import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from argmap.errors import UnsoundMapError
from argmap.model import (
    KINDS,
    NODE_KINDS,
    TITLE_LONGEST,
    Anchor,
    ArgumentMap,
    Assumption,
    Claim,
    Cost,
    Evidence,
    Gain,
    Link,
    Node,
    Relation,
    Source,
    stake_of,
)
from argmap.soundness import ID_LONGEST, RESERVED, UNDERCUT_DEEPEST
from tests.strategies import maps

A, B, C = (Claim(id=name, text=name) for name in "abc")


def link(premise: str, target: str, relation: Relation = "supports", **more: Any) -> Link:
    return Link(premises=(premise,), target=target, relation=relation, **more)


def flaws_of(*links: Link, nodes: tuple[Node, ...] = (A, B, C), **more: Any) -> list[str]:
    with pytest.raises(UnsoundMapError) as caught:
        ArgumentMap(nodes=nodes, links=links, **more)
    return [flaw.message for flaw in caught.value.flaws]


class TestSoundness:
    def test_a_map_without_anything_is_a_map(self) -> None:
        assert ArgumentMap().nodes == ()

    def test_doubled_ids_are_refused(self) -> None:
        assert flaws_of(nodes=(A, B, A)) == ["the id a is there twice"]

    @pytest.mark.parametrize("word", sorted(RESERVED))
    def test_words_of_the_command_line_are_no_ids(self, word: str) -> None:
        message = f"{word} is a word of the command line; choose another id"
        assert flaws_of(nodes=(Claim(id=word, text="x"),)) == [message]

    @pytest.mark.parametrize("relation", ["supports", "rebuts"])
    def test_links_join_what_is_there(self, relation: Relation) -> None:
        assert flaws_of(link("x", "a", relation)) == ["unknown id x"]
        assert flaws_of(link("b", "x", relation)) == ["unknown id x"]

    def test_undercutters_attack_links_and_not_nodes(self) -> None:
        assert flaws_of(link("b", "a", "undercuts")) == ["unknown link a"]
        assert flaws_of(link("b", "a", id="l"), link("c", "l")) == ["unknown id l"]

    def test_nothing_bears_on_itself(self) -> None:
        assert flaws_of(link("a", "a")) == ["a cannot bear on itself"]
        assert flaws_of(link("a", "a", "rebuts")) == ["a cannot bear on itself"]

    def test_a_premise_stands_in_a_link_once(self) -> None:
        doubled = Link(premises=("b", "c", "b"), target="a", relation="supports")
        assert flaws_of(doubled) == ["the same premise stands in it twice"]

    def test_the_thesis_is_a_node(self) -> None:
        assert flaws_of(thesis="x") == ["unknown id x as thesis"]

    @pytest.mark.parametrize("name", ["A", "1", "a b", "-a", "é", "a" * (ID_LONGEST + 1)])
    def test_links_are_named_like_nodes(self, name: str) -> None:
        assert flaws_of(link("b", "a", id=name)) == ["the id of a link has small letters, digits and hyphens"]

    def test_a_link_bears_no_name_that_is_taken(self) -> None:
        assert flaws_of(link("b", "a", id="a")) == ["the id a is there twice"]
        assert flaws_of(link("b", "a", id="all")) == ["all is a word of the command line; choose another id"]
        assert flaws_of(link("b", "a", id="l"), link("c", "a", id="l")) == ["the id l is there twice"]

    def test_every_flaw_is_told_at_once(self) -> None:
        assert len(flaws_of(link("x", "a"), link("a", "a"), link("b", "y"), thesis="z")) == 4

    def test_circles_and_contradictions_of_reasons_are_no_flaw(self) -> None:
        m = ArgumentMap(
            nodes=(A, B), links=(link("a", "b"), link("b", "a"), link("b", "a"), link("b", "a", "rebuts"))
        )
        assert len(m.links) == 4

    def test_links_are_looked_at_where_none_are_given(self) -> None:
        assert flaws_of(nodes=(A, A)) == ["the id a is there twice"]
        assert ArgumentMap.model_validate({"nodes": [{"kind": "claim", "id": "a", "text": "x"}]}).links == ()


def undercut_row(length: int) -> list[Link]:
    """A link and so many undercutters, each of the one before."""
    rest = [link("c", f"l{number}", "undercuts", id=f"l{number + 1}") for number in range(length)]
    return [link("b", "a", id="l0"), *rest]


class TestUndercutters:
    def test_they_stack_as_deep_as_allowed(self) -> None:
        assert len(ArgumentMap(nodes=(A, B, C), links=tuple(undercut_row(UNDERCUT_DEEPEST))).links) == 21

    def test_and_no_deeper(self) -> None:
        message = f"undercutters of undercutters go at most {UNDERCUT_DEEPEST} deep"
        assert flaws_of(*undercut_row(UNDERCUT_DEEPEST + 1)) == [message]

    def test_a_ring_of_them_is_refused(self) -> None:
        ring = (link("a", "y", "undercuts", id="x"), link("b", "x", "undercuts", id="y"))
        message = f"undercutters of undercutters go at most {UNDERCUT_DEEPEST} deep"
        assert flaws_of(*ring) == [message, message]
        assert flaws_of(link("a", "x", "undercuts", id="x")) == [message]


class TestNamesOfLinks:
    def test_links_without_a_name_get_that_of_their_place(self) -> None:
        m = ArgumentMap(
            nodes=(A, B, C),
            links=(
                link("b", "a", "rebuts"),
                link("b", "a"),
                link("c", "a", id="own"),
                link("c", "a"),
                link("b", "own", "undercuts"),
            ),
        )
        assert [each.id for each in m.links] == [
            "a.because.1",
            "own",
            "own.unless.1",
            "a.because.3",
            "a.but.1",
        ]

    def test_they_stay_right_when_links_are_dropped_and_the_map_is_made_anew(self) -> None:
        m = ArgumentMap(
            nodes=(A, B, C),
            links=(
                link("b", "a", id="a.because.1"),
                link("c", "a", id="a.because.2"),
                link("b", "a.because.2", "undercuts", id="a.because.2.unless.1"),
                link("c", "a.because.2.unless.1", "undercuts"),
            ),
        )
        fewer = ArgumentMap(nodes=m.nodes, links=m.links[1:])
        assert [(each.id, each.target) for each in fewer.links] == [
            ("a.because.1", "a"),
            ("a.because.1.unless.1", "a.because.1"),
            ("a.because.1.unless.1.unless.1", "a.because.1.unless.1"),
        ]
        assert fewer.links[0].premises == ("c",)

    def test_a_new_link_before_an_undercut_one_does_not_inherit_the_attack(self) -> None:
        m = ArgumentMap(
            nodes=(A, B, C),
            links=(link("b", "a"), link("b", "a", id="a.because.1"), link("c", "a.because.1", "undercuts")),
        )
        (attack,) = m.links_onto["a.because.2"]
        assert attack.premises == ("c",)
        assert "a.because.1" not in m.links_onto

    @given(maps(), st.data())
    def test_dropping_links_never_moves_an_attack_to_another_link(
        self, m: ArgumentMap, data: st.DataObject
    ) -> None:
        kept = data.draw(st.sets(st.sampled_from(m.links or (None,)), max_size=len(m.links)))
        names = {each.id for each in m.links if each in kept and not attack_is_loose(m, each, kept)}
        rest = tuple(each for each in m.links if each.id in names)
        again = ArgumentMap(nodes=m.nodes, links=rest)
        assert [attacked(again, each) for each in again.links] == [attacked(m, each) for each in rest]


def attack_is_loose(m: ArgumentMap, each: Link, kept: set[Any]) -> bool:
    """Whether something between an undercutter and the node is dropped."""
    by_id = {other.id: other for other in m.links}
    while each.relation == "undercuts":
        each = by_id[each.target]
        if each not in kept:
            return True
    return False


def attacked(m: ArgumentMap, each: Link) -> list[tuple[str, ...]]:
    """What a link does, and what is done by the links that it attacks, down to the node."""
    by_id = {other.id: other for other in m.links}
    way = [(each.relation, *each.premises)]
    while each.relation == "undercuts":
        each = by_id[each.target]
        way.append((each.relation, *each.premises))
    return [*way, (each.target,)]


class TestEquality:
    @given(maps(), st.randoms(use_true_random=False))
    def test_maps_are_equal_whatever_the_order_of_links_onto_different_things(
        self, m: ArgumentMap, chance: Any
    ) -> None:
        groups: dict[tuple[str, str], list[Link]] = {}
        for each in m.links:
            groups.setdefault((each.target, each.relation), []).append(each)
        order = [key for key, links in groups.items() for _ in links]
        chance.shuffle(order)
        again = ArgumentMap(
            title=m.title, source=m.source, thesis=m.thesis, nodes=m.nodes, beside=m.beside,
            links=tuple(groups[key].pop(0) for key in order),
        )  # fmt: skip
        assert again == m
        assert hash(again) == hash(m)
        assert again.links == m.links

    def test_the_order_of_reasons_for_one_thing_is_the_mapmakers(self) -> None:
        first, second = (
            ArgumentMap(nodes=(A, B, C), links=(link(x, "a"), link(y, "a"))) for x, y in ("bc", "cb")
        )
        assert first != second

    def test_looking_something_up_changes_nothing(self) -> None:
        m, other = (ArgumentMap(nodes=(A, B), links=(link("a", "b"),)) for _ in range(2))
        assert m.by_id["a"] is A
        assert m.links_onto == {"b": m.links}
        assert m == other
        assert hash(m) == hash(other)

    @given(maps())
    def test_a_map_made_of_its_parts_or_pickled_is_the_same(self, m: ArgumentMap) -> None:
        assert ArgumentMap.model_validate(m.model_dump()) == m
        assert pickle.loads(pickle.dumps(m)) == m  # noqa: S301 - pickled a moment ago


class TestValues:
    def test_everything_is_frozen(self) -> None:
        with pytest.raises(ValidationError):
            A.text = "other"  # type: ignore[misc]  # that is what is tested

    def test_unknown_fields_are_refused(self) -> None:
        for kind in (*NODE_KINDS, Anchor, Link, Source, ArgumentMap):
            with pytest.raises(ValidationError, match="extra_forbidden"):
                kind.model_validate({"unknown": 1})

    def test_the_kinds_are_those_of_the_classes(self) -> None:
        assert tuple(kind.model_fields["kind"].default for kind in NODE_KINDS) == KINDS

    @pytest.mark.parametrize(
        "name", ["a", "a-b", "a1", "no", "true", "null", "constructor", "a" * ID_LONGEST, "a--", "y"]
    )
    def test_ids_begin_with_a_small_letter(self, name: str) -> None:
        assert Claim(id=name, text="x").id == name

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "A",
            "1a",
            "-a",
            "a b",
            "a.b",
            "a_b",
            "é",
            "a\n",
            "__proto__",
            "../../evil",
            "a" * 101,
            "-h",
            "a\0",
        ],
    )
    def test_other_ids_are_refused(self, name: str) -> None:
        with pytest.raises(ValidationError):
            Claim(id=name, text="x")

    @pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u00a0\u3000", "\ud800"])
    def test_blank_or_broken_texts_are_refused(self, text: str) -> None:
        with pytest.raises(ValidationError):
            Claim(id="a", text=text)

    def test_texts_lose_the_white_space_around_them(self) -> None:
        assert Claim(id="a", text="  x y\n").text == "x y"

    @pytest.mark.parametrize("place", ["p1", "p13.s2", "p13.s1-s2", "p13-p14", "p5-p5", "p999999.s1"])
    def test_places_count_from_one_and_run_forwards(self, place: str) -> None:
        assert Anchor(at=(place,)).at == (place,)

    @pytest.mark.parametrize(
        "place",
        [
            "",
            "13",
            "p0",
            "p01",
            "p1.s0",
            "p2-p1",
            "p1.s3-s2",
            "p1.s1-p2",
            "p1 ",
            "P1",
            "p1\n",
            "p1.",
            "p1234567",
            "p١",
        ],
    )
    def test_other_places_are_refused(self, place: str) -> None:
        with pytest.raises(ValidationError):
            Anchor(at=(place,))

    def test_one_word_stands_for_a_list_of_one(self) -> None:
        node = TypeAdapter(Gain).validate_python({"id": "a", "text": "x", "holder": "all of us", "tags": "t"})
        assert (node.holder, node.tags) == (("all of us",), ("t",))

    def test_further_places_need_a_first(self) -> None:
        with pytest.raises(ValidationError, match="further places"):
            Anchor(also=("p1",))

    @pytest.mark.parametrize("value", [0, 1, 0.25, "0.25", ".5", "1.", "1e-3", Decimal("0.1")])
    def test_shares_lie_from_zero_to_one(self, value: Any) -> None:
        assert 0 <= (Claim(id="a", text="x", sure=value).sure or 0) <= 1

    @pytest.mark.parametrize(
        "value",
        [-0.1, 1.1, True, "x", "", " 0.5", "0x1", "1_0", "nan", "inf", float("nan"), float("inf"), [], "٠"],
    )
    def test_other_shares_are_refused(self, value: Any) -> None:
        with pytest.raises(ValidationError):
            Claim(id="a", text="x", sure=value)

    @pytest.mark.parametrize(
        "value",
        [
            "9" * 30,
            "-" + "9" * 30,
            "0." + "0" * 29 + "1",
            "9" * 30 + "." + "9" * 30,
            "1e29",
            "0",
            "-0",
            "1." + "0" * 30,
        ],
    )
    def test_amounts_have_up_to_thirty_digits_on_either_side(self, value: str) -> None:
        for kind in (Gain, Cost):
            assert kind(id="a", text="x", amount=Decimal(value)).amount == Decimal(value)

    @pytest.mark.parametrize(
        "value",
        ["1e30", "-1e30", "1e-31", "0." + "1" * 31, "NaN", "sNaN", "Infinity", "1e999999", "1e-999999"],
    )
    def test_other_amounts_are_refused(self, value: str) -> None:
        with pytest.raises(ValidationError):
            Gain(id="a", text="x", amount=Decimal(value))

    @pytest.mark.parametrize("value", [True, "6 euros", "6,5", "1e9999", "", [6]])
    def test_what_is_no_amount_is_refused(self, value: Any) -> None:
        with pytest.raises(ValidationError):
            Gain(id="a", text="x", amount=value)

    @pytest.mark.parametrize("value", [True, "true", False, "false"])
    def test_flags_are_true_or_false(self, value: Any) -> None:
        assert Claim(id="a", text="x", implicit=value).implicit is (value in (True, "true"))

    @pytest.mark.parametrize("value", [1, 0, "yes", "True", "", None, [], {}])
    def test_other_flags_are_refused(self, value: Any) -> None:
        with pytest.raises(ValidationError):
            Claim(id="a", text="x", implicit=value)

    def test_digests_are_written_in_small_letters(self) -> None:
        assert Source(sha256="0a" * 32).sha256
        for wrong in ("0A" * 32, "0a" * 31, "0a" * 32 + "\n"):
            with pytest.raises(ValidationError):
                Source(sha256=wrong)


class TestShortTitles:
    def test_the_label_comes_before_the_text(self) -> None:
        assert Claim(id="a", text="long", label="short").title == "short"

    @pytest.mark.parametrize(
        "text", ["word " * 40, "w" * 500, "w\n" * 300, "w" * 100_000, " a" * 130 + "b" * 200]
    )
    def test_a_long_text_is_shortened_on_one_line(self, text: str) -> None:
        title = Claim(id="a", text=text).title
        assert len(title) <= TITLE_LONGEST
        assert title.endswith("…")
        assert "\n" not in title

    def test_a_text_that_fits_stays_whole(self) -> None:
        assert Claim(id="a", text="x" * TITLE_LONGEST).title == "x" * TITLE_LONGEST


def test_only_gains_and_costs_are_stakes() -> None:
    stakes = [kind(id="a", text="x") for kind in (Gain, Cost)]
    assert [stake_of(each) for each in stakes] == stakes
    assert [stake_of(kind(id="a", text="x")) for kind in (Claim, Evidence, Assumption)] == [None] * 3


def test_a_link_is_linked_when_it_has_several_premises_and_named_when_it_has_a_name() -> None:
    several = Link(premises=("a", "b"), target="c", relation="supports")
    assert (several.linked, several.named) == (True, False)
    assert (link("a", "b", id="x").linked, link("a", "b", id="x").named) == (False, True)
    assert not link("a", "b", id="b.because.1").named


def test_a_chain_of_a_hundred_thousand_reasons_is_a_map() -> None:
    count = 100_000
    nodes = tuple(Claim(id=f"n{number}", text="x") for number in range(count))
    links = tuple(link(f"n{number + 1}", f"n{number}") for number in range(count - 1))
    assert len(ArgumentMap(nodes=nodes, links=links).links) == count - 1


@pytest.mark.parametrize("name", ["", "word ", " word", "a b", "A", "é", "w" * 1_100])
def test_what_is_kept_beside_a_map_has_the_name_of_a_format(name: str) -> None:
    with pytest.raises(ValidationError, match="names of formats"):
        ArgumentMap(beside={name: "text"})
    assert ArgumentMap(beside={"csv-links": "text"}).kept_beside("csv-links") == "text"
