import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import assembly, wire
from argmap.model import KINDS, ArgumentMap, Claim, Gain, Link, Source
from argmap.places import Path
from argmap.spelling import HINTS_MOST
from tests.strategies import maps

NODE = {"kind": "claim", "text": "x"}


def whole(**nodes: Any) -> dict[str, Any]:
    return {
        "argmap": 1,
        "nodes": {
            name: dict(fields) if isinstance(fields, dict) else fields for name, fields in nodes.items()
        },
    }


def read(data: Any) -> ArgumentMap:
    m, faults = assembly.built(data)
    assert faults == []
    assert m is not None
    return m


def faults_of(data: Any) -> list[tuple[Path, str]]:
    m, faults = assembly.built(data)
    assert m is None
    return [(fault.path, fault.message) for fault in faults]


class TestOut:
    def test_every_default_is_left_out(self) -> None:
        m = ArgumentMap(nodes=(Claim(id="a", text="x"), Gain(id="b", text="y")))
        assert wire.plain(m) == {
            "argmap": 1,
            "nodes": {"a": {"kind": "claim", "text": "x"}, "b": {"kind": "gain", "text": "y"}},
        }

    def test_what_is_false_and_no_default_is_written(self) -> None:
        fields = wire.node_fields(Claim(id="a", text="x", given=False, sure=0.0))
        assert fields == {"kind": "claim", "text": "x", "sure": 0, "given": False}

    def test_a_source_without_anything_is_still_a_source(self) -> None:
        assert wire.head(ArgumentMap(source=Source())) == {"argmap": 1, "source": {}}
        assert read({"argmap": 1, "source": {}}).source == Source()

    def test_links_stand_on_their_targets_with_what_undercuts_them_inside(self) -> None:
        m = ArgumentMap(
            nodes=tuple(Claim(id=name, text="x") for name in "abc"),
            links=(
                Link(
                    premises=("b", "c"),
                    target="a",
                    relation="supports",
                    id="l",
                    sure=0.5,
                    scheme="s",
                    note="n",
                ),
                Link(premises=("b",), target="l", relation="undercuts", id="l.unless.1"),
                Link(premises=("c",), target="l.unless.1", relation="undercuts"),
                Link(premises=("c",), target="a", relation="rebuts"),
            ),
        )
        assert wire.plain(m)["nodes"]["a"] == {
            "kind": "claim",
            "text": "x",
            "because": [
                {
                    "from": ["b", "c"], "scheme": "s", "sure": 0.5, "note": "n", "id": "l",
                    "unless": [{"from": ["b"], "unless": [{"from": ["c"]}]}],
                }
            ],
            "but": [{"from": ["c"]}],
        }  # fmt: skip

    @given(maps())
    def test_plain_data_is_json_and_makes_the_map_again(self, m: ArgumentMap) -> None:
        assert read(json.loads(json.dumps(wire.plain(m)))) == m

    @given(maps())
    def test_flat_data_is_json_and_makes_the_map_again(self, m: ArgumentMap) -> None:
        nodes = [{"id": node.id, **wire.node_fields(node)} for node in m.nodes]
        flat = json.loads(json.dumps([wire.head(m), nodes, [wire.flat_link(link) for link in m.links]]))
        assert assembly.built_flat(*flat) == (m, [])

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("6", 6), ("6.0", 6), ("1E+5", 100_000), ("0.1", 0.1), ("0.10", 0.1), ("-2.5", -2.5), ("-0", 0),
            ("1E-7", 1e-07), ("9007199254740991", 9007199254740991), ("9007199254740993", "9007199254740993"),
            ("0.12345678901234567890", "0.12345678901234567890"), ("123456789012345678901234567890", "123456789012345678901234567890"),
        ],
    )  # fmt: skip
    def test_amounts_are_numbers_where_those_are_exact_and_else_texts(self, value: str, written: Any) -> None:
        assert wire.number(Decimal(value)) == written
        assert type(wire.number(Decimal(value))) is type(written)

    @given(st.decimals(-(10**29), 10**29, allow_nan=False, allow_infinity=False))
    def test_no_amount_is_changed_by_writing_it(self, value: Decimal) -> None:
        assert Decimal(json.loads(json.dumps(wire.number(value)), parse_float=Decimal)) == value


