"""Support as evidence: what Oren and Norman's own words allow, set by set."""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import dumps
from argmap.abstract.asking import asked
from argmap.abstract.compiling import compiled
from argmap.abstract.evidential import evidential
from argmap.abstract.grounded import grounded
from argmap.abstract.solving import Problem, Semantics, solve
from argmap.errors import RequestError
from argmap.model import ArgumentMap, Claim, Link
from argmap.query.standing import is_granted

Arguments = frozenset[str]


def subsets(of: Iterable[str]) -> Iterator[Arguments]:
    listed = sorted(of)
    sized = (combinations(listed, size) for size in range(len(listed) + 1))
    return map(frozenset, chain.from_iterable(sized))


class Evidence:
    """An evidential system, by the definitions: sets that support, sets that attack, and nothing clever."""

    def __init__(self, m: ArgumentMap) -> None:
        self.all = frozenset([*(node.id for node in m.nodes), *(link.id for link in m.links)])
        self.supports: list[tuple[Arguments, str]] = []
        self.attacks: list[tuple[Arguments, str]] = []
        self.prima_facie = {node.id for node in m.nodes if is_granted(m, node)}
        for link in m.links:
            if link.sure != 0:
                self.supports.append((frozenset(link.premises), link.id))
            onto = self.supports if link.relation == "supports" else self.attacks
            onto.append((frozenset([link.id]), link.target))

    def supported(self, argument: str, by: Arguments) -> bool:
        """A chain from the environment, no argument of which leans on itself."""
        return argument in self.prima_facie or any(
            target == argument and source <= by and all(self.supported(x, by - {x}) for x in source)
            for source, target in self.supports
        )

    def carried_out(self, attack: Arguments, on: str) -> bool:
        return any(
            target == on and source <= attack and all(self.supported(x, attack) for x in source)
            for source, target in self.attacks
        )

    def hits(self, members: Arguments) -> Arguments:
        return frozenset(target for source, target in self.attacks if source <= members)

    def minimal_attacks(self, on: str) -> list[Arguments]:
        found: list[Arguments] = []
        for attack in subsets(self.all):  # the small ones first
            if not any(each <= attack for each in found) and self.carried_out(attack, on):
                found.append(attack)
        return found

    def acceptable(self, argument: str, members: Arguments) -> bool:
        hit = self.hits(members)
        return self.supported(argument, members) and all(
            any(x in hit and not self.carried_out(attack - {x}, argument) for x in attack)
            for attack in self._minimal[argument]
        )

    def extensions(self) -> dict[Semantics, set[Arguments]]:
        self._minimal = {argument: self.minimal_attacks(argument) for argument in self.all}
        free = [each for each in subsets(self.all) if not self.hits(each) & each]
        accepted = {each: {x for x in self.all if self.acceptable(x, each)} for each in free}
        admissible = {each for each in free if each <= accepted[each]}
        complete = {each for each in admissible if accepted[each] == each}
        preferred = {each for each in admissible if not any(each < other for other in admissible)}
        stable = {each for each in free if self.settles(each)}
        least = {each for each in complete if all(each <= other for other in complete)}
        return {"CO": complete, "PR": preferred, "ST": stable, "GR": least}

    def settles(self, members: Arguments) -> bool:
        """Self-supporting, and whatever else has evidence is attacked, or all its evidence is."""
        hit = self.hits(members)
        outside = [x for x in self.all - members if self.supported(x, self.all)]
        return all(self.supported(x, members - {x}) for x in members) and all(
            x in hit or not any(self.supported(x, by) and not by & hit for by in subsets(self.all))
            for x in outside
        )


@st.composite
def small_maps(draw: st.DrawFn) -> ArgumentMap:
    ids = ["a", "b", "c", "d"][: draw(st.integers(2, 4))]
    nodes = tuple(
        Claim(id=name, text=name, given=draw(st.sampled_from([None, False, False, True]))) for name in ids
    )
    links: list[Link] = []
    for number in range(draw(st.integers(1, 8 - len(ids)))):
        undercut = bool(links) and draw(st.integers(0, 4)) == 0
        target = draw(st.sampled_from([each.id for each in links] if undercut else ids))
        others = [each for each in ids if each != target]
        premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))
        relation = "undercuts" if undercut else draw(st.sampled_from(["supports", "supports", "rebuts"]))
        sure = draw(st.sampled_from([None, None, None, 0]))
        links.append(
            Link(id=f"s{number}", premises=tuple(premises), target=target, relation=relation, sure=sure)
        )
    return ArgumentMap(nodes=nodes, links=tuple(links))


@given(small_maps())
@settings(deadline=None)
def test_the_extensions_are_those_of_the_definitions(m: ArgumentMap) -> None:
    system, framework = Evidence(m), evidential(m)
    for semantics, wanted in system.extensions().items():
        found = solve(framework, Problem("EE", semantics)).extensions
        assert {frozenset(framework.names[x] for x in each) & system.all for each in found} == wanted
        assert len(found) == len(wanted), "what joins statements and links decides nothing"


@given(small_maps())
@settings(deadline=None)
def test_without_circles_of_support_it_is_the_reading_of_maps(m: ArgumentMap) -> None:
    forward = [link for link in m.links if link.relation != "supports" or min(link.premises) > link.target]
    named = {link.id for link in forward}
    kept = [link for link in forward if link.relation != "undercuts" or link.target in named]
    names = {link.id for link in kept}
    kept = [link for link in kept if link.relation != "undercuts" or link.target in names]
    straight = ArgumentMap(nodes=m.nodes, links=tuple(kept))
    shown = {*(node.id for node in m.nodes), *names}
    positions = [
        {
            frozenset(read.names[x] for x in each) & shown
            for each in solve(read, Problem("EE", "CO")).extensions
        }
        for read in (evidential(straight), compiled(straight))
    ]
    assert positions[0] == positions[1]


def circle(size: int, *further: Link) -> ArgumentMap:
    nodes = (*(Claim(id=f"n{at}", text="x", given=False) for at in range(size)), Claim(id="e", text="x"))
    ring = (
        Link(premises=(f"n{at}",), target=f"n{(at + 1) % size}", relation="supports") for at in range(size)
    )
    return ArgumentMap(nodes=nodes, links=(*ring, *further))


def test_a_circle_without_evidence_stands_nowhere_and_its_attack_needs_no_answer() -> None:
    framework = evidential(circle(3, Link(premises=("n1",), target="e", relation="rebuts")))
    assert [
        name for each in grounded(framework)[0] if (name := framework.names[each]) in {"n0", "n1", "e"}
    ] == ["e"]
    assert len(solve(framework, Problem("EE", "CO")).extensions) == 1


def test_one_given_reason_holds_up_the_whole_circle() -> None:
    framework = evidential(circle(30, Link(premises=("e",), target="n7", relation="supports")))
    assert {*range(31)} <= {*grounded(framework)[0]}


def test_a_circle_that_is_too_long_is_refused() -> None:
    with pytest.raises(RequestError, match="more than 1,000,000 stages"):
        evidential(circle(1_001))


@pytest.mark.parametrize("name", ["EE-SST", "SE-STG"])
def test_what_oren_and_norman_do_not_define_is_not_answered(name: str) -> None:
    with pytest.raises(RequestError, match="undefined"):
        asked(dumps(circle(2)), "x", "evidential").posed(name)
