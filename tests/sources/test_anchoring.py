"""A map held against its article and its lock: each state, each finding, and never a silent guess."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import builtin, load
from argmap.model import Anchor, ArgumentMap, Claim, Source
from argmap.sources import anchoring
from argmap.sources.anchoring import Comparison, Standing, compare, renewed
from argmap.sources.article import Article
from argmap.sources.codes import CODES
from argmap.sources.folding import fold
from argmap.sources.lock import SKIPPED, Lock
from argmap.sources.notices import SHOWN_LONGEST, at_first_sight, per_cent

README = Path(__file__).parents[2] / "README.md"
OLD_DIGEST, NEW_DIGEST = "0" * 64, "1" * 64
TEXT = """The pool

The pool should stay open. Two hundred children learn to swim there every summer. It costs little.

Critics disagree with that. They say the boiler eats ninety thousand euros a year.

A solar roof would replace the boiler. The town of Lindhaven has had one for years.
"""
M = ArgumentMap(
    nodes=(
        Claim(id="open", text="x", anchor=Anchor(quote="The pool should stay open")),
        Claim(id="learn", text="x", anchor=Anchor(at="p2.s2")),
        Claim(
            id="boiler",
            text="x",
            anchor=Anchor(quote="the boiler eats ninety thousand euros a year", also="p4"),
        ),
        Claim(id="roof", text="x", anchor=Anchor(at="p4.s1")),
    )
)


def article(text: str = TEXT, digest: str = NEW_DIGEST) -> Article:
    return Article(text, "pool.txt", digest)


def lock(*, words: bool = False, m: ArgumentMap = M) -> Lock:
    old = article(TEXT, OLD_DIGEST)
    return renewed(compare(m, old), old, words=words)


def against(text: str, *, words: bool = False, m: ArgumentMap = M) -> Comparison:
    return compare(m, article(text), lock(words=words, m=m))


def one(found: Comparison, node: str, by: str = "") -> Standing:
    (standing,) = [each for each in found.standings if each.node == node and by in {"", each.by}]
    return standing


def told(found: Comparison, node: str) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in found.findings if each.where == node]


def test_without_a_lock_every_anchor_that_is_found_is_new_and_nothing_is_astray() -> None:
    found = compare(M, article())
    assert {each.state for each in found.standings} == {"new"}
    assert [(each.node, each.by) for each in found.standings] == [
        ("open", "quote"), ("learn", "p2.s2"), ("boiler", "quote"), ("boiler", "p4"), ("roof", "p4.s1"),
    ]  # fmt: skip
    assert found.findings == ()


def test_in_the_same_article_nothing_is_astray() -> None:
    found = compare(M, article(TEXT, OLD_DIGEST), lock())
    assert {each.state for each in found.standings} == {"unchanged"}
    assert found.findings == ()


@pytest.mark.parametrize("words", [True, False])
@pytest.mark.parametrize("change", ["crlf", "wrapped", "curly", "soft hyphens", "byte-order mark"])
def test_an_article_that_is_dressed_otherwise_holds_the_same_passages(change: str, words: bool) -> None:
    text = {
        "crlf": TEXT.replace("\n", "\r\n"),
        "wrapped": re.sub(r"(?<=[a-z]) (?=[a-z]{3})", "\n", TEXT),
        "curly": TEXT.replace("Critics", "\u201cCritics\u201d")
        .replace("\u201c", "\u200b")
        .replace("\u201d", "\u200b"),
        "soft hyphens": TEXT.replace("children", "chil\u00addren"),
        "byte-order mark": "\ufeff" + TEXT,
    }[change]
    found = against(text, words=words)
    assert {each.state for each in found.standings} <= {"unchanged", "moved"}


@pytest.mark.parametrize("words", [True, False])
def test_passages_that_moved_are_found_where_they_are(words: bool) -> None:
    text = TEXT.replace("The pool\n", "The outdoor pool\n")
    found = against(text, words=words)
    assert {each.state for each in found.standings} == {"moved"}
    assert text[slice(*one(found, "open").now)] == "The pool should stay open"  # type: ignore[misc]
    assert told(found, "open") == [("A305", "the quote moved by +8 characters, and stands at p2.s1")]


def test_a_quote_that_reads_otherwise_is_told_with_its_likeness() -> None:
    found = against(TEXT.replace("eats ninety", "devours ninety"))
    assert one(found, "boiler", "quote").state == "changed"
    assert told(found, "boiler")[0] == (
        "A306",
        "the quote reads otherwise now, at p3.s2, 92% alike: “the boiler devours ninety thousand euros a year”",
    )


def test_a_place_whose_words_have_changed_is_told_with_their_likeness_where_they_are_known() -> None:
    text = TEXT.replace("Two hundred children", "Two hundred pupils")
    assert told(against(text, words=True), "learn") == [
        ("A306", "the words at p2.s2 have changed, 91% alike")
    ]
    unsure = against(text)
    assert one(unsure, "learn").state == "changed"
    assert told(unsure, "learn") == [
        ("A306", "the words at p2.s2 have changed; how much, digests do not tell")
    ]


@pytest.mark.parametrize("words", [True, False])
def test_a_place_whose_words_stand_elsewhere_is_never_passed_over(words: bool) -> None:
    text = TEXT.replace("A solar roof", "Nobody denies it.\n\nA solar roof").replace(
        "Two hundred", "It is warm. Two hundred"
    )
    found = against(text, words=words)
    assert told(found, "roof") == [
        ("A308", "what stood at p4.s1 stands at p5.s1 now: write p5.s1 in the map")
    ]
    assert told(found, "learn") == [
        ("A308", "what stood at p2.s2 stands at p2.s3 now: write p2.s3 in the map")
    ]
    assert one(found, "roof").likeness == 1


def test_words_that_stand_elsewhere_and_changed_are_told_with_their_likeness() -> None:
    text = TEXT.replace(
        "A solar roof would replace the boiler", "Nobody denies it.\n\nA solar roof could replace the boiler"
    )
    assert told(against(text, words=True), "roof") == [
        ("A308", "what stood at p4.s1 stands at p5.s1 now, 97% alike: write p5.s1 in the map")
    ]


def test_a_sentence_that_was_cut_in_two_no_longer_stands_at_its_place() -> None:
    text = TEXT.replace("A solar roof would replace", "A solar roof. Would replace")
    assert told(against(text, words=True), "roof") == [
        ("A308", "what stood at p4.s1 stands at p4.s1-s2 now, 96% alike: write p4.s1-s2 in the map")
    ]


def test_what_digests_cannot_tell_is_said() -> None:
    text = TEXT.replace("A solar roof would replace the boiler. The", "Sunshine could do the work. The old")
    found = against(text)
    assert one(found, "roof").state == "unclear"
    assert told(found, "roof") == [
        ("A309", "p4.s1 holds other words than it did, and digests do not tell where the old ones are")
    ]


def test_passages_that_are_gone_are_told_and_not_found_elsewhere() -> None:
    text = TEXT.replace("They say the boiler eats ninety thousand euros a year.", "")
    found = against(text, words=True)
    assert one(found, "boiler", "quote").state == "vanished"
    assert one(found, "boiler", "quote").now is None
    assert told(found, "boiler")[0] == ("A307", "the quote is no longer in pool.txt")


def test_a_quote_that_was_never_found_is_told_with_the_nearest_passage() -> None:
    m = ArgumentMap(
        nodes=(Claim(id="a", text="a", anchor=Anchor(quote="Two hundred kids learned to swim here")),)
    )
    assert told(compare(m, article()), "a") == [
        (
            "A301",
            "the quote is not in pool.txt; nearest is p2.s2, 86% alike: “Two hundred children learn to swim there”",
        )
    ]
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote="Giraffes")),))
    assert told(compare(m, article()), "a") == [("A301", "the quote is not in pool.txt")]


def test_a_quote_that_stands_in_several_places_is_an_ambiguity() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote="boiler")),))
    found = compare(m, article())
    assert one(found, "a").now is None
    assert told(found, "a") == [("A302", "the quote stands in 2 places, p3.s2, p4.s1: write more of it")]
    (_, message) = told(compare(m, article("boiler " * 100)), "a")[0]
    assert (
        message
        == "the quote stands in 20 or more places, p1.s1, p1.s1, p1.s1, p1.s1, p1.s1, …: write more of it"
    )


def test_words_of_a_place_that_stand_in_several_are_an_ambiguity() -> None:
    text = (
        TEXT.replace("A solar roof would replace the boiler.", "Well.")
        + "\n\n"
        + "\n\n".join(["A solar roof would replace the boiler."] * 2)
    )
    for words in (True, False):
        assert told(against(text, words=words), "roof") == [
            ("A302", "what stood at p4.s1 stands in 2 places now, p5, p6")
        ]


def test_a_place_past_the_end_is_told_with_and_without_a_lock() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(at=["p9", "p2.s7"])),))
    found = compare(m, article())
    assert told(found, "a") == [
        ("A303", "there is no p9 in pool.txt"),
        ("A303", "there is no p2.s7 in pool.txt"),
    ]
    short = against(TEXT.partition("\n\nA solar")[0])
    assert one(short, "roof").state == "unclear"


def test_a_source_that_differs_from_the_one_the_map_names_is_told() -> None:
    m = ArgumentMap(source=Source(file="pool.txt", sha256=OLD_DIGEST))
    assert [each.message for each in at_first_sight(m, article())] == [
        "pool.txt is not the file that the map was made from: its sha256 begins 111111111111"
    ]
    assert list(at_first_sight(m, article(TEXT, OLD_DIGEST))) == []


def test_at_first_sight_only_places_are_looked_at() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote="Giraffes", also=["p9", "p1"])),))
    assert [each.code for each in at_first_sight(m, article())] == ["A303"]


def test_anchors_that_map_and_lock_do_not_share_are_told() -> None:
    nodes = (Claim(id="open", text="x", anchor=Anchor(at="p2.s1")), *M.nodes[1:])
    found = compare(ArgumentMap(nodes=nodes), article(TEXT, OLD_DIGEST), lock())
    assert told(found, "open") == [
        ("A311", "the quote is in the lock and no longer in the map"),
        ("A310", "p2.s1 is not in the lock yet"),
    ]
    assert [(each.node, each.by) for each in found.left_over] == [("open", "quote")]


def test_a_quote_that_the_mapmaker_rewrote_is_a_new_one() -> None:
    nodes = (Claim(id="open", text="x", anchor=Anchor(quote="pool should stay open")), *M.nodes[1:])
    found = compare(ArgumentMap(nodes=nodes), article(TEXT, OLD_DIGEST), lock())
    assert one(found, "open").state == "new"


def test_another_way_of_counting_sentences_is_told() -> None:
    old = lock()
    other = Lock(old.file, old.sha256, "another-1", old.words, old.entries)
    (finding,) = compare(M, article(TEXT, OLD_DIGEST), other).findings
    assert finding.code == "A312"
    assert "another-1" in finding.message


def test_a_renewed_lock_has_what_moved_and_keeps_what_is_for_the_mapmaker_to_mend() -> None:
    text = "First.\n\n" + TEXT.replace("eats ninety", "devours ninety")
    found = against(text, words=True)
    new = renewed(found, article(text), words=True)
    again = compare(M, article(text), new)
    assert new.sha256 == NEW_DIGEST
    assert {each.code for each in again.findings} == {"A306", "A308"}
    assert one(again, "open").state == "unchanged"
    assert one(again, "roof").old == one(found, "roof").old
    assert one(again, "boiler", "quote").old == one(found, "boiler", "quote").old


def test_a_place_whose_words_changed_is_taken_as_it_is_now_into_a_renewed_lock() -> None:
    text = TEXT.replace("Two hundred children", "Two hundred pupils")
    for words in (True, False):
        new = renewed(against(text, words=words), article(text), words=words)
        assert compare(M, article(text), new).findings == ()


def test_a_renewed_lock_of_an_unchanged_article_is_the_same() -> None:
    old = lock()
    assert renewed(compare(M, article(TEXT, OLD_DIGEST), old), article(TEXT, OLD_DIGEST), words=False) == old


def test_likenesses_are_searched_for_so_many_anchors_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchoring, "LOOKED_FOR", 1)
    anchor = Anchor(quote="Two hundred kids learned to swim here")
    m = ArgumentMap(nodes=tuple(Claim(id=name, text="x", anchor=anchor) for name in "ab"))
    found = compare(m, article())
    assert "nearest" in told(found, "a")[0][1]
    assert told(found, "b")[0][1].endswith("words like these have not been searched for (argmap help limits)")


def test_long_passages_are_cut_in_messages() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote="word " * 100 + "end")),))
    message = told(compare(m, article("word " * 100 + "and. Two.")), "a")[0][1]
    assert len(message) < SHOWN_LONGEST + 80
    assert message.endswith("…”")


@pytest.mark.parametrize(("likeness", "words"), [(1, "100%"), (0.999, "99%"), (0.876, "88%"), (None, "")])
def test_a_hundred_per_cent_is_kept_for_what_is_the_same(likeness: float | None, words: str) -> None:
    assert per_cent(likeness) == words


def test_every_anchor_of_the_second_map_is_found_in_its_article_dressed_in_any_way() -> None:
    path = builtin("riverton")
    assert path is not None
    m = load(path)
    text = (path.parent / "riverton.txt").read_text("utf-8")
    old = Article(text, "riverton.txt", OLD_DIGEST)
    kept = renewed(compare(m, old), old, words=False)
    plain = text.replace("’", "'").replace("“", '"').replace("”", '"')
    for other in (text, text.replace("\n", "\r\n"), plain):
        found = compare(m, Article(other, "riverton.txt", NEW_DIGEST), kept)
        assert {each.state for each in found.standings} <= {"unchanged", "moved"}


WORDS = st.sampled_from("the a pool boiler swims costs open . . It They".split())  # noqa: SIM905
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=3, max_size=12).map(" ".join), min_size=2, max_size=6)


def test_a_place_whose_old_words_run_on_into_the_next_paragraph_reads_otherwise() -> None:
    old = Article("the the the the\n\nthe the the", "pool.txt", OLD_DIGEST)
    new = Article("the the the\n\nthe the the", "pool.txt", NEW_DIGEST)
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(at=("p1",))),))
    (standing,) = compare(m, new, renewed(compare(m, old), old, words=True)).standings
    assert standing.state == "changed"
    assert standing.likeness is not None
    assert 0.8 < standing.likeness < 0.9


@given(PARAGRAPHS, PARAGRAPHS, st.data(), st.booleans())
def test_what_is_said_to_read_as_before_does(
    paragraphs: list[str], others: list[str], data: st.DataObject, words: bool
) -> None:
    old = Article("\n\n".join(paragraphs), "pool.txt", OLD_DIGEST)
    kept = data.draw(st.lists(st.sampled_from(paragraphs), max_size=6))
    new = Article("\n\n".join(data.draw(st.permutations([*kept, *others]))), "pool.txt", NEW_DIGEST)
    places = [f"p{number}" for number in range(1, len(old.paragraphs) + 1)]
    quote = " ".join(old.text.split()[1:4])
    m = ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote=quote, at=places)),))
    before = {each.by: each.now for each in compare(m, old).standings}
    for each in compare(m, new, renewed(compare(m, old), old, words=words)).standings:
        if each.now is not None and each.likeness == 1:
            was = before[each.by]
            assert was is not None
            assert fold(new.text[slice(*each.now)]) == fold(old.text[slice(*was)])
        assert (each.finding is None) == (each.state in {"unchanged", "new"} and each.old is not None)


def test_codes_are_there_once_and_of_one_family() -> None:
    assert len({row.code for row in CODES}) == len(CODES)
    assert [row.code for row in CODES] == [f"A3{number:02}" for number in range(1, len(CODES) + 1)]
    assert all(row.about for row in CODES)


def test_an_empty_article_loses_everything_and_fails_nothing() -> None:
    found = against("")
    assert {each.state for each in found.standings} == {"vanished", "unclear"}
    assert {each.finding.code for each in found.standings if each.finding} == {"A307", "A309"}


SKIPPING = ArgumentMap(source=Source(file="pool.txt", skip=("p3", "p4.s2")), nodes=M.nodes)


def test_what_the_source_skips_is_locked_too() -> None:
    found = against(TEXT, m=SKIPPING)
    assert [(each.by, each.state) for each in found.standings if each.node == SKIPPED] == [
        ("p3", "unchanged"),
        ("p4.s2", "unchanged"),
    ]
    assert compare(SKIPPING, article(), lock(m=M)).standings[-1].state == "new"
    assert [each.node for each in compare(M, article(), lock(m=SKIPPING)).left_over] == [SKIPPED, SKIPPED]


@pytest.mark.parametrize("words", [False, True])
def test_a_skipped_place_that_now_holds_other_words_is_told(words: bool) -> None:
    found = against(
        TEXT.replace("Critics", "A new paragraph comes first.\n\nCritics"), m=SKIPPING, words=words
    )
    standing = one(found, SKIPPED, "p3")
    assert (standing.state, standing.finding and standing.finding.where) == ("displaced", SKIPPED)
    assert standing.finding is not None
    assert "what stood at p3 stands at p4 now" in standing.finding.message
    gone = against(TEXT.rpartition("The town")[0], m=SKIPPING, words=words)
    assert one(gone, SKIPPED, "p4.s2").state == ("vanished" if words else "unclear")
