"""What the checks found, for people and programs; and the explanation of a single check."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from argmap.checks.inspecting import Inspection
from argmap.checks.placing import Placed
from argmap.checks.table import CHECKS
from argmap.findings import Severity
from argmap.render.sections import Answer, Column, Heading, Paragraph, Row, Section, Style, Table, counted

STYLES: Final[dict[Severity, Style]] = {"error": "strong", "warning": "plain", "advice": "quiet"}
COLUMNS: Final = (
    Column("Count", "count", number=True),
    Column("Code", "code"),
    Column("Severity", "severity"),
    Column("What it finds", "about", wide=True),
)


class Wish(NamedTuple):
    """How an answer is wanted.

    Attributes:
        strict: Whether warnings fail, too.
        exit_zero: Whether nothing fails.
        statistics: Whether findings are only counted.
    """

    strict: bool = False
    exit_zero: bool = False
    statistics: bool = False


def fails(found: Sequence[Inspection], wish: Wish) -> bool:
    """Tell whether what was found makes the answer a no."""
    grave = {"error", "warning"} if wish.strict else {"error"}
    severities = {each.finding.severity for one in found for each in one.found}
    return bool(grave & severities) and not wish.exit_zero


def check_answer(found: Sequence[Inspection], wish: Wish, *, whole: bool = True) -> Answer:
    """Answer with what was found in each map, line by line, and what it comes to.

    Args:
        found: The maps, inspected.
        wish: How the answer is wanted.
        whole: Whether every map could be read; where one could not, that decides.
    """
    told = [(one, each) for one in found for each in one.found]
    counts = Counter(each.finding.code for _, each in told)
    summary = _summary(found, [each for _, each in told])
    sections: list[Section] = (
        [*_counted(counts), Paragraph(summary)]
        if wish.statistics
        else [*(_line(one.name, each) for one, each in told), Paragraph(summary)]
    )
    return Answer(
        sections if found else [],
        lambda: _count_items(counts) if wish.statistics else (_item(one, each) for one, each in told),
        found=not (whole and fails(found, wish)),
        head={"files": len(found), "suppressed": sum(one.suppressed for one in found)},
    )


def _line(name: str, each: Placed) -> Paragraph:
    finding = each.finding
    place = ":".join([finding.file or name, *(str(number) for number in each[:2] if number)])
    where = f"{finding.where}: " if finding.where and "." not in finding.where else ""  # a link tells itself
    words = f"{place}: {finding.severity} {finding.code} {where}{finding.message}"
    return Paragraph(words, STYLES[finding.severity])


def _summary(found: Sequence[Inspection], told: Sequence[Placed]) -> str:
    severities = Counter(each.finding.severity for each in told)
    parts = [
        counted(severities["error"], "error") if severities["error"] else "",
        counted(severities["warning"], "warning") if severities["warning"] else "",
        counted(severities["advice"], "piece", "pieces") + " of advice" if severities["advice"] else "",
    ]
    nodes, links = sum(one.nodes for one in found), sum(one.links for one in found)
    size = f"{counted(nodes, 'node')}, {counted(links, 'link')}"
    suppressed = sum(one.suppressed for one in found)
    kept = f", {suppressed:,} ignored by comments" if suppressed else ""
    words = ", ".join(part for part in parts if part) or "nothing found"
    first = next((each.finding.code for each in told), "")
    tip = f" argmap help {first} explains." if first else ""
    return f"{words}{kept} in {counted(len(found), 'file')} ({size}).{tip}"


def _counted(counts: Counter[str]) -> Iterator[Section]:
    cells = [tuple(str(each[column.key]) for column in COLUMNS) for each in _count_items(counts)]
    if cells:
        yield Heading("How often each is found")
        yield Table(COLUMNS, [Row(each) for each in cells])


def _count_items(counts: Counter[str]) -> Iterator[dict[str, Any]]:
    for row in sorted(CHECKS, key=lambda row: -counts[row.code]):
        if counts[row.code]:
            yield {
                "code": row.code,
                "name": row.name,
                "severity": row.severity,
                "about": row.about,
                "count": counts[row.code],
            }


def _item(one: Inspection, each: Placed) -> dict[str, Any]:
    finding = each.finding
    return {
        "code": finding.code,
        "severity": finding.severity,
        "where": finding.where,
        "message": finding.message,
        "file": finding.file or one.name,
        "line": each.line,
        "column": each.column,
    }
