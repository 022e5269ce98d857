"""The problems of the competitions of abstract argumentation, and their answers.

Source: ICCMA 2015 to 2023, whose names of tasks and semantics these are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, TypeAlias, get_args

from argmap.abstract.extensions import (
    Extension,
    all_complete,
    all_of_greatest_range,
    all_preferred,
    ideal,
    one_complete,
    one_of_greatest_range,
    preferred_with,
    preferred_without,
)
from argmap.abstract.grounded import grounded
from argmap.abstract.labelling import Base
from argmap.abstract.satisfying import OutOfTimeError, Satisfying, satisfying
from argmap.errors import RequestError
from argmap.frameworks import Framework

Task = Literal["EE", "SE", "DC", "DS", "CE"]
Semantics = Literal["CO", "GR", "PR", "ST", "SST", "STG", "ID"]
TASKS: Final[tuple[Task, ...]] = get_args(Task)
SEMANTICS: Final[tuple[Semantics, ...]] = get_args(Semantics)
BASES: Final[dict[Semantics, Base]] = {
    "CO": "complete",
    "ST": "stable",
    "SST": "complete",
    "STG": "conflict-free",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is asked.

    Attributes:
        task: EE all extensions, SE some extension, CE how many; DC whether some extension has the
            argument, DS whether every one has.
        semantics: What counts as an extension.
        argument: Position of the argument that DC and DS ask about.
    """

    task: Task
    semantics: Semantics
    argument: int | None = None


def problem_called(name: str, argument: int | None = None) -> Problem:
    """Return the problem of that name: `EE-PR`, `DC-CO`.

    Raises:
        RequestError: there is none, or an argument is missing or too much.
    """
    task, _, semantics = name.upper().partition("-")
    if task not in TASKS or semantics not in SEMANTICS:
        advice = f"it is a task ({', '.join(TASKS)}) and a semantics ({', '.join(SEMANTICS)}): EE-PR"
        raise RequestError(f"there is no problem {name}", advice)
    if (task in {"DC", "DS"}) is (argument is None):
        raise RequestError(
            f"{task} asks about one argument" if argument is None else f"{task} asks about no argument",
            "name it with -a ID" if argument is None else "leave -a out, or ask DC or DS",
        )
    return Problem(task, semantics, argument)


@dataclass(frozen=True, slots=True)
class Solution:
    """The answer.

    Attributes:
        extensions: The extensions asked for, sorted; for DC an extension that has the argument, for
            DS one that lacks it, where there is one.
        accepted: The answer to DC and DS; None when it is unknown, or was not asked.
        count: The answer to CE, or how many extensions were found.
        whole: Whether the answer is final; not when time or the limit ended the search.
    """

    extensions: tuple[Extension, ...] = ()
    accepted: bool | None = None
    count: int = 0
    whole: bool = True


_Found: TypeAlias = Iterator[Extension]


def solve(
    framework: Framework, problem: Problem, *, seconds: float | None = None, most: int | None = None
) -> Solution:
    """Answer a problem.

    Grounded extensions are found in linear time; all else is hard and asks a SAT solver.

    Args:
        framework: Arguments and attacks.
        problem: What is asked.
        seconds: The time after which to give up; None is never.
        most: The number of extensions that EE lists at most; None is all.

    Raises:
        RequestError: a SAT solver is needed and not installed.
    """
    if problem.semantics == "GR" or (problem.semantics == "CO" and problem.task in {"SE", "DS"}):
        return _of_one(problem, grounded(framework)[0])  # the least complete extension is the grounded one
    with satisfying(seconds) as solver:
        match problem.task:
            case "EE" | "CE" | "SE":
                return _listed(problem, _all(framework, problem.semantics, solver), most)
            case "DC" | "DS":
                return _decided(framework, problem, solver)


def _of_one(problem: Problem, extension: Extension) -> Solution:
    """Answer from the only extension that counts."""
    if problem.argument is None:
        return Solution((extension,), count=1)
    accepted = problem.argument in extension
    tells = accepted is (problem.task == "DC")
    return Solution((extension,) if tells else (), accepted, count=1)


def _all(framework: Framework, semantics: Semantics, solver: Satisfying) -> _Found:
    match semantics:
        case "CO" | "ST":
            yield from all_complete(framework, solver, BASES[semantics])
        case "PR":
            yield from all_preferred(framework, solver)
        case "SST" | "STG":
            yield from all_of_greatest_range(framework, solver, BASES[semantics])
        case "ID":
            yield ideal(framework, solver)
        case "GR":
            yield grounded(framework)[0]


def _listed(problem: Problem, found: _Found, most: int | None) -> Solution:
    if problem.task != "EE":
        most = 1 if problem.task == "SE" else None  # what is only counted is not listed
    extensions: list[Extension] = []
    count = 0
    try:
        for extension in islice(found, most):
            count += 1
            if problem.task != "CE":
                extensions.append(extension)
        more = problem.task == "EE" and count == most and next(found, None) is not None
    except OutOfTimeError:
        more = True
    return Solution(tuple(sorted(extensions)), count=count, whole=not more)


def _decided(framework: Framework, problem: Problem, solver: Satisfying) -> Solution:
    try:
        if problem.semantics == "ID":
            return _of_one(problem, ideal(framework, solver))
        witness = _witness(framework, problem, solver)
    except OutOfTimeError:
        return Solution(whole=False)
    accepted = (witness is not None) is (problem.task == "DC")
    return Solution(() if witness is None else (witness,), accepted, count=int(witness is not None))


def _witness(framework: Framework, problem: Problem, solver: Satisfying) -> Extension | None:
    """Return an extension that has the argument for DC, or one that lacks it for DS."""
    semantics, argument = problem.semantics, problem.argument
    assert argument is not None  # noqa: S101 - these tasks ask about one
    having, lacking = (argument, None) if problem.task == "DC" else (None, argument)
    match semantics:
        case "PR":
            find = preferred_with if problem.task == "DC" else preferred_without
            return find(framework, solver, argument)
        case "SST" | "STG":
            return one_of_greatest_range(framework, solver, BASES[semantics], having, lacking)
        case _:
            return one_complete(framework, solver, BASES[semantics], having, lacking)