class TestShortForms:
    @pytest.mark.parametrize(
        ("because", "premises"),
        [
            ("b", [("b",)]),
            (["b", "c"], [("b",), ("c",)]),
            ([["b", "c"]], [("b", "c")]),
            ({"from": "b"}, [("b",)]),
            ({"from": ["b", "c"]}, [("b", "c")]),
            ([{"from": "b"}, "c"], [("b",), ("c",)]),
            ([], []),
        ],
    )
    def test_each_is_understood(self, because: Any, premises: list[tuple[str, ...]]) -> None:
        m = read(whole(a={**NODE, "because": because}, b=NODE, c=NODE))
        assert [link.premises for link in m.links] == premises

    @pytest.mark.parametrize("unless", ["c", ["c"], [["c"]], {"from": "c"}, [{"from": ["c"]}]])
    def test_undercutters_have_the_same_forms(self, unless: Any) -> None:
        m = read(whole(a={**NODE, "because": {"from": "b", "unless": unless}}, b=NODE, c=NODE))
        assert [(link.premises, link.target) for link in m.links[1:]] == [(("c",), "a.because.1")]

    @pytest.mark.parametrize("version", [1, "1"])
    def test_the_version_may_be_a_word(self, version: Any) -> None:
        assert read({"argmap": version}) == ArgumentMap()

    def test_numbers_and_truth_values_may_be_words(self) -> None:
        words = {
            "kind": "gain",
            "text": "x",
            "sure": "0.5",
            "amount": "1e-3",
            "implicit": "true",
            "given": "false",
        }
        (node,) = read(whole(a=words)).nodes
        assert (node.sure, node.implicit, node.given) == (0.5, True, False)
        assert isinstance(node, Gain)
        assert node.amount == Decimal("0.001")

    def test_empty_lists_of_places_are_no_places(self) -> None:
        assert read(whole(a={**NODE, "at": [], "also": []})).nodes[0].anchor is None


