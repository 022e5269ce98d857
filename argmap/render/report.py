"""What a conversion could not carry, told per feature and count: for people and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from argmap.findings import Finding
from argmap.losses import FATES, Loss

MOST_FINDINGS: Final = 60


class Part(NamedTuple):
    """How much of a map was asked for.

    Attributes:
        nodes: Nodes of the part.
        links: Its links.
        of_nodes: Nodes of the map.
        of_links: Its links.
    """

    nodes: int
    links: int
    of_nodes: int
    of_links: int


class Report(NamedTuple):
    """What became of a file on its way into another format.

    Attributes:
        name: What messages call the file.
        to: The format it was written in.
        read: What the map does not say of the file.
        written: What the format does not carry of the map.
        findings: What is malformed in the file and was read all the same.
        part: How much of the map was asked for, where that was not all of it; what is left out so
            counts as no loss.
    """

    name: str
    to: str
    read: Sequence[Loss] = ()
    written: Sequence[Loss] = ()
    findings: Sequence[Finding] = ()
    part: Part | None = None


def report_lines(report: Report) -> Iterator[str]:
    """Yield the report in words: findings, then a line for each fate."""
    for finding in report.findings[:MOST_FINDINGS]:
        yield finding.worded(report.name)
    if more := len(report.findings[MOST_FINDINGS:]):
        yield f"{report.name}: … {more} more findings"
    if report.part is not None:
        nodes, links, of_nodes, of_links = report.part
        yield (
            f"writing {report.to}: a part, as asked: {nodes:,} of {of_nodes:,} nodes, "
            f"{links:,} of {of_links:,} links"
        )
    for what, losses in ((f"reading {report.name}", report.read), (f"writing {report.to}", report.written)):
        for fate in FATES:
            if said := "; ".join(_worded(loss) for loss in losses if loss.fate == fate):
                yield f"{what}: {fate}: {said}"


def _worded(loss: Loss) -> str:
    how = f", {loss.how}" if loss.how else ""
    return f"{loss.feature} ({loss.count:,}{how})"


def report_item(report: Report) -> dict[str, Any]:
    """Return the report as a JSON value."""
    return {
        "argmap": 1,
        "map": report.name,
        "to": report.to,
        **({"part": report.part._asdict()} if report.part is not None else {}),
        "losses": [*_items("reading", report.read), *_items("writing", report.written)],
        "findings": [
            {
                "code": each.code,
                "severity": each.severity,
                "where": each.where,
                "message": each.message,
                "file": each.file or report.name,
                "line": each.line,
                "column": each.column,
            }
            for each in report.findings
        ],
    }


def _items(when: str, losses: Sequence[Loss]) -> Iterator[dict[str, Any]]:
    for loss in losses:
        how = {"how": loss.how} if loss.how else {}
        yield {"when": when, "fate": loss.fate, "feature": loss.feature, "count": loss.count, **how}
