"""What of a source is mapped, for people and programs."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from argmap.model import ArgumentMap
from argmap.render.sections import (
    Answer,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    counted,
    share,
)
from argmap.sources.article import Article
from argmap.sources.coverage import Coverage, Sentence
from argmap.sources.cues import cues

PARAGRAPHS: Final = (
    Column("Paragraph", "paragraph"),
    Column("Sentences", "sentences", number=True, said="{} sentences"),
    Column("Mapped", "mapped", number=True, said="{} mapped"),
    Column("Statements", "ids", wide=True),
)
UNMAPPED: Final = (
    Column("Not mapped", "words", wide=True),
    Column("Cues", "cues", style="quiet"),
    Column("Place", "place"),
)
EVERY: Final = (
    Column("Place", "place"),
    Column("Sentence", "words", wide=True),
    Column("Statements", "ids", style="quiet"),
)
SHOWN_PER_PARAGRAPH: Final = 6


def coverage_answer(
    m: ArgumentMap, article: Article, found: Coverage, minimum: float | None, *, every: bool = False
) -> Answer:
    """Answer with the share mapped, the paragraphs, and the sentences left out with their cues.

    Args:
        m: The map.
        article: The source.
        found: The one held against the other.
        minimum: The share, in [0, 1], below which the answer is no; None when anything will do.
        every: Whether to list all sentences, each with its place and what stands on it.
    """
    enough = minimum is None or found.share >= minimum
    sections: list[Section] = [Heading(_title(article, found))]
    if found.astray:
        sections.append(Paragraph(f"Not found in the source: {', '.join(found.astray)}."))
    if not enough and minimum is not None:
        sections.append(Paragraph(f"That is less than the {share(minimum)} asked for."))
    listed = found.sentences if every else found.unmapped
    sections += _every(article, found) if every else _left_out(article, found)
    return Answer(
        sections,
        lambda: (_record(article, each) for each in listed),
        found=enough,
        head={
            "share": round(found.share, 4),
            "sentences": len(found.counted),
            "skipped": len(found.sentences) - len(found.counted),
            "astray": list(found.astray),
            "nodes": len(m.nodes),
        },
    )


def _left_out(article: Article, found: Coverage) -> Iterator[Section]:
    """Yield the paragraphs, and the sentences on which nothing stands."""
    yield Table(PARAGRAPHS, list(_paragraphs(found)), piped=False)
    if found.unmapped:
        rows = [_row(article, each) for each in found.unmapped]
        yield Heading(f"{counted(len(rows), 'sentence')} not mapped")
        yield Table(UNMAPPED, rows)


def _every(article: Article, found: Coverage) -> Iterator[Section]:
    """Yield all sentences with their places, so that a map can be written by them."""
    rows = (
        (
            each.place,
            article.text[each.start : each.end],
            "skipped" if each.skipped else ", ".join(each.nodes),
        )
        for each in found.sentences
    )
    yield Table(EVERY, [Row(cells) for cells in rows])


def _title(article: Article, found: Coverage) -> str:
    mapped = len(found.counted) - len(found.unmapped)
    skipped = len(found.sentences) - len(found.counted)
    rest = f", {skipped} skipped" if skipped else ""
    total = counted(len(found.counted), "sentence")
    return f"{share(found.share)} of {article.name} is mapped: {mapped} of {total}{rest}"


def _paragraphs(found: Coverage) -> Iterator[Row]:
    by_paragraph: defaultdict[int, list[Sentence]] = defaultdict(list)
    for each in found.sentences:
        by_paragraph[each.paragraph].append(each)
    for number, sentences in by_paragraph.items():
        ids = list(dict.fromkeys(name for each in sentences for name in each.nodes))
        more = f" and {len(ids) - SHOWN_PER_PARAGRAPH} more" if len(ids) > SHOWN_PER_PARAGRAPH else ""
        mapped = sum(bool(each.nodes) for each in sentences)
        skipped = all(each.skipped for each in sentences)
        words = "skipped" if skipped else ", ".join(ids[:SHOWN_PER_PARAGRAPH]) + more
        yield Row((f"p{number}", str(len(sentences)), str(mapped), words or "nothing"))


def _row(article: Article, each: Sentence) -> Row:
    words = article.text[each.start : each.end]
    return Row((words, ", ".join([cue.word for cue in cues(words)]), each.place))


def _record(article: Article, each: Sentence) -> dict[str, Any]:
    words = article.text[each.start : each.end]
    return {
        "place": each.place,
        "line": article.line(each.start),
        "words": words,
        "cues": [{"word": cue.word, "family": cue.family} for cue in cues(words)],
        "nodes": list(each.nodes),
        "skipped": each.skipped,
    }
