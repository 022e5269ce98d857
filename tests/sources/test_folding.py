"""Typography evened out, and the way back to where every letter stood."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.article import Article
from argmap.sources.digests import digest
from argmap.sources.folding import BLOCK, Folded, fold
from argmap.sources.passages import quoted_range

TEXTS = st.text(alphabet="ab “”’–…ﬁ\u00ad\u200b\u00a0\n\r\t`é", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” she’d said – no…", '"Yes," she\'d said - no...'),
        ("re\u00adpeat\u200bed", "repeated"),
        ("  two\r\n\tlines\u00a0here \n", "two lines here"),
        ("ﬁnd the ﬂaw", "find the flaw"),
        ("`code´", "'code'"),
        ("", ""),
        ("\u00ad \u200b", ""),
        ("plain", "plain"),
        ("cafe\u0301 \u1112\u1161\u11ab", "café 한"),
        ("e\u00ad\u0301 x\u0301\u0323", "é x\u0323\u0301"),
        ("\u0958 \u212b", "\u0915\u093c Å"),
    ],
)
def test_typography_and_white_space_are_evened_out(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert Folded(text).text.strip() == expected


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS, st.integers(0, 3))
def test_a_text_is_folded_the_same_in_one_piece_and_in_blocks(text: str, copies: int) -> None:
    long = text * copies * (BLOCK // 20)
    assert Folded(long).text.strip() == fold(long)


@given(TEXTS.filter(fold), st.integers(1, 300))
def test_every_letter_leads_back_to_what_it_was_folded_from(text: str, copies: int) -> None:
    source = text * copies
    folded = Folded(source)
    for position in {0, len(folded.text) // 2, len(folded.text) - 1}:
        start, end = folded.span(position, position + 1)
        assert end == start + 1
        was = source[start:end]
        assert folded.text[position] in (fold(was) or " ")
        assert folded.text[position] != " " or was.isspace()


@given(TEXTS.filter(fold))
def test_a_stretch_leads_back_to_words_that_fold_to_it(text: str) -> None:
    folded = Folded(text)
    words = fold(text)
    assert fold(text[slice(*folded.span(0, len(words)))]) == words


@given(TEXTS.filter(fold), st.integers(1, 300))
def test_a_position_of_the_text_has_its_place_in_the_folded_one(text: str, copies: int) -> None:
    source = text * copies
    folded = Folded(source)
    for position in range(0, len(source), max(len(source) // 7, 1)):
        place = folded.position(position)
        assert fold(folded.text[:place]) == fold(source[:position])


def test_an_empty_text_has_a_position_and_no_letters() -> None:
    assert Folded("").text == ""
    assert Folded("").position(0) == 0


ACCENTED = st.text(alphabet="ae\u0301\u0323é \u00adق\u1112\u1161\u11ab\u0958…", max_size=40)


@given(ACCENTED)
def test_both_ways_of_writing_an_accent_are_folded_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(fold(text))


@given(ACCENTED.filter(fold), st.integers(1, 400))
def test_accents_lead_back_to_their_letter_and_all_of_it(text: str, copies: int) -> None:
    source = f"{text} " * copies
    folded = Folded(source)
    assert folded.text.rstrip() == fold(source)
    assert fold(source[slice(*folded.span(0, len(fold(source))))]) == fold(source)
    for place in (0, len(folded.text) // 2, len(fold(source)) - 1):
        start, end = folded.span(place, place + 1)
        assert folded.text[place] in (fold(source[start:end]) or " ")


def test_a_quote_in_either_form_is_found_with_exact_offsets() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, "Le café fermé. L’été à Orléans déjà passé, le café rit.")
        article = Article(text)
        for other in ("NFC", "NFD"):
            quote = unicodedata.normalize(other, "L'été à Orléans déjà passé")
            found = quoted_range(article, quote)
            assert found is not None
            assert text[slice(*found)] == unicodedata.normalize(form, "L’été à Orléans déjà passé")
            assert digest(quote) == digest(text[slice(*found)])
