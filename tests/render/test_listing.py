"""Lists of statements, objections, gaps and places."""

import pytest

from argmap.errors import RequestError
from argmap.model import ArgumentMap, Source
from argmap.render.listing import PIPED, Wish, gaps, kind_title, listing, objection_list, sources, title_of
from argmap.render.statements import COLUMNS
from argmap.sources.article import Article
from tests.drawing import drawn, supposed
from tests.render.reading import aloud, in_pipe, items, on_terminal

M = drawn(
    "a because b",
    "a but c",
    "c but d",
    "a.because.1 unless e + f",
    b={"kind": "gain", "holder": ["us", "them"], "nature": "tangible", "anchor": {"quote": "b it is"}},
    c={"kind": "cost", "by": "Ann", "anchor": {"at": ["p10", "p2.s1"]}},
    title="All",
)
SOURCED = M.model_copy(update={"source": Source(file="x.txt", author="Ann", skip=("p1",))})


def test_in_a_pipe_the_columns_are_always_the_same() -> None:
    wish = Wish(kinds=("gain",), piped=True)
    assert in_pipe(listing(M, [M.by_id["b"], M.by_id["c"]], "title", wish)) == [
        "b\tgain\tb holds\tus, them\ttangible\tactual\t0\t0",
        "c\tcost\tc holds\t\t\tactual\t0\t1",
    ]
    assert PIPED == ("id", "kind", "text", "holder", "nature", "status", "for", "against")


def test_columns_can_be_chosen_and_unknown_ones_are_refused() -> None:
    wish = Wish(columns=["sure", "text"], piped=True)
    assert in_pipe(listing(M, M.nodes[:1], "t", wish)) == ["\ta holds"]
    with pytest.raises(RequestError, match="there is no field colour"):
        listing(M, M.nodes, "t", Wish(columns=["colour"]))


def test_every_column_can_be_shown_at_once() -> None:
    lines = in_pipe(
        listing(M, M.nodes, "t", Wish(columns=list(COLUMNS), piped=True, weigh=lambda: supposed(M)))
    )
    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}
    assert on_terminal(listing(M, M.nodes, "t", Wish(columns=list(COLUMNS), weigh=lambda: supposed(M))), 40)


def test_what_statements_come_to_is_shown_and_told_where_a_column_asks() -> None:
    wish = Wish(columns=["id", "verdict", "strength"], piped=True, weigh=lambda: supposed(M))
    answer = listing(M, M.nodes[:2], "t", wish)
    assert in_pipe(answer) == ["a\tstands\t", "b\tstands\t0.250"]
    assert [(each["verdict"], each["strength"]) for each in items(answer)] == [
        ("stands", None),
        ("stands", 0.25),
    ]
    assert "verdict" not in items(listing(M, M.nodes, "t", Wish()))[0]


def test_quotes_are_one_more_column_in_a_pipe_and_lines_under_a_row_elsewhere() -> None:
    article = Article("b it is", "x.txt")
    wish = Wish(quotes=True, article=article, piped=True)
    assert in_pipe(listing(M, [M.by_id["b"]], "t", wish))[0].endswith("\t“b it is” x.txt:1")
    shown = on_terminal(listing(M, [M.by_id["b"]], "t", Wish(quotes=True, article=article)))
    assert "   “b it is” x.txt:1" in shown
    (item,) = items(listing(M, [M.by_id["b"]], "t", Wish(quotes=True, article=article)))
    assert item["passages"] == [{"words": "b it is", "place": "x.txt:1", "found": True}]


def test_a_limit_says_how_many_it_leaves_out() -> None:
    answer = listing(M, M.nodes, "t", Wish(limit=2))
    assert "… 4 more; a greater --limit shows them" in on_terminal(answer)
    assert len(items(answer)) == 2
    assert len(in_pipe(listing(M, M.nodes, "t", Wish(limit=2, piped=True)))) == 2


def test_nothing_listed_is_not_found() -> None:
    answer = listing(M, [], "no gains", Wish())
    assert not answer.found
    assert in_pipe(answer) == ["no gains"]
    assert items(answer) == []


def test_titles_say_how_many_of_what_and_whose() -> None:
    assert kind_title(M, M.nodes[:1], "gain", "us") == "1 gain of us in “All”"
    assert kind_title(M, M.nodes[:2], "cost", "us") == "2 costs to us in “All”"
    assert kind_title(M, [], "evidence") == "no pieces of evidence in “All”"
    assert title_of(ArgumentMap()) == ""


def test_objections_are_told_with_what_they_attack_and_what_answers_them() -> None:
    answer = objection_list(M)
    assert in_pipe(objection_list(M, piped=True)) == [
        "e holds — and f holds\ta step to a\t\te, f",
        "c holds\ta\td\tc",
    ]
    assert on_terminal(answer, 100)[0] == "2 objections in “All”, 1 without an answer; 1 answer to them"
    assert items(answer)[1] == {
        "id": ["c"],
        "text": ["c holds"],
        "relation": "rebuts",
        "target": "a",
        "link": "a.but.1",
        "answered": True,
        "answers": ["d"],
    }


def test_a_map_without_objections_says_so() -> None:
    answer = objection_list(drawn("a because b"))
    assert not answer.found
    assert in_pipe(answer) == ["no objections"]


def test_gaps_are_reasons_answers_places_and_holders_that_are_missing() -> None:
    found = {(item["id"], item["gap"]) for item in items(gaps(SOURCED))}
    assert found == {
        ("a", "no place in the source"),
        ("b", "no reason, only the source's word"),
        ("c", "no reason, only the source's word"),
        ("c", "no holder"),
        ("d", "no reason given"),
        ("d", "no place in the source"),
        ("e", "no reason given"),
        ("e", "no answer to it, against a"),
        ("e", "no place in the source"),
        ("f", "no reason given"),
        ("f", "no place in the source"),
    }


def test_a_map_without_gaps_says_so_and_is_not_found() -> None:
    m = drawn("a because b", b={"kind": "evidence"})
    assert in_pipe(gaps(m)) == ["no gaps"]
    assert not gaps(m).found


def test_sources_tell_the_source_its_places_in_order_and_the_quotations() -> None:
    shown = on_terminal(sources(SOURCED))
    assert shown[0] == "Source"
    places = [line for line in shown if line.strip().startswith("p")]
    assert [line.split() for line in places] == [["p2.s1", "c"], ["p10", "c"]]
    assert any("b holds" in line for line in shown)
    (item,) = items(sources(SOURCED))
    assert item == {
        "source": {"file": "x.txt", "author": "Ann", "skip": ["p1"]},
        "places": {"p2.s1": ["c"], "p10": ["c"]},
        "quoted": ["b"],
    }


def test_a_map_without_a_source_says_so() -> None:
    answer = sources(drawn("a"))
    assert in_pipe(answer) == ["This map names no source"]
    assert not answer.found


def test_aloud_a_row_names_its_columns() -> None:
    said = aloud(listing(M, [M.by_id["b"]], "1 gain", Wish(kinds=("gain",))))
    assert said == [
        "1 gain.",
        "1. Gain: b holds. Holder: us, them; Nature: tangible; Status: actual; For: 0; Against: 0; id: b.",
    ]
