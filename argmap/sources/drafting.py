"""From an article to a draft of its map: sentences with cue words, as candidates for a person.

A candidate is a hint, nothing more. No link is drawn: what a cue suggests is returned beside the
map, for the mapmaker to take or leave.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal, NamedTuple

from argmap.errors import RequestError
from argmap.looks import cut
from argmap.model import Anchor, ArgumentMap, Claim, Source
from argmap.sources.article import Article
from argmap.sources.cues import Cue, cues
from argmap.sources.passages import quoted_range

LONGEST: Final = 1_000_000
"""Code points of the longest article that is drafted: a thick book."""
QUOTED_LONGEST: Final = 1_000
"""Code points of the longest sentence that is quoted; a longer one is given by its place."""
TEXT_LONGEST: Final = 300
"""Code points after which the text of a candidate is cut."""
TITLE_LONGEST: Final = 200
THESES_MOST: Final = 8
TODO: Final = "todo"

AGAINST: Final = frozenset(
    {"but", "however", "yet", "instead", "nevertheless", "nonetheless"}
    | {"in contrast", "by contrast", "on the other hand"}
)
"""Cues that, where they open a sentence, set it against the one before."""
THEREFORE: Final = frozenset(
    {"therefore", "thus", "hence", "consequently", "accordingly"}
    | {"as a result", "it follows", "for this reason"}
)
"""Cues that draw a conclusion from the sentence before."""
_NO_THESIS: Final = frozenset({"so that", "as a result", "for this reason"})
_MARK: Final = re.compile(r"(?:(?:[-*+•>]|#{1,6}|[0-9]{1,3}[.)])\s+)+")
_TIE: Final = re.compile(rf"(?:{'|'.join(sorted(AGAINST | THEREFORE))}),?\s+(?=\w)", re.IGNORECASE)
_CODE: Final = ("```", "~~~")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article.

    Attributes:
        place: Where it stands: `p4.s2`.
        paragraph: The number of its paragraph.
        words: Its words on one line, without the marks of lists and headings.
        cues: Its cue words.
        leads: The cue by which the next sentence goes on from it or against it, if one does.
    """

    place: str
    paragraph: int
    words: str
    cues: tuple[Cue, ...]
    leads: Cue | None = None

    @property
    def id(self) -> str:
        """The id of its candidate: `p4-s2`."""
        return self.place.replace(".", "-")

    @property
    def is_candidate(self) -> bool:
        """Whether it may be a statement of the argument."""
        return bool(self.cues or self.leads)


class Suggestion(NamedTuple):
    """A link that a cue suggests.

    Attributes:
        word: What the mapmaker would write.
        premise: The id that would stand there; empty where the sentence itself holds it.
        cue: The cue that suggests it.
        place: The place of the sentence with the cue.
    """

    word: Literal["because", "but"]
    premise: str
    cue: str
    place: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A map of candidates, and what is said beside it.

    Attributes:
        m: The candidates; without a link.
        sentences: All sentences of the article, in order.
        suggested: Links that cues suggest, by the id of what they bear on.
        theses: Candidates that may be the thesis.
    """

    m: ArgumentMap
    sentences: tuple[Sentence, ...]
    suggested: dict[str, list[Suggestion]]
    theses: tuple[Sentence, ...]


def draft(article: Article, source: Source, *, quoting: bool = True) -> Draft:
    """Return a draft of the map of an article; linear in it.

    Args:
        article: The article.
        source: What is known of it, its title aside.
        quoting: Whether the draft may hold the article's words; else it has places only.

    Raises:
        RequestError: the article is too long to be mapped by hand.
    """
    if len(article.text) > LONGEST:
        raise RequestError(
            f"{article.name} is longer than {LONGEST:,} characters", "draft its chapters one by one"
        )
    found = tuple(_led(list(_sentences(article))))
    candidates = [each for each in found if each.is_candidate]
    if quoting:
        article.seek([each.words for each in candidates if len(each.words) <= QUOTED_LONGEST])
    title = title_of(article) if quoting else None
    m = ArgumentMap(
        title=title or f"Draft of a map of {article.name}",
        source=source.model_copy(update={"title": title}),
        nodes=tuple(_node(each, article if quoting else None) for each in candidates),
    )
    return Draft(m, found, _suggested(found), tuple(_theses(candidates)))


def title_of(article: Article) -> str | None:
    """Return the title of an article: its first paragraph, where that is short and no sentence."""
    if len(article.paragraphs) < 2 or len(article.sentences(1)) > 1:  # noqa: PLR2004 - a title and a text
        return None
    start, end = article.paragraphs[0]
    words = _plain(article.text[start:end]) if end - start <= TITLE_LONGEST else ""
    return words if words and not words.endswith((".", ":", ";", ",")) else None


def _plain(sentence: str) -> str:
    words = " ".join(sentence.split())
    return _MARK.sub("", words, count=1) if _MARK.match(words) else words


def _sentences(article: Article) -> Iterator[Sentence]:
    for paragraph, number, place in article.all_sentences():
        words = _plain(article.text[slice(*place)])
        found = () if words.startswith(_CODE) else cues(words)
        yield Sentence(f"p{paragraph}.s{number}", paragraph, words, found)


def _led(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentences, each with the cue by which the next one goes on from it."""
    for here, after in pairwise([*sentences, None]):
        cue = _leading(here, after) if here and after else None
        if here:
            yield here if cue is None else Sentence(here.place, here.paragraph, here.words, here.cues, cue)


