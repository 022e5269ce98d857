"""What argmap writes, read by Argdown's own tool: the same statements and relations, no text in the way.

Needs Node and the package @argdown/node; ARGMAP_ARGDOWN names the folder that holds `node_modules`.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from argmap.controls import one_line
from argmap.formats import argdown
from argmap.formats._argdown_meaning import Argument, Document, End, Step
from argmap.formats._argdown_reading import parsed
from argmap.model import ArgumentMap
from tests.formats.test_argdown_cases import EXPECTED, OTHER_COUNTS, OTHERWISE, text_of
from tests.strategies import maps

FOLDER = Path(os.environ.get("ARGMAP_ARGDOWN", "."))
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(
    NODE is None or not (FOLDER / "node_modules" / "@argdown" / "node").is_dir(),
    reason="Argdown's own tool is not at hand: ARGMAP_ARGDOWN names no folder that has it",
)
BREAKING = "constructor"
"""A title that Argdown's own tool (1.7) takes for JavaScript's own, and then ends with a TypeError."""
PROGRAM = """
const {argdown} = require("@argdown/node");
const end = each => each.type === "inference" ? ["inference", each.argumentTitle] : [each.type, each.title];
const read = input => {
  try {
    const made = argdown.run({input, process: ["parse-input", "build-model"], logLevel: "error", throwExceptions: true});
    const wrong = (made.lexerErrors || []).concat(made.parserErrors || []);
    if (wrong.length) return {wrong: wrong.map(each => each.message)};
    const texts = Object.entries(made.statements).map(([title, each]) =>
      [title, each.members.filter(member => !member.isReference).map(member => member.text)]);
    return {texts: Object.fromEntries(texts), ties: made.relations.map(each => [each.relationType, end(each.from), end(each.to)])};
  } catch (error) { return {wrong: [String(error)]}; }
};
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map(read)));
"""


def told(texts: list[str]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [str(NODE), "-e", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        cwd=FOLDER,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def ties(document: Document) -> list[list[Any]]:
    argument_of = {id(step): each.title for each in document.arguments for step in each.steps}

    def end(each: End) -> list[str | None]:
        if isinstance(each, Step):
            return ["inference", argument_of[id(each)]]
        return ["argument" if isinstance(each, Argument) else "equivalence-class", each.title]

    return sorted([tie.kind, end(tie.source), end(tie.target)] for tie in document.ties)


def test_both_sides_read_what_is_written_alike() -> None:
    made: list[ArgumentMap] = []

    @settings(max_examples=200, phases=[Phase.generate], database=None)
    @given(m=maps())
    def collect(m: ArgumentMap) -> None:
        if m.nodes and BREAKING not in {each.id for each in (*m.nodes, *m.links)}:
            made.append(m)

    collect()
    written = ["".join(argdown.write(m)) for m in made]
    for m, text, theirs in zip(made, written, told(written), strict=True):
        assert "wrong" not in theirs, (theirs, text)
        for node in m.nodes:
            assert [each.strip(" ") for each in theirs["texts"][node.id]] == [one_line(node.text) or node.id]
        assert ties(parsed(text, "m").document) == sorted(theirs["ties"])


def test_both_sides_find_the_same_relations_in_files_of_others() -> None:
    names = [
        name for name, case in EXPECTED.items() if case["accepted"] and name not in OTHERWISE | OTHER_COUNTS
    ]
    if not names:
        pytest.skip("the files of others are not at hand")
    bound_otherwise = {"probe/r04_undercut_after_pcs", "probe/r05_undercut_premise_second_pcs"}
    texts = [text_of(name) for name in names]
    for name, text, theirs in zip(names, texts, told(texts), strict=True):
        document = parsed(text, name).document
        if name in bound_otherwise or any(
            each.title is None for each in [*document.statements, *document.arguments]
        ):
            continue  # the tool's own titles are none of the text's
        assert ties(document) == sorted(theirs["ties"]), name
