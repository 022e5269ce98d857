"""Problems of abstract argumentation: every answer against brute force, clingo and published sets."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from threading import Thread, current_thread, main_thread
from typing import Any

import pytest
from hypothesis import given

from argmap.abstract import satisfying
from argmap.abstract.grounded import grounded
from argmap.abstract.satisfying import OutOfTimeError, Satisfying
from argmap.abstract.solving import SEMANTICS, Problem, Semantics, problem_called, solve
from argmap.errors import RequestError
from argmap.frameworks import Framework, framework_of
from tests.abstract.frameworks import extensions, frameworks, random_framework
from tests.cli.running import ROOT

pytest.importorskip("pysat", reason="python-sat is not installed: argmap[solve]")

VECTORS = ROOT.parent / "shared" / "vectors"
NAMES: dict[str, Semantics] = {
    "complete": "CO", "grounded": "GR", "preferred": "PR", "stable": "ST", "semi_stable": "SST", "stage": "STG",
    "ideal": "ID",
}  # fmt: skip


def agree(framework: Framework, semantics: Semantics, wanted: list[tuple[int, ...]]) -> None:
    """Every task answers as these extensions say."""
    wanted = sorted(wanted)
    listed = solve(framework, Problem("EE", semantics))
    assert (list(listed.extensions), listed.count, listed.whole) == (wanted, len(wanted), True)
    assert solve(framework, Problem("CE", semantics)).count == len(wanted)
    some = solve(framework, Problem("SE", semantics)).extensions
    assert len(some) == min(1, len(wanted))
    assert set(some) <= set(wanted)
    for argument in range(len(framework.names)):
        credulous = solve(framework, Problem("DC", semantics, argument))
        assert credulous.accepted is any(argument in each for each in wanted)
        assert all(each in wanted and argument in each for each in credulous.extensions)
        assert len(credulous.extensions) == credulous.accepted
        sceptical = solve(framework, Problem("DS", semantics, argument))
        assert sceptical.accepted is all(argument in each for each in wanted)
        assert all(each in wanted and argument not in each for each in sceptical.extensions)
        assert len(sceptical.extensions) == (not sceptical.accepted)


@pytest.mark.parametrize("semantics", SEMANTICS)
def test_300_random_frameworks_are_answered_as_by_trying_every_set(semantics: Semantics) -> None:
    for seed in range(300):
        framework = random_framework(seed)
        agree(framework, semantics, extensions(framework, semantics))


@given(frameworks())
def test_any_small_framework_is_answered_as_by_trying_every_set(framework: Framework) -> None:
    for semantics in SEMANTICS:
        agree(framework, semantics, extensions(framework, semantics))


@given(frameworks())
def test_the_semantics_lie_within_one_another(framework: Framework) -> None:
    found = {each: set(solve(framework, Problem("EE", each)).extensions) for each in SEMANTICS}
    (least,), (ideal,) = found["GR"], found["ID"]
    assert set(least) <= set(ideal)
    assert all(set(ideal) <= set(each) for each in found["PR"])
    assert found["ST"] <= found["SST"] <= found["PR"] <= found["CO"]
    if found["ST"]:
        assert found["ST"] == found["SST"] == found["STG"]


@pytest.mark.parametrize("name", ["af_random_200", "published_extensions"])
def test_published_extensions_are_found(name: str) -> None:
    path = VECTORS / f"{name}.json"
    if not path.exists():
        pytest.skip("the test vectors are not beside this checkout")
    for each in json.loads(path.read_text(encoding="utf-8"))["frameworks"]:
        framework = framework_of(each["arguments"], map(tuple, each["attacks"]))
        at = {argument: position for position, argument in enumerate(framework.names)}
        for title, sets in (each.get("extensions") or each["brute_force"]).items():
            if title in NAMES:
                agree(
                    framework, NAMES[title], [tuple(sorted(at[one] for one in members)) for members in sets]
                )


ENCODING = """
in(X) :- arg(X), not out(X).  out(X) :- arg(X), not in(X).
:- in(X), in(Y), att(X,Y).
beaten(X) :- in(Y), att(Y,X).
:- in(X), att(Y,X), not beaten(Y).
threatened(X) :- att(Y,X), not beaten(Y).
"""
COMPLETE = ":- out(X), not threatened(X)."
STABLE = ":- out(X), not beaten(X)."


def by_clingo(framework: Framework, rules: str) -> list[tuple[int, ...]]:
    clingo = pytest.importorskip("clingo", reason="clingo is not installed")
    facts = [f"arg({number})." for number in range(len(framework.names))]
    facts += [f"att({attacker},{attacked})." for attacker, attacked in framework.attacks]
    control = clingo.Control(["0", "--warn=none"])
    control.add("base", [], "\n".join([ENCODING, rules, *facts]))
    control.ground([("base", [])])
    found: list[tuple[int, ...]] = []

    def keep(model: Any) -> None:
        signs = model.symbols(atoms=True)
        found.append(tuple(sorted(sign.arguments[0].number for sign in signs if sign.name == "in")))

    control.solve(on_model=keep)
    return sorted(found)


@pytest.mark.parametrize(("semantics", "rules"), [("CO", COMPLETE), ("ST", STABLE)])
def test_300_larger_frameworks_are_answered_as_by_clingo(semantics: Semantics, rules: str) -> None:
    for seed in range(300):
        framework = random_framework(seed, 24)
        assert list(solve(framework, Problem("EE", semantics)).extensions) == by_clingo(framework, rules), (
            seed
        )


def test_a_chain_of_100_000_attacks_is_settled() -> None:
    count = 100_001
    chain = Framework(tuple(map(str, range(count))), tuple((n, n + 1) for n in range(count - 1)))
    inside, outside = grounded(chain)
    assert inside == tuple(range(0, count, 2))
    assert outside == tuple(range(1, count, 2))


def choices(count: int) -> Framework:
    """A framework with 2 ** count preferred extensions."""
    pairs = [(2 * n, 2 * n + 1) for n in range(count)]
    return Framework(tuple(map(str, range(2 * count))), tuple(pairs + [(b, a) for a, b in pairs]))


def test_a_limit_ends_the_list_and_says_so() -> None:
    cut = solve(choices(6), Problem("EE", "PR"), most=5)
    assert (len(cut.extensions), cut.whole) == (5, False)
    exact = solve(choices(3), Problem("EE", "PR"), most=8)
    assert (len(exact.extensions), exact.whole) == (8, True)


def test_a_count_has_no_limit() -> None:
    pairs = [(f"{number}{end}", f"{number}{other}") for number in range(3) for end, other in ("ab", "ba")]
    framework = framework_of([f"{number}{end}" for number in range(3) for end in "ab"], pairs)
    counted = solve(framework, Problem("CE", "PR"), most=5)
    assert (counted.count, counted.whole, counted.extensions) == (8, True, ())


def test_a_time_limit_may_be_longer_than_a_machine_can_wait() -> None:
    assert solve(framework_of("a", []), Problem("CE", "PR"), seconds=1e14).count == 1


def test_a_time_limit_ends_the_search_with_what_was_found() -> None:
    counted = solve(choices(60), Problem("CE", "PR"), seconds=0.3)
    assert counted.whole is False
    assert counted.count > 0


def test_an_interrupt_ends_a_search_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(1)
    hard = Framework(
        tuple(map(str, range(2000))),
        tuple(sorted({(chance.randrange(2000), chance.randrange(2000)) for _ in range(20_000)})),
    )
    ended_by: list[Thread] = []
    stop = Satisfying.stop

    def told(solver: Satisfying) -> None:
        ended_by.append(current_thread())
        stop(solver)

    monkeypatch.setattr(Satisfying, "stop", told)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            solve(hard, Problem("SE", "ST"), seconds=20)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert ended_by[0] is main_thread(), "and not the time limit"


def test_a_question_that_ran_out_of_time_has_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_: Any) -> None:
        raise OutOfTimeError

    monkeypatch.setattr(satisfying.Satisfying, "model", late)
    for problem in (Problem("DC", "PR", 0), Problem("DS", "SST", 0), Problem("DS", "ID", 0)):
        assert solve(choices(2), problem).accepted is None
        assert solve(choices(2), problem).whole is False
    assert solve(choices(2), Problem("SE", "ST")).whole is False


def test_without_the_solver_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    with pytest.raises(RequestError) as caught:
        solve(choices(1), Problem("EE", "PR"))
    assert "argmap[solve]" in caught.value.hint
    assert solve(choices(1), Problem("EE", "GR")).extensions == ((),)


@pytest.mark.parametrize("name", ["EE-PR", "ee-pr", "SE-STG", "CE-ID"])
def test_a_problem_is_a_task_and_a_semantics(name: str) -> None:
    assert f"{problem_called(name).task}-{problem_called(name).semantics}" == name.upper()


@pytest.mark.parametrize(
    ("name", "argument"),
    [("", None), ("EE", None), ("EE-", None), ("PR-EE", None), ("DC-PR", None), ("EE-PR", 0)],
)
def test_what_is_no_problem_is_refused_with_advice(name: str, argument: int | None) -> None:
    with pytest.raises(RequestError) as caught:
        problem_called(name, argument)
    assert caught.value.hint


def test_grounded_extensions_wake_no_solver() -> None:
    code = (
        "import sys; from argmap.abstract.solving import Problem, solve; from argmap.frameworks import Framework;"
        "solve(Framework(('a',), ()), Problem('SE', 'GR')); sys.exit('pysat' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(ROOT), check=False).returncode == 0
