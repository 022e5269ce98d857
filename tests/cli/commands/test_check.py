"""`argmap check`: places, forms, exit codes, suppressions, several maps, and maps that cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from argmap.checks.table import CHECKS
from tests.checks.trying import article_of, lock_of, map_in
from tests.cli.running import ROOT, STEERING, ran

MAP = """\
argmap: 1
thesis: open
nodes:
  open:
    kind: claim
    text: The bridge should open
    because:
      - [safe, needed]
      - {from: trade, unless: [rain]}
    but: [noise]
  safe: {kind: evidence, text: It held twice its load}
  needed: {kind: evidence, text: Boats take an hour}
  trade: {kind: gain, text: Shops sell more, given: true, nature: tangible}
  rain: {kind: evidence, text: Nobody shops in the rain}
  noise: {kind: evidence, text: "Is it loud?"}
"""
RING = """\
argmap: 1
nodes:
  safe: {kind: claim, text: The bridge is safe, because: [tested]}
  tested: {kind: claim, text: The tests can be trusted, because: [safe]}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.argmap.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "ring.argmap.yaml").write_text(RING, encoding="utf-8")
    return tmp_path


def items(*arguments: str) -> list[Any]:
    return list(json.loads(ran("check", *arguments, "--json").out)["items"])


def codes(text: str, *arguments: str) -> list[str]:
    done = ran("check", "-", "--json", *arguments, typed=text)
    return [item["code"] for item in json.loads(done.out)["items"]]


@pytest.mark.usefixtures("here")
class TestFindings:
    def test_each_stands_on_a_line_with_its_place_and_the_last_line_sums_up(self) -> None:
        done = ran("check", "bridge.argmap.yaml")
        assert done.code == 0
        assert done.lines == [
            "bridge.argmap.yaml:9:32: warning A203 objection rain to the step to open has no answer",
            "bridge.argmap.yaml:10:11: warning A203 objection noise to open has no answer",
            "bridge.argmap.yaml:13:3: warning A401 trade: nobody has this gain",
            "bridge.argmap.yaml:15:33: warning A503 noise: a question can be neither true nor false: state what is claimed",
            "4 warnings in 1 file (6 nodes, 4 links). argmap help A203 explains.",
        ]

    def test_an_error_ends_with_one_and_a_warning_only_when_it_is_strict(self) -> None:
        assert ran("check", "ring.argmap.yaml").code == 1
        assert ran("check", "ring.argmap.yaml", "--exit-zero").code == 0
        assert ran("check", "bridge.argmap.yaml").code == 0
        assert ran("check", "bridge.argmap.yaml", "--strict").code == 1
        assert ran("check", "bridge.argmap.yaml", "--strict", "--ignore", "A2,A4,A503").code == 0
        for form in ("github", "sarif", "json"):
            assert ran("check", "ring.argmap.yaml", "--format", form).code == 1

    def test_nothing_found_is_said(self) -> None:
        done = ran("check", "bridge.argmap.yaml", "--select", "A1")
        assert (done.code, done.lines) == (0, ["nothing found in 1 file (6 nodes, 4 links)."])

    def test_checks_are_selected_by_code_by_beginning_and_by_name(self) -> None:
        def found(*words: str) -> set[str]:
            return {item["code"] for item in items("bridge.argmap.yaml", *words)}

        assert found("--select", "A203") == {"A203"}
        assert found("--select", "a4", "--select", "question") == {"A401", "A503"}
        assert found("--select", "A2,A4", "--ignore", "no-holder") == {"A203"}

    @pytest.mark.parametrize(
        ("option", "word"), [("--select", "A20x"), ("--ignore", "questoin"), ("--select", "A203,,A20x")]
    )
    def test_an_unknown_check_is_refused(self, option: str, word: str) -> None:
        done = ran("check", "bridge.argmap.yaml", option, word)
        assert (done.code, done.out) == (2, "")
        assert "there is no check" in done.err
        assert "hint: " in done.err

    def test_a_comma_too_many_is_no_matter(self) -> None:
        assert {item["code"] for item in items("bridge.argmap.yaml", "--select", ", A203,")} == {"A203"}

    def test_statistics_count_by_check(self) -> None:
        assert (
            ran("check", "bridge.argmap.yaml", "--statistics").lines[0]
            == "2\tA203\twarning\tnothing answers an objection"
        )
        first = items("bridge.argmap.yaml", "--statistics")[0]
        assert (first["code"], first["count"]) == ("A203", 2)

    def test_json_has_the_same_places(self, here: Path) -> None:
        (here / "bridge.argmap.json").write_text(ran("export", "json", "-m", "bridge.argmap.yaml").out)
        places = {(each["where"], each["line"], each["column"]) for each in items("bridge.argmap.json")}
        assert {where for where, _, _ in places} == {each["where"] for each in items("bridge.argmap.yaml")}
        assert all(line > 1 and column > 0 for _, line, column in places)

    def test_another_format_gives_the_file_only(self, here: Path) -> None:
        (here / "bridge.graphml").write_text(ran("export", "graphml", "-m", "bridge.argmap.yaml").out)
        assert ran("check", "bridge.graphml").lines[0].startswith("bridge.graphml: warning A203 ")

    def test_the_article_and_the_lock_beside_the_map_are_held_against_it(self, here: Path) -> None:
        nodes = "nodes:\n  safe: {kind: evidence, text: Nothing can happen, quote: The bridge is safe now}\n"
        (here / "a.argmap.yaml").write_text(f"argmap: 1\nsource: {{file: a.txt}}\n{nodes}")
        (here / "a.txt").write_text("The bridge is safe now.\n")
        assert ran("anchor", "a.argmap.yaml").code == 0
        (here / "a.txt").write_text("The bridge was closed.\n")
        done = ran("check", "a.argmap.yaml")
        assert done.code == 1
        assert "a.argmap.yaml:4:3: error A307 safe: the quote is no longer in a.txt" in done.out

    def test_a_source_outside_the_folder_is_not_opened_and_the_rest_is_checked(self, here: Path) -> None:
        (here / "bridge.argmap.yaml").write_text(
            MAP.replace("thesis:", "source: {file: ../secret.txt}\nthesis:")
        )
        done = ran("check", "bridge.argmap.yaml", "--select", "A4")
        assert done.code == 0
        assert "outside the map's folder" in done.err
        assert "A401" in done.out


