"""Whole outputs, to be read: `pytest --rewrite` writes them anew, and the diff shows what changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.cli.running import ROOT, on_terminal, process

GOLDEN = ROOT / "tests" / "golden"
ASCII = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
DRIFT = "tests/maps/drift/pool.argmap.yaml"
QUIET = ["-q", "-m"]


@dataclass(frozen=True)
class Case:
    """A run whose output is kept.

    Attributes:
        name: Of the file.
        line: What is typed after `argmap -m MAP`.
        columns: Of the terminal; none in a pipe.
        map: The map.
        env: What is different in the environment.
        code: How it ends.
    """

    name: str
    line: str
    columns: int = 0
    map: str = "riverton"
    env: tuple[tuple[str, str], ...] = ()
    code: int = 0


def in_every_way(name: str, line: str, code: int = 0) -> list[Case]:
    """A command on terminals of 80 and 120 columns, in a pipe and aloud."""
    return [
        Case(f"{name}.80", line, 80, code=code),
        Case(f"{name}.120", line, 120, code=code),
        Case(f"{name}.pipe", line, code=code),
        Case(f"{name}.plain", f"{line} --plain".strip(), code=code),
    ]


CASES = [
    *in_every_way("show", "show"),
    *in_every_way("show-gains", "show gains"),
    *in_every_way("show-costs-quotes", "show costs --quotes"),
    *in_every_way("show-all-columns", "show all --columns text,holder,amount,unit,sure,id --sort sure --limit 6"),
    *in_every_way("show-objections", "show objections"),
    *in_every_way("show-gaps", "show gaps"),
    *in_every_way("show-sources", "show sources"),
    *in_every_way("show-node", "show fifth"),
    *in_every_way("show-depth", "show --depth 2"),
    *in_every_way("trace", "trace health"),
    *in_every_way("trace-quotes", "trace air --quotes"),
    *in_every_way("trace-to", "trace petrol --to thesis"),
    *in_every_way("find", "find asthma"),
    *in_every_way("find-nothing", "find xyzzy", 1),
    *in_every_way("stats", "stats"),
    *in_every_way("formats", "formats"),
    *in_every_way("formats-dot", "formats dot"),
    *in_every_way("formats-matrix", "formats --matrix"),
    *in_every_way("coverage", "coverage"),
    *in_every_way("report", "report"),
    *in_every_way("anchor", "anchor"),
    *in_every_way("check", "check --ignore A202"),
    *in_every_way("check-statistics", "check --statistics"),
    *(Case(f"check.{style}", f"check --select A203 --format {style}") for style in ("json", "github")),
    Case("help-code.pipe", "help A203"),
    Case("help-codes.pipe", "help A4"),
    Case("help-checks.pipe", "help checks"),
    Case("check-help.pipe", "check --help"),
    *(replace(case, map=DRIFT) for case in in_every_way("anchor-drift", "anchor", 1)),
    Case("anchor-drift.json", "anchor --json", map=DRIFT, code=1),
    Case("export-annotations.pipe", "export annotations"),
    *in_every_way("coverage-all", "coverage --all"),
    *(replace(case, map="tests/maps/comparison/second.argmap.yaml") for case in in_every_way("diff", "diff tests/maps/comparison/first.argmap.yaml --eval", 1)),
    *(Case(f"diff.{form}", f"diff tests/maps/comparison/first.argmap.yaml --format {form}", map="tests/maps/comparison/second.argmap.yaml", code=1) for form in ("json", "html")),
    Case("diff.colour.80", "diff tests/maps/comparison/first.argmap.yaml", 80, map="tests/maps/comparison/second.argmap.yaml", env=(("COLORTERM", ""),), code=1),
    Case("diff-help.pipe", "diff --help"),
    Case("help-comparing.pipe", "help comparing"),
    *in_every_way("eval", "eval --limit 12"),
    *in_every_way("explain", "explain charge --weakest"),
    *in_every_way("explain-quotes", "explain health --quotes --depth 2"),
    *in_every_way("whatif", "whatif --drop lindhaven --set outwalk=0.4 --watch charge", 1),
    *in_every_way("weigh", "weigh"),
    *in_every_way("sensitivity", "sensitivity charge --by shapley --of links --limit 6"),
    Case("sensitivity.json", "sensitivity fifth --json"),
    *in_every_way("show-standing", "show gains --standing"),
    *(Case(f"{name}.json", f"{line} --json") for name, line in (("eval", "eval --where kind=gain"), ("explain", "explain unfair"), ("weigh", "weigh"))),
    Case("eval.csv", "eval --where kind=gain --csv"),
    Case("eval.40", "eval --where kind=gain", 40),
    Case("eval.colour.80", "eval --where kind=gain", 80, env=(("COLORTERM", ""),)),
    Case("eval.ascii", "eval --limit 5 --plain", env=tuple(ASCII.items())),
    Case("help-weighing.pipe", "help weighing"),
    Case("help-whatif.pipe", "whatif --help"),
    Case("builtin-eval.80", "eval --sort -strength --limit 12", 80, map="china-russia"),
    Case("builtin-explain.80", "explain greater-eurasia", 80, map="china-russia"),
    Case("builtin-weigh.80", "weigh", 80, map="china-russia"),
    *(Case(f"{name}.json", f"{line} --json") for name, line in (("show-gains", "show gains"), ("trace", "trace air"), ("stats", "stats"), ("show-objections", "show objections"), ("trace-to", "trace petrol --to air"))),
    *(Case(f"{name}.csv", f"{line} --csv") for name, line in (("show-gains", "show gains"), ("show-objections", "show objections"))),
    Case("show-gains.jsonl", "show gains --jsonl"),
    Case("show.40", "show --depth 3", 40),
    Case("trace.20", "trace air", 20),
    Case("show-gains.40", "show gains", 40),
    Case("show.ascii", "show", env=tuple(ASCII.items())),
    Case("show-gains.ascii.80", "show gains", 80, env=tuple(ASCII.items())),
    Case("show-gains.colour.80", "show gains", 80, env=(("COLORTERM", ""),)),
    Case("trace.colour.80", "trace air", 80, env=(("COLORTERM", ""),)),
    Case("export-mermaid.pipe", "export mermaid"),
    Case("export-dot.pipe", "export dot"),
    Case("export-dot-print.pipe", "export dot --theme print --direction bt --from fifth --depth 2"),
    Case("report-html.pipe", "report --format html"),
    Case("builtin-report.pipe", "report", map="china-russia"),
    Case("help-report.pipe", "report --help"),
    Case("new.pipe", "new data/riverton.txt -o -"),
    Case("new-places.pipe", "new data/riverton.txt --places -o -"),
    Case("help.pipe", "--help"),
    Case("help-show.pipe", "show --help"),
    Case("help-trace.80", "trace --help", 80),
    Case("help-export.pipe", "export --help"),
    Case("help-where.pipe", "help where"),
    Case("help-view.pipe", "view --help"),
    Case("help-new.pipe", "new --help"),
    Case("help-drafts.pipe", "help drafts"),
    Case("builtin-gains.80", "show gains --holder Russia", 80, map="china-russia"),
    Case("builtin-gains.120", "show gains --holder Russia", 120, map="china-russia"),
    Case("builtin-gains.pipe", "show gains", map="china-russia"),
    Case("builtin-trace.80", "trace claim --depth 4", 80, map="china-russia"),
    Case("builtin-trace.pipe", "trace claim", map="china-russia"),
    Case("builtin-stats.80", "stats", 80, map="china-russia"),
]  # fmt: skip


def output(case: Case) -> str:
    env = dict(case.env)
    line: Sequence[str] = ["-q", "-m", case.map, *case.line.split()]
    if case.columns:
        look = {} if "colour" in case.name else {"NO_COLOR": "1"}
        done = on_terminal(*line, columns=case.columns, env={**look, **env})
    else:
        done = process(*line, env=env)
    assert done.err == ""
    assert done.code == case.code
    return f"$ argmap {' '.join(line[1:])}\n{done.out}".replace("\x1b", "␛")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_output_is_the_one_that_was_read(case: Case, rewrite: bool) -> None:
    path = GOLDEN / f"{case.name}.txt"
    found = output(case)
    if rewrite:
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), "no such output was read yet: run pytest --rewrite, and read it"
    assert found == path.read_text(encoding="utf-8")


def test_every_output_that_is_kept_is_one_that_is_tested() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {case.name for case in CASES}
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.[0-9]*.txt")), ids=lambda path: path.stem)
def test_no_output_for_a_terminal_is_wider_than_it(path: Path) -> None:
    from rich.cells import cell_len

    if "ascii" in path.stem:
        pytest.skip("signs that the encoding lacks take more cells than they should")
    columns = int(path.stem.rpartition(".")[2])
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        bare = re.sub("␛\\[[0-9;]*m", "", line)
        assert bare.startswith("Next: ") or cell_len(bare) <= columns
        assert bare == bare.rstrip() or "␛" in line
