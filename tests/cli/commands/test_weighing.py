"""`eval`, `explain`, `sensitivity`, `whatif`, `weigh` and `show --standing`: answers, exit codes, and bad requests."""

import json
from pathlib import Path

import pytest

from argmap import ArgumentMap, dump
from argmap.evaluation.standards import STANDARDS
from tests.cli.running import ran
from tests.drawing import drawn


def saved(tmp_path: Path, m: ArgumentMap) -> Path:
    path = tmp_path / "m.argmap.json"
    dump(m, path)
    return path


def test_eval_puts_the_thesis_first_and_gives_programs_id_label_and_strength() -> None:
    answer = json.loads(ran("-m", "riverton", "eval", "--json").out)
    first = answer["items"][0]
    assert (first["id"], first["label"], first["strength"]) == ("charge", "stands", 0.7184)
    assert (answer["semantics"], answer["standard"]) == ("df-quad", "dialectical")
    assert len(answer["items"]) == 40
    assert {each["label"] for each in answer["items"]} == {"stands", "falls"}
    disagreeing = [each["id"] for each in answer["items"] if each["disagrees"]]
    assert disagreeing == ["balance"]


def test_eval_sorts_filters_and_limits() -> None:
    weakest = ran("-m", "riverton", "eval", "--sort", "-strength", "--jsonl").lines
    strengths = [json.loads(line)["strength"] for line in weakest]
    assert strengths == sorted(strengths)
    strongest = [
        json.loads(line)["strength"]
        for line in ran("-m", "riverton", "eval", "--sort", "strength", "--jsonl").lines
    ]
    assert strongest == sorted(strengths, reverse=True)
    verdicts = [line.split("\t")[1] for line in ran("-m", "riverton", "eval", "--sort", "verdict").lines]
    assert verdicts == sorted(verdicts, key=["stands", "undecided", "falls"].index)
    assert len(ran("-m", "riverton", "eval", "--where", "kind=gain", "--limit", "3").lines) == 3
    assert ran("-m", "riverton", "eval", "--where", "kind=gain sure<0.01").code == 1
    assert ran("-m", "riverton", "eval", "--sort", "id", "--limit", "1").lines[0].startswith("air\t")


def test_eval_says_what_was_not_tested_and_what_swings(tmp_path: Path) -> None:
    ring = saved(tmp_path, drawn("a but b", "b but a", "c because d"))
    out = ran("-m", ring, "eval", "--plain").out
    assert "Ring a, b: updated all at once its strengths swing, so it was followed as a flow" in out
    assert "Not tested, since nothing speaks against it: 2 of 4." in out
    answer = json.loads(ran("-m", ring, "eval", "--json").out)
    assert answer["rings"][0]["converged"] is True
    assert {each["id"]: each.get("swing") for each in answer["items"]}["a"] == [0.0, 1.0]
    plain = saved(tmp_path, drawn("a because b"))
    assert "No objections are recorded: strengths are not tested." in ran("-m", plain, "eval", "--plain").out


def test_an_empty_map_has_nothing_to_weigh(tmp_path: Path) -> None:
    path = saved(tmp_path, ArgumentMap())
    assert ran("-m", path, "eval").code == 1
    assert ran("-m", path, "weigh").code == 1
    assert ran("-m", path, "explain", "a").code == 2
    assert ran("-m", path, "whatif", "--drop", "a").code == 2


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler-based", "squared-df-quad", "euler-top", "mlp-based", "h-categorizer", "max-based", "card-based", "probability"])  # fmt: skip
def test_every_semantics_answers(name: str) -> None:
    done = ran("-m", "china-russia", "eval", "--semantics", name, "--json")
    assert done.code == 0
    assert all(0 <= each["strength"] <= 1 for each in json.loads(done.out)["items"])
    assert ran("-m", "riverton", "explain", "charge", "--weakest", "--semantics", name).code == 0


