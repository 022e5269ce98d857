"""Remembered words in a changed article: what is found, and what is rather not."""

from argmap.selectors import Stretch
from argmap.sources.article import Article
from argmap.sources.lock import quoted
from argmap.sources.refinding import CHANGED, WEIGHTS, Refinder, decided

OLD = (
    "The harbour is too small. Ships wait for days outside. The mayor wants a longer quay. "
    "It would cost ten million. Fishermen fear for their nets. The council votes in May."
)
QUAY = "The mayor wants a longer quay."


def remembered(words: str = QUAY, text: str = OLD) -> Stretch:
    start = text.index(words)
    return quoted(Article(text), (start, start + len(words)))


def found(new: str, words: str = QUAY, old: str = OLD) -> list[str]:
    article = Article(new)
    candidates = decided(Refinder(article).candidates(remembered(words, old), known=True))
    return [new[slice(*each.place)] for each in candidates]


def test_words_that_moved_are_found_whole() -> None:
    new = "A new beginning stands before it all. " + OLD
    (candidate,) = Refinder(Article(new)).candidates(remembered(), known=True)
    assert new[slice(*candidate.place)] == QUAY
    assert candidate.likeness == 1


def test_words_in_other_typography_are_the_same_words() -> None:
    old = OLD.replace("fear", "don’t “fear” –")
    new = old.replace("’", "'").replace("“", '"').replace("”", '"').replace("–", "-").replace(" ", "\n")
    assert found(new, "Fishermen don’t “fear” – for their nets.", old) == [
        'Fishermen\ndon\'t\n"fear"\n-\nfor\ntheir\nnets.'
    ]


def test_words_that_were_changed_are_found_by_their_likeness() -> None:
    assert found(OLD.replace("wants a longer", "asks for a longer")) == ["The mayor asks for a longer quay."]


def test_words_that_were_rewritten_are_found_between_their_old_neighbours() -> None:
    assert found(OLD.replace(QUAY, "Her mayor wants the quay made longer.")) == [
        "Her mayor wants the quay made longer."
    ]


def test_of_two_that_read_the_same_the_one_in_the_old_company_is_found() -> None:
    new = "Nobody had asked. " + QUAY + " Then came the storm and the flood of last year. " + OLD
    (place,) = found(new)
    candidates = decided(Refinder(Article(new)).candidates(remembered(), known=True))
    assert new[: candidates[0].place[0]].endswith("Ships wait for days outside. ")
    assert place == QUAY


def test_two_that_are_equally_good_are_an_ambiguity() -> None:
    assert found(f"{OLD} {OLD}") == [QUAY, QUAY]


def test_the_position_alone_never_decides() -> None:
    filler = "Something else entirely is told here at length. " * 200
    assert len(found(OLD + filler + OLD)) == 2


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    assert found(OLD.replace(QUAY + " ", "")) == []
    assert found("Quite another article, about bees and their keepers in the mountains.") == []
    assert found("") == []


def test_what_is_merely_alike_is_a_candidate_and_no_answer() -> None:
    new = "The mayor of another town wants nothing longer than a quay. Bees are kept there."
    article = Article(new)
    candidates = Refinder(article).candidates(remembered(), known=True)
    assert candidates
    assert decided(candidates) == []


def test_without_position_and_company_only_the_words_count() -> None:
    new = OLD.replace("longer", "larger")
    (best, *_) = Refinder(Article(new)).candidates(Stretch(0, 0, QUAY), known=False)
    assert new[slice(*best.place)] == "The mayor wants a larger quay."
    assert best.sides == 0


def test_the_more_of_the_company_is_kept_the_less_likeness_is_asked_for() -> None:
    assert sorted(CHANGED, reverse=True) == list(CHANGED)
    assert WEIGHTS == (50, 20, 20, 2)
