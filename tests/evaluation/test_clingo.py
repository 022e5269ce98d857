"""What stands in a map, by answer set programming: an encoding of the definition, written for these tests.

Its rules are positive, so that its only answer is the least fixpoint; a second one guesses every
label and keeps the guesses that the definition agrees with, which are all positions one can take.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from argmap.abstract.compiling import compiled
from argmap.abstract.solving import Problem, Semantics, solve
from argmap.evaluation.standards import STANDARDS, Standard
from argmap.evaluation.verdicts import evaluate
from argmap.model import ArgumentMap
from argmap.query.standing import is_granted
from tests.evaluation.plain import FALLS, OPEN, STANDS, met, names, random_map, weight

clingo = pytest.importorskip("clingo", reason="clingo is not installed")

EQUATIONS = """
made(R) :- step(R), not void(R), in(P) : premise(R, P); out(U) : under(R, U).
unmade(R) :- void(R).
unmade(R) :- premise(R, P), out(P).
unmade(R) :- under(R, U), in(U).
there(C, base) :- granted(C).
there(C, R) :- pro(C, R), in(R).
gone(C, R) :- pro(C, R), out(R).
wins(C, P) :- side(C, P), enough(C, P), out(R) : con(C, R), beats(R, P).
loses(C, P) :- gone(C, P).
loses(C, P) :- side(C, P), not enough(C, P).
loses(C, P) :- side(C, P), con(C, R), in(R), beats(R, P).
side(C, R) :- pro(C, R).
side(C, base) :- granted(C).
made(C) :- there(C, P), wins(C, P).
unmade(C) :- claim(C), loses(C, P) : side(C, P).
"""
LEAST = "in(X) :- made(X). out(X) :- unmade(X)."
GUESSED = """
{ in(X); out(X) } 1 :- claim(X).
{ in(X); out(X) } 1 :- step(X).
:- in(X), not made(X).    :- made(X), not in(X).
:- out(X), not unmade(X).  :- unmade(X), not out(X).
"""
EVERYTHING = ":- claim(X), not in(X), not out(X). :- step(X), not in(X), not out(X)."


def facts(m: ArgumentMap, standard: str) -> Iterator[str]:
    """The map as facts; which reason is enough alone, and which objection beats which reason."""
    for node in m.nodes:
        yield f'claim("{node.id}").'
        onto = m.links_onto.get(node.id, ())
        sides = {f'"{link.id}"': weight(link) for link in onto if link.relation == "supports"}
        for name in sides:
            yield f'pro("{node.id}", {name}).'
        if is_granted(m, node):
            yield f'granted("{node.id}").'
            sides["base"] = Decimal(1)
        for name, pro in sides.items():
            if met(standard, [pro], []):
                yield f'enough("{node.id}", {name}).'
        for link in onto:
            if link.relation == "rebuts":
                yield f'con("{node.id}", "{link.id}").'
                beaten = (name for name, pro in sides.items() if not met(standard, [pro], [weight(link)]))
                yield from (f'beats("{link.id}", {name}).' for name in beaten)
    for link in m.links:
        yield f'step("{link.id}").'
        yield from (f'premise("{link.id}", "{premise}").' for premise in link.premises)
        if link.relation == "undercuts":
            yield f'under("{link.target}", "{link.id}").'
        if link.sure == 0:
            yield f'void("{link.id}").'


def answers(m: ArgumentMap, standard: str, *rules: str) -> list[dict[str, str]]:
    """The labels in every answer set."""
    control = clingo.Control(["0", "--warn=none"])
    control.add("base", [], "\n".join([EQUATIONS, *rules, *facts(m, standard)]))
    control.ground([("base", [])])
    found: list[dict[str, str]] = []

    def keep(model: Any) -> None:
        signs = [sign for sign in model.symbols(atoms=True) if sign.name in {"in", "out"}]
        said = {sign.arguments[0].string: STANDS if sign.name == "in" else FALLS for sign in signs}
        assert len(said) == len(signs), "nothing is in and out"
        found.append(dict.fromkeys(names(m), OPEN) | said)

    control.solve(on_model=keep)
    return found


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda row: row.name)
def test_300_random_maps_are_labelled_as_by_clingo(standard: Standard) -> None:
    seen: set[str] = set()
    for seed in range(300):
        m = random_map(seed, most=12)
        found = {each.id: each.label for each in evaluate(m, standard=standard.name)}
        assert [found] == answers(m, standard.name, LEAST), seed
        seen |= {*found.values()}
    assert seen == {STANDS, FALLS, OPEN}


@pytest.mark.parametrize(("semantics", "rules"), [("CO", GUESSED), ("ST", GUESSED + EVERYTHING)])
def test_the_positions_of_300_random_maps_are_those_of_clingo(semantics: Semantics, rules: str) -> None:
    pytest.importorskip("pysat", reason="python-sat is not installed: argmap[solve]")
    for seed in range(300):
        m = random_map(seed, most=7)
        framework, everything = compiled(m), set(names(m))
        found = solve(framework, Problem("EE", semantics), most=None).extensions
        positions = {frozenset(framework.names[each] for each in one) & everything for one in found}
        wanted = answers(m, "dialectical", rules)
        assert positions == {frozenset(name for name in one if one[name] == STANDS) for one in wanted}, seed
        assert len(found) == len(wanted), seed