def _leading(here: Sentence, after: Sentence) -> Cue | None:
    """Return the cue by which a sentence goes on from the one before it, headings left out."""
    if here.paragraph != after.paragraph and here.words[-1:].isalnum():
        return None
    opening = re.sub(r"^\W+", "", after.words[: 2 * max(map(len, AGAINST))]).lower()
    for cue in after.cues:
        if cue.word in THEREFORE or (cue.word in AGAINST and opening.startswith(cue.word)):
            return cue
    return None


def _node(sentence: Sentence, quoted: Article | None) -> Claim:
    anchor = Anchor(at=(sentence.place,))
    text = f"… ({sentence.place})"
    if quoted is not None:
        words = sentence.words
        text = _standing_alone(cut(words, TEXT_LONGEST))
        if len(words) <= QUOTED_LONGEST and quoted_range(quoted, words):
            anchor = Anchor(quote=words)
    return Claim(id=sentence.id, text=text, anchor=anchor, tags=(TODO,), note=_note(sentence))


def _standing_alone(words: str) -> str:
    """Return a sentence without the cue that ties it to the one before: a link will say that."""
    rest = _TIE.sub("", words, count=1) if _TIE.match(words) else words
    return rest[:1].upper() + rest[1:] if rest != words else words


def _note(sentence: Sentence) -> str:
    """Return the cues by their families: `hedge: may, perhaps; number: 140`."""
    if not sentence.cues:
        return f"what “{sentence.leads.word}” in the next sentence goes on from" if sentence.leads else ""
    by_family = groupby(sorted(sentence.cues, key=_family), key=_family)
    return "; ".join(f"{family}: {', '.join(cue.word for cue in found)}" for family, found in by_family)


def _family(cue: Cue) -> str:
    return cue.family


def _suggested(sentences: Sequence[Sentence]) -> dict[str, list[Suggestion]]:
    """Return the links that cues suggest, by what they bear on."""
    found: dict[str, list[Suggestion]] = {}
    for each in sentences:
        inner = [cue for cue in each.cues if cue.family == "reason" and cue.word not in THEREFORE]
        if inner:
            found.setdefault(each.id, []).append(Suggestion("because", "", inner[0].word, each.place))
    for here, after in pairwise(sentences):
        if here.leads is not None and here.leads.word in THEREFORE:
            link = Suggestion("because", here.id, here.leads.word, after.place)
            found.setdefault(after.id, []).append(link)
        elif here.leads is not None:
            link = Suggestion("but", after.id, here.leads.word, after.place)
            found.setdefault(here.id, []).append(link)
    return found


def _theses(candidates: Sequence[Sentence]) -> list[Sentence]:
    """Return what may be the thesis: what concludes, before what only opens or closes the article."""
    if not candidates:
        return []
    edges = {candidates[0].paragraph, candidates[-1].paragraph}

    def rank(each: Sentence) -> int:
        return 2 * concludes(each) + (each.paragraph in edges)

    likely = sorted((each for each in candidates if rank(each)), key=rank, reverse=True)[:THESES_MOST]
    return [each for each in candidates if each in likely]


def concludes(sentence: Sentence) -> bool:
    """Tell whether a cue says that a sentence concludes: should, must, therefore."""
    return any(cue.family == "conclusion" and cue.word not in _NO_THESIS for cue in sentence.cues)
