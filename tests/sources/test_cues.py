import pytest

from argmap.sources.cues import WORDS, Cue, cues


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It stays because it pays.", [Cue("because", "reason"), Cue("pays", "cost")]),
        ("However, critics say so.", [Cue("however", "contrast"), Cue("critics", "attribution")]),
        ("Although it rained, we won.", [Cue("although", "concession")]),
        ("It probably cost 4.2 million.", ["probably", "cost", "4.2 million"]),
        ("On the  other\nhand it thus fails.", ["on the other hand", "thus"]),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_a_cue_is_found_as_a_whole_word(sentence: str, expected: list[Cue | str]) -> None:
    found = cues(sentence)
    if expected and isinstance(expected[0], str):
        assert [cue.word for cue in found][: len(expected)] == expected
    else:
        assert list(found)[: len(expected)] == expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize("sentence", ["The sincere butler maybeed.", "Thusly, the becauses.", "pricey"])
def test_part_of_a_word_is_no_cue(sentence: str) -> None:
    assert cues(sentence) == ()


def test_each_cue_is_named_once() -> None:
    assert [cue.word for cue in cues("But, but, BUT.")] == ["but"]


def test_every_family_finds_its_own_words() -> None:
    examples = {"number": "140", "hedge": "arguably", "conclusion": "therefore", "gain": "benefits"}
    for family, word in examples.items():
        assert cues(f"x {word} x") == (Cue(word, family),)  # type: ignore[arg-type]
    assert set(examples) < set(WORDS)


def test_a_hostile_sentence_is_read_in_one_pass() -> None:
    assert cues("a " * 200_000 + "because") == (Cue("because", "reason"),)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Some 250,000, they say.", "250,000"),
        ("In 1999.", "1999"),
        ("It was 3.5%, then.", "3.5%"),
        ("(4.2 million).", "4.2 million"),
    ],
)
def test_a_number_ends_before_the_sign_that_ends_its_clause(sentence: str, word: str) -> None:
    assert [cue.word for cue in cues(sentence) if cue.family == "number"] == [word]
