"""Where the sentences of a paragraph begin and end: Punkt, and what it is known to get wrong.

Source: Punkt (Kiss & Strunk 2006), as kept up by the nupunkt library. Its model knows thousands of
abbreviations, found in court records and patents, and takes words such as `bus.`, `tax.` or
`free.` for some of them; a small word before a capital letter is no abbreviation here, unless it
is one that people use, and a single letter before a word that begins sentences is no initial.
The full stops of Chinese, Japanese, Hindi, Urdu, Amharic and the question mark of Arabic are added,
and the closing quotation mark of German; some ends that are none are taken back, such as the one
after the day in `3. Mai`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

ABBREVIATIONS: Final = frozenset(
    """
    abs abt acad adj adv alt amt anon app appl approx appt appx apt apts arr assn assoc asst attn
    atty auth ave avg bap bcc bef bibl biog biol bldg blvd bros cap capt cert cf chap chaps chem cir
    cit civ cmdr col coll com comm comp cons const cont contd coop corp cpl dec def dem dep dept det
    dev diag diff dim dir dist div divs doc dom econ eds educ elec elev encl eng engl enl ens eqn
    eqs esp esq est etc eval evtl excl exec exp ext fac fam feb fem fig figs fin fol freq gen geo
    geog geol ger gov govt grad hist hon hosp hrs ibid illus inc incl ind inf ing inkl ins inst int
    intl introd jan jour jul jun jur lat lib lic lieut loc mag maj masc max mech med messrs mfg mfr
    mgr mil min mins misc mon mos mtg mus nat nec neg nos nov num obj obs occ oct oper orch ord org
    orig par para paras perh pers phil phys plur pos poss pref prelim prep pres prev prob proc prod
    prof pron prop prot pseud pub publ quot rec ref refs reg rel rep repr resp rev rom sched sci sec
    secs sect sen sep sept seq ser serg sogen spec stat std subj subst suppl supra surg syn tel temp
    theol trans treas tues twp ult univ usw var vers viz voc vol vols yrs zool
    """.split()  # noqa: SIM905 - a list of words reads better so
)
"""Words in small letters that may stand before a period and a capital letter in mid-sentence."""

SHORT: Final = "be|by|do|go|he|if|is|it|me|my|of|on|or|so|to|up|us|we"
_LONG: Final = r"(?=[a-z]*[aeiouy])[a-z]{3,}"
_AFTER_WORD: Final = (
    rf"(?<![\w.'’-])(?P<word>{SHORT}|{_LONG})\.[\"”’)\]]*(?=\s+[\"“‘(\[]*[A-Z])"  # a small word, a capital
)
_STARTERS: Final = (
    "And|But|He|Her|His|If|It|Its|Nobody|She|So|That|The|Their|There|These|They|This|Those|We|What|When|Yet"
)
_AFTER_LETTER: Final = rf"(?<!\w)[A-Z]\.[\"”’)\]]*(?=\s+[\"“‘(\[]*(?:{_STARTERS})\b)"  # plan B. It
_STOPS: Final = "。！？؟۔।॥።"
_FULL_STOP: Final = rf"[{_STOPS}]+[”’」』）》»]*"
_LOW_QUOTE: Final = r"[.!?…]“(?=\s+[A-ZÄÖÜ])"  # „…“: a mark that opens elsewhere
_INSIDE: Final = re.compile(rf"[.!?…{_STOPS}](?:[\"”’)\]“]*\s|(?<=[{_STOPS}]))")
"""What a sentence that is to be cut once more holds; hardly one does, and to look costs little."""

_MONTHS: Final = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert"
)
_NO_END: Final = re.compile(
    rf"(?:(?<=\b\d\.)|(?<=\b\d\d\.))\s+(?:{_MONTHS})\b"  # 3. Mai
    r"|(?<=[!?…][»”“\"’])\s+[—–]\s+(?=[^\W\d_])(?![A-ZÀ-ÖØ-ÞА-ЯЁ])"  # «Хватит!» — сказал он
    r"|(?<=!)\s+[a-zà-öø-ÿ]"  # Yahoo! was
    r"|(?:(?<=\bLt\.)|(?<=\bDra\.)|(?<=\bSra\.)|(?<=\bSrta\.))\s+[^\W\d_]"
    r"|(?:(?<=\bTab\.)|(?<=\bAbb\.))\s+\d"
    r"|(?<=\bc\.-à-d\.)\s"
)
"""What follows an end that is none, and what stands before it."""
_NOTE: Final = re.compile(r"(?:\[[0-9]{1,3}\])+(?=\s|\Z)")
"""Numbers of footnotes, which belong to the sentence that they follow."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a paragraph begins and ends; white space lies between."""
    begins = ends = 0
    for after, end in _all_cut(text):
        start = after
        stop = begins + len(text[begins:ends].rstrip())
        note = _NOTE.match(text, stop) if stop > begins else None
        if note:
            yield begins, note.end()
            start = note.end()
        elif stop == begins or _NO_END.match(text, stop):
            start = begins
        else:
            yield begins, ends
        begins, ends = start, end
    if text[begins:ends].strip():
        yield begins, ends


def _all_cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences as Punkt has them, those that hold a known end cut once more."""
    import nupunkt  # noqa: PLC0415 - a quarter of the start-up time, and only sources need it

    for start, end in nupunkt.sent_spans(text):
        position = start
        for cut in _cuts(text, start, end):
            yield position, cut
            position = cut
        if text[position:end].strip():
            yield position, end


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    if _INSIDE.search(text, start, start + len(text[start:end].rstrip())) is None:
        return
    for found in _ends().finditer(text, start, end):
        if found["word"] not in ABBREVIATIONS:
            yield found.end()


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"{_AFTER_WORD}|{_AFTER_LETTER}|{_FULL_STOP}|{_LOW_QUOTE}")