@pytest.mark.usefixtures("here")
class TestSeveralMaps:
    def test_all_are_checked_and_told_by_their_names(self) -> None:
        done = ran("check", "ring.argmap.yaml", "bridge.argmap.yaml", "--select", "A101,A4")
        assert done.code == 1
        assert [line.partition(":")[0] for line in done.lines[:2]] == [
            "ring.argmap.yaml",
            "bridge.argmap.yaml",
        ]
        assert done.lines[-1].startswith("1 error, 1 warning in 2 files (8 nodes, 6 links)")

    def test_a_broken_one_is_told_and_stops_no_other(self, here: Path) -> None:
        (here / "broken.yaml").write_text("argmap: 1\nnodes: {a-b: {kind: clam, text: x}}\n")
        done = ran("check", "broken.yaml", "nowhere.yaml", "bridge.argmap.yaml", "--select", "A4")
        assert done.code == 2
        assert "broken.yaml:2:21: kind is claim" in done.err
        assert "nowhere.yaml: there is no such file" in done.err
        assert "A401" in done.out

    def test_a_broken_one_is_an_annotation_too(self, here: Path) -> None:
        (here / "broken.yaml").write_text("argmap: 1\nnodes: {a-b: {kind: clam, text: x}}\n")
        done = ran("check", "broken.yaml", "--format", "github")
        assert done.code == 2
        assert done.out.startswith(
            "::error file=broken.yaml,line=2,col=21,title=cannot be read::kind is claim"
        )
        log = json.loads(ran("check", "broken.yaml", "--format", "sarif").out)
        (invocation,) = log["runs"][0]["invocations"]
        assert not invocation["executionSuccessful"]
        assert len(invocation["toolExecutionNotifications"]) == 1

    def test_none_is_written_over(self) -> None:
        done = ran("check", "ring.argmap.yaml", "bridge.argmap.yaml", "-o", "bridge.argmap.yaml")
        assert done.code == 2
        assert Path("bridge.argmap.yaml").read_text(encoding="utf-8") == MAP


