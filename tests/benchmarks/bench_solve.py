"""What abstract argumentation costs, against clingo and PyArg on the same frameworks.

    python tests/benchmarks/bench_solve.py [ARGUMENTS] [ROUNDS]

Makes random frameworks of ARGUMENTS arguments (1,000 when not said), each attacked by about five
others, and asks ROUNDS times, in turn, for the grounded extension and for one stable extension.
CPU time of this process, imports left out. clingo's side is its whole call: control, facts,
grounding and solving. PyArg (python-argumentation) takes part where it is installed, once.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import clingo

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.abstract.solving import Problem, solve
from argmap.frameworks import Framework

ATTACKERS = 5
RULES = "in(X) :- arg(X), not beaten(X). beaten(X) :- in(Y), att(Y,X). #show in/1."
LEAST = """
in(X) :- arg(X), beaten(Y) : att(Y,X).
beaten(X) :- in(Y), att(Y,X).
#show in/1.
"""


def main() -> None:
    arguments = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    pairs = [_made(arguments, seed) for seed in range(rounds)]
    print(f"{arguments:,} arguments, about {len(pairs[0].attacks):,} attacks, median of {rounds} rounds")
    _compared("grounded", pairs, lambda f: solve(f, Problem("SE", "GR")), lambda f: _clingo(f, LEAST))
    _compared("one stable", pairs, lambda f: solve(f, Problem("SE", "ST")), lambda f: _clingo(f, RULES))
    _pyarg(pairs[0])


def _made(arguments: int, seed: int) -> Framework:
    random = Random(seed)
    names = tuple(f"a{number}" for number in range(arguments))
    attacks = {
        (random.randrange(arguments), attacked)
        for attacked in range(arguments)
        for _ in range(random.randrange(2 * ATTACKERS + 1))
    }
    return Framework(names, tuple(sorted(attacks)))


def _compared(
    title: str,
    frameworks: list[Framework],
    mine: Callable[[Framework], object],
    theirs: Callable[[Framework], object],
) -> None:
    mine(frameworks[0])  # what is imported at first use
    ours, others = [], []
    for each in frameworks:
        fresh = Framework(each.names, each.attacks)
        ours.append(_spent(lambda: mine(fresh)))  # noqa: B023 - called at once
        others.append(_spent(lambda: theirs(fresh)))  # noqa: B023
    ratio = statistics.median(b / a for a, b in zip(ours, others, strict=True))
    print(
        f"{title:12} argmap {statistics.median(ours) * 1e3:9.2f} ms"
        f"   clingo {statistics.median(others) * 1e3:9.2f} ms   {ratio:.1f} times as long"
    )


def _clingo(framework: Framework, rules: str) -> object:
    facts = [f"arg({number})." for number in range(len(framework.names))]
    facts += [f"att({attacker},{attacked})." for attacker, attacked in framework.attacks]
    control = clingo.Control(["1", "--warn=none"])
    control.add("base", [], rules + "\n".join(facts))
    control.ground([("base", [])])
    found: list[str] = []
    control.solve(on_model=lambda model: found.extend(map(str, model.symbols(shown=True))))
    return found


def _pyarg(framework: Framework) -> None:
    try:
        from py_arg.abstract_argumentation_classes.abstract_argumentation_framework import (
            AbstractArgumentationFramework,
        )
        from py_arg.abstract_argumentation_classes.argument import Argument
        from py_arg.abstract_argumentation_classes.defeat import Defeat
        from py_arg.algorithms.semantics.get_grounded_extension import get_grounded_extension
    except ImportError:
        print("PyArg is not installed here")
        return
    arguments = [Argument(name) for name in framework.names]
    defeats = [Defeat(arguments[attacker], arguments[attacked]) for attacker, attacked in framework.attacks]
    theirs = AbstractArgumentationFramework("x", arguments, defeats)
    spent = _spent(lambda: get_grounded_extension(theirs))
    fresh = Framework(framework.names, framework.attacks)
    mine = _spent(lambda: solve(fresh, Problem("SE", "GR")))
    print(f"grounded     PyArg  {spent * 1e3:9.2f} ms   {spent / mine:.0f} times as long, once")


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