def test_explain_tells_the_reason_and_why_the_objections_fail() -> None:
    out = ran("-m", "riverton", "explain", "charge").out
    assert "It stands: a reason for it stands, and the objection to it does not stand." in out
    assert "The tunnel would cost the town 310 million euros — stands: it is given" in out
    item = json.loads(ran("-m", "riverton", "explain", "charge", "--json", "--weakest").out)["items"][0]
    assert item["why"] == "reason"
    assert [loss["ids"] for loss in item["weakest"]["losses"]] == [["lindhaven"], ["similar"], ["stayed"]]


def test_explain_shows_passages_where_asked() -> None:
    assert "“asthma admissions are 8 per cent lower" not in ran("-m", "riverton", "explain", "air").out
    assert "“" in ran("-m", "riverton", "explain", "air", "--quotes").out


def test_explain_names_the_ring() -> None:
    out = ran("-m", "china-russia", "explain", "greater-eurasia").out
    assert "It is undecided: it hangs on a ring that nothing settles." in out
    assert "left-out-of-bri → yamal-in-bri → left-out-of-bri" in out


def test_explain_promises_nothing_of_a_ring_that_is_not_so(tmp_path: Path) -> None:
    two = saved(tmp_path, drawn("t because a + c", "a but b", "b but a", "c but d", "d but c"))
    out = ran("-m", two, "explain", "t", "--plain").out
    assert "The ring: a → b → a, each hanging on the next.\n" in out
    assert ran("-m", two, "whatif", "--drop", "b", "--watch", "t").code == 0, "the other ring is still there"


@pytest.mark.parametrize("name", [row.name for row in STANDARDS[1:]])
def test_every_standard_says_by_itself_when_a_claim_stands(name: str) -> None:
    for line in (["eval"], ["explain", "charge"]):
        said = " ".join(ran("-m", "riverton", *line, "--standard", name, "--plain").out.split())
        assert "a claim stands when " in said
        assert name in said
        assert "when the same" not in said


def test_a_watched_node_that_is_itself_dropped_has_changed() -> None:
    done = ran("-m", "riverton", "whatif", "--drop", "charge", "--watch", "charge", "--plain")
    assert done.code == 1
    assert "Watched, and changed: charge." in done.out
    assert "1 conclusion changes its label" in done.out
    assert "Of 40 nodes, 1 was weighed again." in done.out


def test_what_is_unknown_is_told_with_what_there_is() -> None:
    assert "there are df-quad," in ran("-m", "riverton", "eval", "--semantics", "xyz").err
    assert "there are dialectical," in ran("-m", "riverton", "weigh", "--standard", "xyz").err


def test_the_slightest_doubt_is_called_so(tmp_path: Path) -> None:
    ring = saved(tmp_path, drawn("a but c", "b but a", "c but b"))
    said = ran("-m", ring, "explain", "a", "--weakest", "--plain").out
    assert "Its strength drops below one half as soon as b falls from 100% at all." in said