class TestSuppression:
    def test_a_comment_keeps_what_its_line_has(self) -> None:
        text = MAP.replace("but: [noise]", "but: [noise]  # argmap: ignore A203: nobody has answered")
        assert codes(MAP) == ["A203", "A203", "A401", "A503"]
        assert codes(text) == ["A203", "A401", "A503"]

    def test_on_the_line_that_opens_a_node_it_means_the_node(self) -> None:
        assert codes(MAP.replace("  open:\n", "  open:  # argmap: ignore A203\n")) == ["A401", "A503"]

    def test_alone_on_its_line_it_means_the_next_line_that_says_something(self) -> None:
        text = MAP.replace("  trade: {", "  # argmap: ignore no-holder\n  # (not yet)\n\n  trade: {")
        assert codes(text) == ["A203", "A203", "A503"]

    def test_for_the_whole_map_it_may_stand_anywhere(self) -> None:
        assert codes(MAP + "# argmap: ignore-map A2, A401\n") == ["A503"]
        assert codes("# argmap: ignore-map A2 A401\n" + MAP) == ["A503"]

    @pytest.mark.parametrize("mark", ["#argmap:ignore-map", "# Argmap: Ignore-Map", "#  argmap:  ignore-map"])
    def test_it_may_be_spelt_with_other_spaces_and_capitals(self, mark: str) -> None:
        assert codes(f"{MAP}{mark} A2, A401\n") == ["A503"]

    def test_what_only_looks_like_a_comment_is_none(self) -> None:
        text = MAP.replace("Is it loud?", "Is it loud # argmap: ignore-map A2?")
        assert codes(text) == ["A203", "A203", "A401", "A503"]
        note = "    note: |\n      # argmap: ignore-map A2\n"
        assert codes(MAP.replace("    text: The bridge", note + "    text: The bridge")) == codes(MAP)

    def test_an_unknown_code_and_one_that_ignores_nothing_are_told_where_they_stand(self) -> None:
        done = ran("check", "-", typed=MAP + "# argmap: ignore-map A20x, A502\n# argmap: ignore-map\n")
        told = [line for line in done.lines if "A60" in line]
        assert told == [
            "standard input:16:1: warning A607 there is no check A20x; did you mean A208?",
            "standard input:16:1: warning A608 A502 is not found here, and need not be ignored",
            "standard input:17:1: warning A607 name the codes that are to be ignored",
        ]

    def test_what_was_not_looked_for_is_not_called_needless(self) -> None:
        assert codes(MAP + "# argmap: ignore-map A301, A503\n", "--select", "A4,A6") == ["A401"]

    def test_json_has_no_comments(self) -> None:
        text = '{"argmap": 1, "nodes": {"a-b": {"kind": "claim", "text": "# argmap: ignore-map A201"}}}'
        assert codes(text) == ["A201"]

    @pytest.mark.parametrize("row", [row for row in CHECKS if row.needs == "text"], ids=lambda row: row.code)
    def test_the_examples_of_comments_are_true(self, row: Any) -> None:
        assert row.code in codes("argmap: 1\n" + row.bad.text)
        assert row.code not in codes("argmap: 1\n" + row.good.text)


