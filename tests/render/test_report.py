"""The report of a conversion."""

from argmap.findings import Finding
from argmap.losses import Loss
from argmap.render.report import MOST_FINDINGS, Report, report_item, report_lines

READ = (Loss("kept beside", "locutions", 1200), Loss("approximated", "ids", 2, "made anew"))
WRITTEN = (Loss("dropped", "tags", 3), Loss("dropped", "notes", 1))
FINDING = Finding("X102", "warning", "a", "this bears on itself", line=2, column=7)


def test_a_report_has_a_line_for_each_fate_and_side() -> None:
    assert list(report_lines(Report("m.json", "csv", READ, WRITTEN, [FINDING]))) == [
        "m.json:2:7: warning X102 a: this bears on itself",
        "reading m.json: kept beside: locutions (1,200)",
        "reading m.json: approximated: ids (2, made anew)",
        "writing csv: dropped: tags (3); notes (1)",
    ]


def test_nothing_lost_is_nothing_said() -> None:
    assert list(report_lines(Report("m.json", "yaml"))) == []


def test_very_many_findings_are_cut_and_counted() -> None:
    lines = list(report_lines(Report("m", "yaml", findings=[FINDING] * (MOST_FINDINGS + 3))))
    assert len(lines) == MOST_FINDINGS + 1
    assert lines[-1] == "m: … 3 more findings"


def test_a_program_is_told_all_of_it() -> None:
    item = report_item(Report("m", "csv", READ, WRITTEN, [FINDING]))
    assert item["losses"] == [
        {"when": "reading", "fate": "kept beside", "feature": "locutions", "count": 1200},
        {"when": "reading", "fate": "approximated", "feature": "ids", "count": 2, "how": "made anew"},
        {"when": "writing", "fate": "dropped", "feature": "tags", "count": 3},
        {"when": "writing", "fate": "dropped", "feature": "notes", "count": 1},
    ]
    assert item["findings"] == [
        {
            "code": "X102",
            "severity": "warning",
            "where": "a",
            "message": "this bears on itself",
            "file": "m",
            "line": 2,
            "column": 7,
        }
    ]
