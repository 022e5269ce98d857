"""Answers of abstract argumentation, in the form of the competitions."""

from collections.abc import Iterator
from typing import Final

from argmap.abstract.asking import Asked
from argmap.abstract.solving import Problem, Solution
from argmap.render.sections import Answer, Paragraph, counted

ARROWS_MOST: Final = 20
"""Derived attacks that are named in a remark."""


def solution_answer(asked: Asked, problem: Problem, solution: Solution) -> Answer:
    """Answer with a solution: as ICCMA 2023 for a framework in its notation, as ICCMA 2017 for others.

    Source: the rules of ICCMA 2017 and 2023.
    """
    extensions = [_names(asked, extension) for extension in solution.extensions]
    lines = _lines(problem, solution, extensions, numbered=asked.notation == "iccma")
    return Answer(
        [Paragraph(line) for line in lines],
        lambda: ({"extension": list(names)} for names in extensions),
        found=solution.whole and solution.accepted is not False,
        head={
            "problem": f"{problem.task}-{problem.semantics}",
            "argument": None if problem.argument is None else asked.framework.names[problem.argument],
            "accepted": solution.accepted,
            "count": solution.count,
            "whole": solution.whole,
            "derived": [list(arrow) for arrow in asked.following],
        },
    )


def remarks(asked: Asked, solution: Solution) -> Iterator[str]:
    """Yield what is to be said beside the answer: which attacks were derived, whether it is final."""
    if asked.following:
        arrows = [f"{attacker} → {attacked}" for attacker, attacked in asked.following[:ARROWS_MOST]]
        more = ["…"] if len(asked.following) > ARROWS_MOST else []
        count = counted(len(asked.following), "attack")
        yield f"{count} derived from the supports: {', '.join([*arrows, *more])}"
    if not solution.whole:
        yield "this is not the whole answer: the time or the limit ended the search"


def _names(asked: Asked, extension: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(asked.framework.names[position] for position in extension if position < asked.shown)


def _lines(
    problem: Problem, solution: Solution, extensions: list[tuple[str, ...]], *, numbered: bool
) -> Iterator[str]:
    said = [" ".join(("w", *names)) if numbered else f"[{','.join(names)}]" for names in extensions]
    match problem.task:
        case "CE" if solution.whole:
            yield str(solution.count)
        case "EE":
            yield from said if numbered else [f"[{','.join(said)}]"]
        case "SE" if solution.whole:
            yield from said or ["NO"]
        case "DC" | "DS" if solution.accepted is not None:
            yield "YES" if solution.accepted else "NO"
            yield from said if numbered else []
        case _:
            yield "UNKNOWN"