class TestAnnotations:
    def test_what_would_end_a_command_of_github_is_escaped(self) -> None:
        text = 'argmap: 1\nnodes:\n  a-b: {kind: claim, by: "100%\\n::error::x\\r", text: It rains}\n'
        done = ran("check", "-", "--format", "github", "--select", "A202", typed=text)
        assert done.out.count("\n") == 1
        assert "100%25%0A::error::x" in done.out
        assert "file=standard input,line=3,col=3,title=A202 word-alone::" in done.out

    def test_a_name_with_signs_of_the_syntax_is_escaped(self, here: Path) -> None:
        (here / "a:b,c%.argmap.yaml").write_text(MAP)
        done = ran("check", "a:b,c%.argmap.yaml", "--format", "github", "--select", "A401")
        assert "file=a%3Ab%2Cc%25.argmap.yaml," in done.out
        log = json.loads(ran("check", "a:b,c%.argmap.yaml", "--format", "sarif", "--select", "A401").out)
        (result,) = log["runs"][0]["results"]
        assert (
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            == "a%3Ab%2Cc%25.argmap.yaml"
        )

    def test_sarif_names_rule_level_and_region(self) -> None:
        (run,) = json.loads(ran("check", "-", "--format", "sarif", typed=RING).out)["runs"]
        (result,) = run["results"]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert (result["ruleId"], result["level"], rule["id"]) == ("A101", "error", "A101")
        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 3}
        assert [each["id"] for each in run["tool"]["driver"]["rules"]] == [row.code for row in CHECKS]

    @pytest.mark.parametrize("name", ["riverton", "china-russia", "-", "nowhere.yaml"])
    def test_sarif_is_what_its_schema_asks_for(self, name: str) -> None:
        """The schema is SARIF's own (2.1.0-rtm.5), as Microsoft gives it out under the MIT licence, less its prose."""
        schema = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
        log = json.loads(ran("check", name, "--format", "sarif", typed=TestHostile.TEXT).out)
        validator = Draft4Validator(schema)
        assert list(validator.iter_errors(log)) == []
        log["runs"][0]["columnKind"] = "bytes"
        assert len(list(validator.iter_errors(log))) == 1

    @pytest.mark.parametrize("form", ["github", "sarif"])
    def test_forms_that_exclude_each_other_are_refused(self, form: str) -> None:
        assert ran("check", "riverton", "--format", form, "--json").code == 2
        assert ran("check", "riverton", "--format", form, "--statistics").code == 2


class TestHostile:
    TEXT = 'argmap: 1\nnodes:\n  a-b: {kind: gain, text: "\\e[31m \\u202e [red] %0A ?", by: "\\e]8;;x\\a", tags: ["\\e[2J"]}\n  c-d: {kind: claim, text: x}\n  e-f: {kind: claim, text: y}\n'

    @pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
    @pytest.mark.parametrize("more", [[], ["--plain"], ["--color", "always"]], ids=str)
    def test_no_steering_sign_reaches_a_stream(self, form: str, more: list[str]) -> None:
        done = ran(
            "check", "-", "--format", form, *more, typed=self.TEXT, env={"NO_COLOR": "1"} if not more else {}
        )
        assert done.out
        bare = done.out.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "")
        assert not STEERING & set(bare) - {"\x1b"}
        assert "\x1b[31m" not in bare
        assert "\x1b]" not in bare

    def test_a_map_without_nodes_has_nothing_to_be_found(self) -> None:
        done = ran("check", "-", typed="argmap: 1\n")
        assert (done.code, done.lines) == (0, ["nothing found in 1 file (0 nodes, 0 links)."])


class TestHelp:
    @pytest.mark.parametrize("row", CHECKS, ids=lambda row: row.code)
    def test_each_code_is_explained_with_its_examples(self, row: Any) -> None:
        done = ran("help", row.code)
        assert done.code == 0
        assert done.lines[0] == f"{row.code} {row.name} ({row.severity}, {row.family})"
        assert all(
            f"  | {line}".rstrip() in done.lines for line in (row.bad.text + row.good.text).splitlines()
        )

    def test_a_name_and_the_beginning_of_codes_will_do(self) -> None:
        assert ran("help", "flat-star").out == ran("help", "a205").out
        assert len(ran("help", "A1").lines) == 5
        assert ran("help", "A9").code == 2


def test_the_examples_are_held_against_their_own_articles() -> None:
    assert lock_of("nodes: {a-b: {kind: claim, text: x, at: p1}}", "One.\n").entries
    assert article_of("x").sha256
    assert map_in("nodes: {}").nodes == ()
    assert (ROOT / ".pre-commit-hooks.yaml").is_file()
