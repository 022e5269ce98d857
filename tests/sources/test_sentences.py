import pytest

from argmap.sources.sentences import sentences


def read(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text)]


@pytest.mark.parametrize("word", ["free", "bus", "dig", "tax", "car", "found", "so", "us", "rest", "works"])
def test_a_small_word_before_a_capital_ends_its_sentence(word: str) -> None:
    assert read(f"They spoke of the {word}. Lockers are dear.") == [
        f"They spoke of the {word}.",
        "Lockers are dear.",
    ]
    assert read(f"“They spoke of the {word}.” Lockers are dear.")[0] == f"“They spoke of the {word}.”"


@pytest.mark.parametrize(
    "text",
    [
        "It was seen (cf. Smith and Lund) in May.",
        "He met gov. Smith in May.",
        "It cost approx. Five pounds each.",
    ],
)
def test_an_abbreviation_in_small_letters_does_not(text: str) -> None:
    assert read(text) == [text]


def test_a_single_letter_is_an_initial_unless_a_word_that_begins_sentences_follows() -> None:
    assert read("J. R. Smith took vitamin C. It did not help.") == [
        "J. R. Smith took vitamin C.",
        "It did not help.",
    ]


def test_full_stops_of_chinese_and_japanese_end_sentences() -> None:
    assert read("税很低。他说：“够了。”然后他走了！") == ["税很低。", "他说：“够了。”", "然后他走了！"]


def test_the_closing_mark_of_german_ends_a_sentence() -> None:
    assert read("Er sagte: „Das reicht.“ Dann ging er.") == ["Er sagte: „Das reicht.“", "Dann ging er."]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai kam er.",
        "«Хватит!» — сказал он.",
        "Yahoo! was a firm.",
        "Lt. Col. Dray spoke.",
        "La Dra. Ruiz habló.",
        "It fell, c.-à-d. peu.",
        "See Tab. 4 there.",
    ],
)
def test_an_end_that_is_none_is_taken_back(text: str) -> None:
    assert read(text) == [text]


def test_the_numbers_of_footnotes_stay_with_the_sentence_before_them() -> None:
    assert read("The dam failed.[3][4] Repairs took long.[5]") == [
        "The dam failed.[3][4]",
        "Repairs took long.[5]",
    ]


def test_question_marks_of_arabic_and_full_stops_of_hindi_end_sentences() -> None:
    assert read("من سيدفع؟ لا أحد.") == ["من سيدفع؟", "لا أحد."]
    assert read("दाम ऊँचा है। कौन देगा?") == ["दाम ऊँचा है।", "कौन देगा?"]
