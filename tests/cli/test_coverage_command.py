import json
from pathlib import Path

from click.testing import CliRunner

from argmap.cli.main import cli

TEXT = "The pool\n\nThe pool stays open. However, it probably costs much.\n"
MAP = """argmap: 1
source: {file: pool.txt}
nodes:
  open:
    kind: claim
    text: The pool should stay open
    at: [p1, p2.s1]
"""


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["-q", *arguments])
    return result.exit_code, result.stdout


def test_the_sentences_left_out_are_listed_with_their_cues(tmp_path: Path) -> None:
    (tmp_path / "pool.txt").write_text(TEXT, "utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP, "utf-8")
    code, out = run("-m", str(tmp_path / "pool.argmap.yaml"), "coverage")
    assert code == 0
    assert out == "However, it probably costs much.\thowever, probably, costs\tp2.s2\n"


def test_less_than_the_minimum_ends_with_one_and_enough_with_zero(tmp_path: Path) -> None:
    (tmp_path / "pool.txt").write_text(TEXT, "utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP, "utf-8")
    path = str(tmp_path / "pool.argmap.yaml")
    assert run("-m", path, "coverage", "--min", "67")[0] == 1
    assert run("-m", path, "coverage", "--min", "66")[0] == 0


def test_json_has_the_share_and_the_unmapped_sentences(tmp_path: Path) -> None:
    (tmp_path / "pool.txt").write_text(TEXT, "utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP, "utf-8")
    code, out = run("-m", str(tmp_path / "pool.argmap.yaml"), "coverage", "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["share"] == 0.6667
    assert [item["place"] for item in answer["items"]] == ["p2.s2"]
    assert {"word": "probably", "family": "hedge"} in answer["items"][0]["cues"]


def test_a_source_that_is_elsewhere_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text(TEXT, "utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP, "utf-8")
    path = str(tmp_path / "pool.argmap.yaml")
    assert run("-m", path, "coverage", "--source", str(tmp_path / "elsewhere.txt"))[0] == 0


def test_all_lists_each_sentence_with_its_place_and_what_stands_on_it(tmp_path: Path) -> None:
    (tmp_path / "pool.txt").write_text(TEXT + "\nRead also: recipes.\n", "utf-8")
    (tmp_path / "pool.argmap.yaml").write_text(MAP.replace("pool.txt", "pool.txt, skip: p3"), "utf-8")
    path = str(tmp_path / "pool.argmap.yaml")
    assert run("-m", path, "coverage", "--all")[1].splitlines() == [
        "p1.s1\tThe pool\topen",
        "p2.s1\tThe pool stays open.\topen",
        "p2.s2\tHowever, it probably costs much.\t",
        "p3.s1\tRead also: recipes.\tskipped",
    ]
    items = json.loads(run("-m", path, "coverage", "--all", "--json")[1])["items"]
    assert [(each["place"], each["nodes"], each["skipped"]) for each in items] == [
        ("p1.s1", ["open"], False),
        ("p2.s1", ["open"], False),
        ("p2.s2", [], False),
        ("p3.s1", [], True),
    ]
