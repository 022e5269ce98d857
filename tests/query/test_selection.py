"""Selecting, sorting and finding statements."""

import pytest

from argmap.errors import RequestError
from argmap.query.selection import find, holders, select
from tests.drawing import drawn

M = drawn(
    "a because b",
    "b but c",
    "c because d + e",
    "f",
    b={
        "kind": "gain",
        "holder": ["Russia", "China"],
        "nature": "both",
        "sure": 0.5,
        "anchor": {"at": ["p10"]},
    },
    c={
        "kind": "cost",
        "holder": "RUSSIA",
        "nature": "tangible",
        "amount": 3,
        "anchor": {"at": ["p2", "p30"]},
    },
    d={"kind": "gain", "holder": "Straße", "nature": "intangible", "amount": "-2.5", "tags": ["x"]},
    e={"sure": 1, "anchor": {"quote": "so it is"}},
    f={"label": "Zebra", "note": "about Russia", "anchor": {"at": ["p2.s10"]}},
)


WEIGHED = {
    "verdict": dict(
        zip("abcdef", ["falls", "stands", "undecided", "stands", "falls", "stands"], strict=True)
    ),
    "strength": dict(zip("abcdef", [0.0, 0.6, None, 1.0, 0.5, 0.25], strict=True)),
}


def chosen(**asked: str) -> str:
    return "".join(node.id for node in select(M, **asked, weigh=lambda: WEIGHED))


def test_all_statements_come_in_the_order_of_the_map() -> None:
    assert chosen() == "abcdef"


def test_kinds_are_taken_together() -> None:
    assert [node.id for node in select(M, ["cost", "gain"])] == ["b", "c", "d"]


def test_a_holder_is_found_in_capitals_or_not_and_among_others() -> None:
    assert chosen(holder="russia") == "bc"
    assert chosen(holder="CHINA") == "b"
    assert chosen(holder="STRASSE") == "d"


def test_a_nature_takes_what_is_both() -> None:
    assert chosen(nature="tangible") == "bc"
    assert chosen(nature="intangible") == "bd"


def test_everything_asked_must_hold() -> None:
    assert chosen(holder="russia", nature="intangible", where="sure=0.5") == "b"
    assert chosen(holder="russia", where="tags=x") == ""


def test_an_unknown_holder_is_told_whom_there_is() -> None:
    with pytest.raises(RequestError) as caught:
        select(M, holder="Rusia")
    assert caught.value.hint == "did you mean RUSSIA?"
    with pytest.raises(RequestError) as caught:
        select(M, holder="Nobody at all")
    assert caught.value.hint == "there are RUSSIA, China, Straße"
    with pytest.raises(RequestError) as caught:
        select(drawn("a"), holder="me")
    assert caught.value.hint == "nobody gains or pays in this map"


def test_holders_stand_in_the_order_of_the_map_once_each() -> None:
    assert holders(M) == ("Russia", "China", "RUSSIA", "Straße")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("amount", "cdabef"),
        ("-amount", "dcabef"),
        ("sure", "ebacdf"),
        ("for", "acbdef"),
        ("against", "bacdef"),
        ("kind", "aefcbd"),
        ("place", "cfbade"),
        ("-place", "bfcade"),
        ("label", "fabcde"),
    ],
)
def test_sorting_puts_great_numbers_and_first_letters_first_and_what_has_none_last(
    field: str, expected: str
) -> None:
    assert chosen(sort=field) == expected


def test_sorting_by_every_field_works() -> None:
    from argmap.query.fields import FIELDS

    for field in FIELDS:
        assert sorted(chosen(sort=field)) == sorted(chosen(sort=f"-{field}")) == list("abcdef")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("verdict=stands", "bdf"),
        ("verdict!=stands", "ace"),
        ("verdict=STANDS strength>50%", "bd"),
        ("not strength>0.5", "acef"),
        ("strength=0.5", "e"),
        ("verdict~decided", "c"),
    ],
)
def test_what_statements_come_to_is_asked_for_as_any_field(where: str, expected: str) -> None:
    assert chosen(where=where) == expected


def test_statements_are_sorted_by_what_they_come_to() -> None:
    assert chosen(sort="verdict") == "bdfcae"
    assert chosen(sort="-verdict") == "aecbdf"
    assert chosen(sort="strength") == "dbefac"


def test_a_map_is_weighed_only_when_that_is_asked_for() -> None:
    asked = []

    def weigh() -> dict[str, dict[str, object]]:
        asked.append(1)
        return WEIGHED

    select(M, where="sure>0 kind=gain", sort="text", weigh=weigh)
    assert not asked
    select(M, where="strength>0.1 verdict=stands", sort="strength", weigh=weigh)
    assert asked == [1]
    with pytest.raises(RequestError, match="weighed map"):
        select(M, where="strength>0.1")


@pytest.mark.parametrize("where", ["label=stands", "label!=Falls", "label~undecided"])
def test_who_takes_the_label_for_the_verdict_is_told(where: str) -> None:
    with pytest.raises(RequestError) as caught:
        select(M, where=where)
    assert caught.value.hint.startswith("verdict")


def test_sorting_by_an_unknown_field_suggests_one() -> None:
    with pytest.raises(RequestError) as caught:
        select(M, sort="amout")
    assert str(caught.value) == "there is no field amout"
    assert caught.value.hint == "did you mean amount?"


def test_finding_asks_for_every_word_in_capitals_or_not_anywhere() -> None:
    assert [node.id for node in find(M, ["RUSSIA"])] == ["b", "c", "f"]
    assert [node.id for node in find(M, ["russia", "china"])] == ["b"]
    assert [node.id for node in find(M, ["so it"])] == ["e"]
    assert [node.id for node in find(M, ["zebra", "nothing"])] == []


def test_words_are_not_patterns() -> None:
    assert find(M, ["(a+)+$"]) == ()
    assert find(M, ["."]) == ()


def test_signs_are_the_same_however_they_are_composed() -> None:
    composed, apart = "Café Straße", "Cafe\u0301 Straße"
    for text, word in ((composed, "cafe\u0301"), (apart, "CAFÉ"), (apart, "STRASSE")):
        m = drawn("a", "b", a={"kind": "gain", "text": text, "holder": text, "domain": text})
        assert [node.id for node in find(m, [word])] == ["a"]
        assert [node.id for node in select(m, where=f'"{word}"')] == ["a"]
        assert [node.id for node in select(m, where=f"domain~{word}")] == ["a"]
        for holder in (composed, apart):
            assert [node.id for node in select(m, holder=holder)] == ["a"]
            assert [node.id for node in select(m, where=f'holder="{holder}"')] == ["a"]
    assert find(drawn("a", a={"text": composed}), ["cafe"]) == ()
