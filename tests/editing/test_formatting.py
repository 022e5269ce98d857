"""The canonical layout: one way to write a map, and every comment with what it is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import dumps, loads
from argmap.editing.formatting import formatted
from argmap.editing.requests import adding
from argmap.editing.rewriting import reformatted, rewritten
from argmap.model import ArgumentMap
from argmap.yamltext import comments
from tests.editing.layouts import Scribe
from tests.strategies import maps

BEFORE = """\
# yaml-language-server: $schema=argmap.schema.json
# The pool, by hand.

argmap:   1   # the version
nodes:
  # ---- Thesis ----

  # about keep
  # in two lines
  keep: {text: Keep it, kind: claim, because: [safety, [upkeep, boiler]]}  # behind keep
  safety:
    text: "Fewer children drown"   # in quotes
    # about the kind
    kind: gain
    status: actual   # so far
    because:
    - boiler   # why boiler
    # above the second
    - {from: upkeep}
    # at the end of safety
  upkeep: {kind: claim, text: It is cheap}
  boiler: {kind: claim, text: It is old}

# ---- Behind all nodes ----
title: The pool
# foot
"""

AFTER = """\
# yaml-language-server: $schema=argmap.schema.json
# The pool, by hand.

argmap: 1  # the version
# ---- Behind all nodes ----
title: The pool
nodes:
  # ---- Thesis ----

  # about keep
  # in two lines
  keep:  # behind keep
    kind: claim
    text: Keep it
    because:
      - safety
      - [upkeep, boiler]

  safety:  # so far
    # about the kind
    kind: gain
    text: Fewer children drown  # in quotes
    because:
      - boiler  # why boiler
      # above the second
      - upkeep
    # at the end of safety

  upkeep:
    kind: claim
    text: It is cheap

  boiler:
    kind: claim
    text: It is old
# foot
"""


def test_each_comment_stays_with_what_it_is_about() -> None:
    assert (
        formatted(BEFORE, loads(BEFORE)).splitlines()
        == AFTER.replace("  # so far\n  safety:", "  safety:  # so far").splitlines()
    )


@settings(max_examples=60)
@given(maps())
def test_what_argmap_writes_is_laid_out_so_already(m: ArgumentMap) -> None:
    text = dumps(m)
    assert formatted(text, m) == text


@settings(max_examples=40)
@given(maps(), st.integers(0, 10**6))
def test_it_says_the_same_with_the_same_comments_and_needs_no_second_time(m: ArgumentMap, seed: int) -> None:
    text = Scribe(seed).written(m)
    m = loads(text)
    new = formatted(text, m)
    assert loads(new) == m
    assert sorted(each.text for each in comments(new)) == sorted(each.text for each in comments(text))
    assert formatted(new, m) == new


def test_lines_break_as_they_did() -> None:
    new = formatted(BEFORE.replace("\n", "\r\n"), loads(BEFORE))
    assert "\n" not in new.replace("\r\n", "")


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_lines_of_json_break_as_they_did(name: str) -> None:
    text = dumps(loads(BEFORE), format=name).replace("\n", "\r\n")
    assert reformatted(text, f"m.argmap.{name}") == text
    new, _ = rewritten(text, f"m.argmap.{name}", lambda m: adding(m, "claim", "Quite new"))
    assert "Quite new" in new
    assert "\n" not in new.replace("\r\n", "")


def test_json_is_laid_out_as_argmap_writes_it() -> None:
    text = '{"nodes": {"a": {"text": "A", "kind": "claim"}}, "argmap": 1}'
    assert reformatted(text, "m.argmap.json") == dumps(loads(text), format="json")
