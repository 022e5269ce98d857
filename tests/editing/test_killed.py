"""Writers killed, failing and many at once, a few tries each; `attacking.py` makes more."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.__main__ import main
from tests.editing import attacking
from tests.editing.attacking import BrokenError, expect, forked, heard, ids, left_beside

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")


def test_at_random_instants(tmp_path: Path) -> None:
    told = attacking.kills(tmp_path, 25)
    assert sum(told.outcomes.values()) == told.tries == 25


def test_before_and_after_each_call_to_the_system(tmp_path: Path) -> None:
    told = attacking.calls(tmp_path)
    assert (told.outcomes["old file"] > 50, told.outcomes["new file"] > 0, told.outcomes["done"]) == (
        True,
        True,
        1,
    )


@pytest.mark.parametrize("name", ["EIO", "ENOSPC"])
def test_each_call_to_the_system_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(attacking, "FAULTS", {name: attacking.FAULTS[name]})
    told = attacking.faults(tmp_path)
    assert told.outcomes["old file, refused"] > 30
    assert {outcome for outcome in told.outcomes if "left behind" in outcome} == set()


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    told = attacking.writers(tmp_path, 4)
    assert told.outcomes["acknowledged, and there"] == told.tries == 32


def test_eight_writers_of_whom_some_are_killed_lose_nothing(tmp_path: Path) -> None:
    assert attacking.both(tmp_path, 12).tries >= attacking.WRITERS


def test_the_judge_sees_what_is_lost_broken_or_from_nowhere(tmp_path: Path) -> None:
    path = attacking.copied(tmp_path)
    before = ids(path)
    with pytest.raises(BrokenError, match="lost"):
        expect(path=path, acknowledged={"new"}, begun=set(), before=before)
    with pytest.raises(BrokenError, match="from nowhere"):
        expect(path=path, acknowledged=set(), begun=set(), before=before - {"charge"})
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(BrokenError):
        expect(path=path, acknowledged=set(), begun=set(), before=before)


@pytest.mark.parametrize("delay", [0.0, 0.002, 0.005, 0.01, 0.02])
def test_an_interrupted_command_leaves_the_old_map_or_the_new(tmp_path: Path, delay: float) -> None:
    path = attacking.copied(tmp_path)
    attacking.add(path, "before")  # what is imported for it is imported now

    def work(say: Callable[[str], None]) -> None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        say("begun")
        sys.argv[1:] = ["-m", str(path), "add", "claim", "Quite new", "--id", "quite-new"]
        try:
            main()
        except SystemExit as ending:
            say(str(ending.code or 0))

    child, reading = forked(work)
    assert os.read(reading, 6) == b"begun\n"
    time.sleep(delay)
    os.kill(child, signal.SIGINT)
    (word,) = heard(child, reading)
    changed = "quite-new" in ids(path)
    assert word in {"130", "0"} or word.startswith("!KeyboardInterrupt"), word
    assert changed or word != "0"
    assert left_beside(path) == []