def test_whatif_tells_what_changes_and_a_watched_node_decides_the_exit_code() -> None:
    done = ran("-m", "riverton", "whatif", "--drop", "lindhaven", "--watch", "charge")
    assert done.code == 1
    assert done.lines[0].startswith("charge\tstands\tfalls\t0.718\t0.000\t")
    assert ran("-m", "riverton", "whatif", "--drop", "lindhaven", "--watch", "tunnel").code == 0
    assert ran("-m", "riverton", "whatif", "--drop", "lindhaven").code == 0
    answer = json.loads(
        ran("-m", "riverton", "whatif", "--set", "similar=0.3", "--watch", "charge", "--json").out
    )
    assert answer["items"][0] == {
        "id": "charge", "label": "stands", "strength": 0.3, "watched": True,
        "before": {"label": "stands", "strength": 0.7184},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["whatif"], "nothing is to change"),
        (["whatif", "--drop", "zzz"], "there is no id zzz"),
        (["whatif", "--set", "similar=2"], "a number from 0 to 1, not to 2"),
        (["whatif", "--set", "similar=0.1", "--set", "similar=0.2"], "similar is set to 0.1 and to 0.2"),
        (["whatif", "--set", "charge=0.3"], "charge is not given but argued for"),
        (["whatif", "--add", "\x1b[31mbut"], "adds nothing"),
        (["whatif", "--drop", "jam", "--watch", "zzz"], "there is no id zzz"),
        (["eval", "--semantics", "dfquad"], "there is no semantics dfquad"),
        (["eval", "--standard", "x"], "there is no standard x"),
        (["eval", "--sort", "x"], "there is no field x"),
        (["explain", "zzz"], "there is no id zzz"),
        (["explain", "charge", "--semantics", "probability", "--standard", "scintilla"], "by no other"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_line(line: list[str], words: str) -> None:
    done = ran("-m", "riverton", *line)
    assert done.code == 2
    assert done.out == ""
    assert words in done.err.splitlines()[0]
    assert "\x1b" not in done.err


def test_whatif_tells_how_strengths_in_a_ring_were_found() -> None:
    line = ["-m", "riverton", "whatif", "--add", "because similar: charge"]
    assert "Ring charge, fifth, similar" in " ".join(ran(*line, "--plain").out.split())
    rings = json.loads(ran(*line, "--json").out)["rings"]
    assert [ring["converged"] for ring in rings] == [True]
    assert "similar" in rings[0]["ids"]
    added = ["--add", "but fifth: Many would drive on", "--add", "but new-1: fifth"]
    told = json.loads(ran("-m", "riverton", "whatif", *added, "--json").out)
    assert [ring["ids"] for ring in told["rings"]] == [["fifth", "new-1"]]
    assert "rings" not in json.loads(ran("-m", "riverton", "whatif", "--drop", "similar", "--json").out)


@pytest.mark.parametrize("name", ["riverton", "china-russia"])
def test_the_commands_agree_on_a_strength_to_the_last_digit(name: str) -> None:
    told = {
        each["id"]: each["strength"] for each in json.loads(ran("-m", name, "eval", "--json").out)["items"]
    }
    shown = json.loads(ran("-m", name, "show", "all", "--columns", "id,strength", "--json").out)["items"]
    assert {each["id"]: each["strength"] for each in shown} == told


def test_sensitivity_ranks_what_a_strength_hangs_on() -> None:
    answer = json.loads(ran("-m", "riverton", "sensitivity", "charge", "--json").out)
    assert (answer["by"], answer["way"], answer["players"]) == ("removal", "exact", 39)
    assert answer["items"][0] == {"id": "fifth", "effect": 0.7184, "error": 0.0}
    plain = ran("-m", "riverton", "sensitivity", "charge", "--by", "shapley", "--plain", "--limit", "1").out
    assert "± is the standard error" in plain
    assert "more; a greater --limit shows them" in plain
    ring = ran("-m", "china-russia", "sensitivity", "greater-eurasia", "--by", "gradient", "--plain")
    assert "finite differences" in ring.out
    assert ran("-m", "riverton", "sensitivity", "zzz").code == 2
    refused = ran("-m", "riverton", "sensitivity", "charge", "--by", "gradient", "--semantics", "card-based")
    assert (refused.code, refused.out) == (2, "")


def test_weigh_sets_gains_against_costs_by_holder() -> None:
    items = {
        each["holder"]: each["stakes"]
        for each in json.loads(ran("-m", "riverton", "weigh", "--json").out)["items"]
    }
    council = items["Riverton council"]
    assert [(each["side"], each["status"]) for each in council] == [
        ("gain", "hoped for"),
        ("cost", "foreseen"),
    ]
    assert {each["unit"]: each["amount"] for each in council[1]["sums"]} == {
        "million euros": "4.2",
        "million euros per year": "1.5",
    }
    assert items["children"][0]["fallen"] == ["health"]


def test_show_lists_the_gains_that_still_stand() -> None:
    found = [line.split("\t")[0] for line in ran("-m", "riverton", "show", "gains", "--standing").lines]
    assert found == ["minutes", "quiet", "buses", "revenue"]
    assert ran("-m", "riverton", "show", "charge", "--standing").code == 2
