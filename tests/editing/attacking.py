"""Attacks on the writing of map files; the tests make a few tries, by hand it makes as many as you like.

    python tests/editing/attacking.py kills [TRIES]      killed at random instants
    python tests/editing/attacking.py calls              killed before and after each call to the system
    python tests/editing/attacking.py faults             each call to the system fails, in each of several ways
    python tests/editing/attacking.py traced             killed at each system call, by strace
    python tests/editing/attacking.py writers [EDITS]    eight writers at once, so many changes each
    python tests/editing/attacking.py both [TRIES]       eight writers at once, one killed every now and then

Each prints how many tries were made and what came of them, and ends with 1 when a file was broken or
an acknowledged change lost. A change counts as acknowledged when its writer has been told so.
"""

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from argmap import load  # noqa: E402 - found only now
from argmap.disk import BESIDE  # noqa: E402
from argmap.editing.requests import adding  # noqa: E402
from argmap.editing.rewriting import rewritten  # noqa: E402
from argmap.editing.saving import saved  # noqa: E402
from argmap.errors import FileError  # noqa: E402

MAP = b"""\
argmap: 1
# by hand
nodes:
  charge: {kind: claim, text: 'There should be a charge', because: [jam]}  # the thesis

  jam:
    kind: cost
    text: The centre is jammed
"""
WRITERS = 8
SYSTEM = {"posix", "fcntl"}
"""Modules whose functions ask the system for something; the methods of open files do, too."""
FAULTS = {
    name: getattr(errno, name) for name in ("EIO", "ENOSPC", "EMFILE", "EXDEV", "EACCES", "EROFS", "EINTR")
}
BEGIN, END = "/begin-of-attack", "/end-of-attack"


class BrokenError(AssertionError):
    """A file is neither the old one nor the new one, or a change is lost."""


class Told(NamedTuple):
    """What came of an attack: how many tries, and how often each outcome."""

    tries: int
    outcomes: Counter[str]


def add(path: Path, name: str) -> None:
    """Add one statement to a map, as the command line does."""
    saved(
        path,
        lambda text: rewritten(
            text, path.name, lambda m: adding(m, "claim", f"This is {name}", node_id=name)
        )[0],
    )


def ids(path: Path) -> set[str]:
    """Return the ids of a map that must be whole."""
    try:
        return set(load(path).by_id)
    except Exception as error:
        raise BrokenError(f"{path} is no map any more: {error}") from error


def left_beside(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir() if each.name.startswith(BESIDE)]


def expect(*, path: Path, acknowledged: set[str], begun: set[str], before: set[str]) -> bool:
    """Hold a map to what was told of it; return whether a change stands that was not acknowledged.

    Raises:
        BrokenError: it is broken, lacks what was acknowledged, or has what nobody wrote.
    """
    there = ids(path)
    if lost := (before | acknowledged) - there:
        raise BrokenError(f"lost: {sorted(lost)}")
    if strange := there - before - begun - acknowledged:
        raise BrokenError(f"from nowhere: {sorted(strange)}")
    return bool(begun & there)


