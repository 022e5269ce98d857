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


def chosen(**asked: str) -> str:
    return "".join(node.id for node in select(M, **asked))


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