class TestFaults:
    def test_every_one_is_told_at_once(self) -> None:
        data = {
            "argmap": 2,
            "titel": "x",
            "thesis": "z",
            "nodes": {
                "a": {"kind": "clam", "text": 5, "unknown": 1, "because": [{"from": "y", "sure": 7}, 5]},
                "all": 5,
            },
        }
        assert [path for path, _ in faults_of(data)] == [
            ("argmap",),
            ("titel", None),
            ("nodes", "a", "kind"),
            ("nodes", "a", "because", 1, "from"),
            ("nodes", "all"),
            ("nodes", "a", "text"),
            ("nodes", "a", "unknown", None),
            ("nodes", "a", "because", 0, "sure"),
            ("nodes", "all", None),
            ("thesis",),
            ("nodes", "a", "because", 0, "from", 0),
        ]

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_field_that_is_named_like_a_kind_is_named(self, kind: str) -> None:
        ((path, message),) = faults_of(whole(a={**NODE, kind: "x"}))
        assert path == ("nodes", "a", kind, None)
        assert message.startswith(f"unknown field {kind} in a")

    def test_premises_are_pointed_at_in_every_form(self) -> None:
        paths = [
            path
            for path, _ in faults_of(
                whole(
                    a={**NODE, "because": ["x", ["a", "x"], {"from": "x"}, {"from": ["x"], "unless": ["x"]}]}
                )
            )
        ]
        at = ("nodes", "a", "because")
        assert paths == [
            (*at, 0, 0),
            (*at, 1, 0),
            (*at, 1, 1),
            (*at, 2, "from", 0),
            (*at, 3, "from", 0),
            (*at, 3, "unless", 0, 0),
        ]

    def test_flat_links_are_pointed_at_by_their_place_among_all(self) -> None:
        broken = {"from": "a", "to": "a", "relation": "because"}
        lost = {"from": "x", "to": "a", "relation": "supports"}
        _, faults = assembly.built_flat({"argmap": 1}, [{**NODE, "id": "a"}], [broken, lost])
        assert [fault.path for fault in faults] == [("links", 0, "relation"), ("links", 1, "from", 0)]

    def test_messages_are_short_and_hold_nothing_that_steers(self) -> None:
        long = "\x1b[2J" * 100_000
        nodes = {
            long: {long: 1, "kind": long, "because": [long, {"from": "a", long: 1, "id": long}]},
            "a": long,
        }
        faults = faults_of({"argmap": long, long: 1, "thesis": long, "nodes": nodes})
        assert len(faults) >= 8
        for _, message in faults:
            assert len(message) < 2_000
            assert message.isprintable()

    def test_only_the_first_problems_get_a_suggestion(self) -> None:
        count = 2 * HINTS_MOST
        data = whole(target=NODE, a={**NODE, "because": ["tarket"] * count})
        messages = [message for _, message in faults_of(data)]
        assert len(messages) == count
        assert sum("did you mean target?" in message for message in messages) == HINTS_MOST

    def test_a_link_of_an_undercutter_is_looked_for_among_links(self) -> None:
        links = [
            {"from": "b", "to": "a", "relation": "supports", "id": "step"},
            {"from": "b", "to": "stap", "relation": "undercuts"},
        ]
        _, faults = assembly.built_flat({"argmap": 1}, [{**NODE, "id": name} for name in "ab"], links)
        assert [fault.message for fault in faults] == ["unknown link stap in stap.unless; did you mean step?"]

    def test_places_are_asked_for_once_and_only_when_something_is_wrong(self) -> None:
        asked: list[Sequence[Path]] = []

        def locate(paths: Sequence[Path]) -> list[tuple[int, int]]:
            asked.append(paths)
            return [(7, index + 1) for index in range(len(paths))]

        assembly.from_plain(lambda: whole(a=NODE), "x", locate)
        assert asked == []
        done = assembly.from_plain(lambda: whole(a={"kind": "claim"}, b=5), "x", locate)
        assert len(asked) == 1
        assert [(each.line, each.column) for each in done.problems] == [(7, 1), (7, 2)]
        assert done.map.nodes == ()

    @given(
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(st.characters(), max_size=5),
                      st.sampled_from(["a", "b", "claim", "gain", "p1", "p2.s1", "supports", "1"])),
            lambda inner: st.one_of(
                st.lists(inner, max_size=4),
                st.dictionaries(
                    st.sampled_from(["argmap", *wire.HEAD_FIELDS, *wire.NODE_FIELDS, *wire.LINK_FIELDS, *wire.LINK_LISTS,
                                     "nodes", "links", "a", "b", "to", "relation", "file", "skip", "anchor"]),
                    inner, max_size=6),
            ),
            max_leaves=25,
        ),
        st.sampled_from(["whole", "nodes", "node", "link"]),
    )  # fmt: skip
    def test_any_data_makes_a_map_or_worded_faults(self, data: Any, where: str) -> None:
        shaped = {
            "whole": data,
            "nodes": {"argmap": 1, "nodes": data},
            "node": whole(a=NODE) | {"nodes": {"a": data, "b": dict(NODE)}},
            "link": whole(a={**NODE, "because": data}, b=NODE),
        }[where]
        m, faults = assembly.built(shaped)
        assert (m is None) == bool(faults)
        for fault in faults:
            assert fault.message.isprintable() or not fault.message.isascii()
            assert "not as it should be" not in fault.message

    @given(st.data())
    def test_any_flat_data_makes_a_map_or_faults(self, data: st.DataObject) -> None:
        value: st.SearchStrategy[Any] = st.sampled_from(
            [None, True, 1, "a", "b", ["a"], [], {}, "supports", "undercuts", "a.because.1", "x"]
        )
        line = st.dictionaries(
            st.sampled_from(["from", "to", "relation", "id", "unless", "sure", "note", "x"]), value
        )
        node = st.builds(
            lambda more: {**NODE, **more, "id": "a"},
            st.dictionaries(st.sampled_from(["because", "at", "kind"]), value),
        )
        m, faults = assembly.built_flat(
            {"argmap": 1}, data.draw(st.lists(node, max_size=2)), data.draw(st.lists(line, max_size=4))
        )
        assert (m is None) == bool(faults)