def forked(work: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """Begin work in a process of its own; return its number, and where its words can be read."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child meets no thread of the parent's
        child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:  # nothing of the parent's must run here
        os.close(reading)
        work(lambda word: void(os.write(writing, f"{word}\n".encode())))
    except BaseException as error:  # noqa: BLE001 - told to the parent
        frames = [each for each in traceback.extract_tb(error.__traceback__) if "/argmap/" in each.filename]
        at = "".join(f" ({Path(each.filename).name}:{each.lineno})" for each in frames[-1:])
        os.write(writing, f"!{type(error).__name__}: {error}{at}\n".encode())
    finally:
        os._exit(0)


def void(_: object) -> None: ...


def heard(child: int, reading: int) -> list[str]:
    """Wait for a process; return the words that it said, whole ones only."""
    with os.fdopen(reading, "rb") as file:
        words = file.read().decode()
    os.waitpid(child, 0)
    return words.split("\n")[:-1]


# --- attacks ------------------------------------------------------------------------------------


def kills(folder: Path, tries: int) -> Told:
    """Kill a writer that adds one statement after another, at random instants."""
    path = copied(folder)
    chance = random.Random(1)
    outcomes: Counter[str] = Counter()
    start = time.perf_counter()
    add(path, "first-of-all")
    longest = 3 * (time.perf_counter() - start)
    for number in range(tries):
        before = ids(path)

        child, reading = forked(_writer(path, f"k{number}", 1000))
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        outcomes[came(path, before, heard(child, reading))] += 1
        swept(path)
        if len(before) > 300:
            path = copied(folder)
    return Told(tries, outcomes)


def calls(folder: Path) -> Told:
    """Kill a writer before and after each of its calls to the system."""
    outcomes: Counter[str] = Counter()
    for number in range(1, 10_000):
        path = copied(folder)
        before = ids(path)
        words = _watched(path, number, lambda: os.kill(os.getpid(), signal.SIGKILL))
        outcomes[came(path, before, words)] += 1
        if "new" in words:
            return Told(number, outcomes)
        swept(path)
    raise BrokenError("a change makes more calls than can be")


def faults(folder: Path) -> Told:
    """Let each call to the system fail, in each of several ways."""
    outcomes: Counter[str] = Counter()
    tries = 0
    for name, code in FAULTS.items():
        for number in range(1, 10_000):
            path = copied(folder)
            before = ids(path)
            words = _watched(path, number, lambda code=code: _fail(code), returns=False)
            tries += 1
            outcomes[came(path, before, words)] += 1
            if left := left_beside(path):
                outcomes[f"left behind after {name}"] += len(left)
            if "reached" not in words:
                break
    return Told(tries, outcomes)


def _fail(code: int) -> None:
    raise OSError(code, os.strerror(code))


def _watched(path: Path, number: int, strike: Callable[[], None], *, returns: bool = True) -> list[str]:
    """Make one change, and strike at its call of that number; return what was said."""

    def work(say: Callable[[str], None]) -> None:
        left = number

        def watch(_: Any, event: str, called: Any) -> None:
            nonlocal left
            if event == "c_call" or (returns and event == "c_return"):
                owner = getattr(called, "__self__", None)
                if called.__module__ in SYSTEM or type(owner).__module__ == "_io":
                    left -= 1
                    if left == 0:
                        say("reached")
                        strike()

        say("?new")
        sys.setprofile(watch)
        try:
            add(path, "new")
        finally:
            sys.setprofile(None)
        say("new")

    return heard(*forked(work))


def traced(folder: Path) -> Told:
    """Kill a writer at each system call that it makes, as strace counts them."""
    path = copied(folder)
    log = folder / "log"
    command = [sys.executable, __file__, "once", str(path), "new"]
    subprocess.run(["strace", "-f", "-o", str(log), *command], check=True, capture_output=True)
    counts: Counter[str] = Counter()
    strikes: list[tuple[str, int]] = []
    inside = False
    for line in log.read_text().splitlines():
        found = re.match(r"\d+ +(\w+)\(", line)
        inside = (inside or BEGIN in line) and END not in line
        if found:
            counts[found[1]] += 1
            if inside:
                strikes.append((found[1], counts[found[1]]))
    outcomes: Counter[str] = Counter()
    for call, number in strikes:
        path = copied(folder)
        before = ids(path)
        inject = f"inject={call}:signal=KILL:when={number}"
        run = subprocess.run(
            ["strace", "-f", "-o", "/dev/null", "-e", inject, *command],
            capture_output=True,
            text=True,
            check=False,
        )
        outcomes[came(path, before, ["?new", *run.stdout.split()])] += 1
        outcomes["ran through"] += run.returncode == 0
        swept(path)
    return Told(len(strikes), outcomes)


def once(path: Path, name: str) -> None:
    """Make one change between two marks that a trace shows, when all that it imports has been imported."""
    with tempfile.TemporaryDirectory() as folder:
        add(copied(Path(folder)), "before")
    os.access(BEGIN, os.F_OK)
    add(path, name)
    os.access(END, os.F_OK)
    sys.stdout.write(f"{name}\n")


def writers(folder: Path, edits: int) -> Told:
    """Let eight writers change one map at once."""
    path = copied(folder)
    before = ids(path)
    at_work = [forked(_writer(path, f"w{number}", edits)) for number in range(WRITERS)]
    return _told(path, before, [heard(*each) for each in at_work])


def both(folder: Path, tries: int) -> Told:
    """Let eight writers change one map at once, and kill one of them now and then; another takes its place."""
    path = copied(folder)
    before = ids(path)
    chance = random.Random(2)
    at_work = [forked(_writer(path, f"w{number}", 1000)) for number in range(WRITERS)]
    words = []
    for number in range(WRITERS, WRITERS + tries):
        time.sleep(chance.uniform(0, 0.03))
        killed = at_work.pop(chance.randrange(WRITERS))
        os.kill(killed[0], signal.SIGKILL)
        at_work.append(forked(_writer(path, f"w{number}", 1000)))
        words.append(heard(*killed))
    for each in at_work:
        os.kill(each[0], signal.SIGKILL)
    words += [heard(*each) for each in at_work]
    told = _told(path, before, words)
    swept(path)
    return told


def _writer(path: Path, name: str, edits: int) -> Callable[[Callable[[str], None]], None]:
    def work(say: Callable[[str], None]) -> None:
        for each in range(edits):
            say(f"?{name}-{each}")
            try:
                add(path, f"{name}-{each}")
            except FileError as error:
                say(f"!FileError: {error}")
            else:
                say(f"{name}-{each}")

    return work


def _told(path: Path, before: set[str], words: list[list[str]]) -> Told:
    said = [word for each in words for word in each]
    acknowledged = {word for word in said if word[0] not in "?!"}
    begun = {word[1:] for word in said if word[0] == "?"}
    expect(path=path, acknowledged=acknowledged, begun=begun, before=before)
    refused = Counter(word[1:] for word in said if word[0] == "!")
    return Told(len(begun), Counter({"acknowledged, and there": len(acknowledged)}) + refused)


# --- what came of it ----------------------------------------------------------------------------


def copied(folder: Path) -> Path:
    """Return a fresh map in a folder that holds nothing else."""
    home = folder / "map"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    path = home / "pool.argmap.yaml"
    path.write_bytes(MAP)
    return path


def came(path: Path, before: set[str], words: list[str]) -> str:
    """Return what came of a try; words with a question mark are begun, with an exclamation mark refused."""
    begun = {word[1:] for word in words if word.startswith("?")}
    acknowledged = {word for word in words if word[0] not in "?!" and word != "reached"}
    refused = [word for word in words if word.startswith("!")]
    unknown = [word for word in refused if not word.startswith("!FileError")]
    if unknown:
        raise BrokenError(f"not refused as it should be: {unknown[0]}")
    newer = expect(path=path, acknowledged=acknowledged, begun=begun - acknowledged, before=before)
    if len(left_beside(path)) > 1:
        raise BrokenError(f"a heap left behind: {left_beside(path)}")
    if begun == acknowledged and not refused:
        return "done"
    return f"{'new' if newer else 'old'} file{', refused' if refused else ''}"


def swept(path: Path) -> None:
    """Change a map once more after a kill: no lock is in the way, and nothing is left behind."""
    add(path, f"after-{len(ids(path))}")
    if left := left_beside(path):
        raise BrokenError(f"left behind: {left}")


def lines(told: Told) -> Iterator[str]:
    yield f"{told.tries:,} tries"
    yield from (f"  {count:7,} {outcome}" for outcome, count in sorted(told.outcomes.items()) if count)


def main() -> None:
    attack, *more = sys.argv[1:]
    if attack == "once":
        once(Path(more[0]), more[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        known: dict[str, Callable[..., Told]] = {
            each.__name__: each for each in (kills, calls, faults, traced, writers, both)
        }
        print("\n".join(lines(known[attack](Path(folder), *map(int, more)))))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
