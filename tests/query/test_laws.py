"""Laws that hold of every map: what is asked twice in different ways is answered alike."""

from collections.abc import Sequence
from random import Random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import RequestError
from argmap.graph import build_graph
from argmap.model import ArgumentMap, Claim, Link, Relation
from argmap.query.beneath import FOLLOWED, Only, Step, outline, support
from argmap.query.chains import chains
from argmap.query.fields import FIELDS, FLAGS, Facts
from argmap.query.selection import find, select
from argmap.query.shape import circles, statistics
from argmap.query.standing import objections, objections_by_target, reasons, rebuttals, roots
from argmap.query.tracing import trace
from argmap.query.where import parse_where
from tests.drawing import supposed
from tests.strategies import maps

ONLY: tuple[Only | None, ...] = (None, "because", "but")


@st.composite
def shapes(draw: st.DrawFn, most: int = 7) -> ArgumentMap:
    """Maps of every shape, without the texts that `maps` has and these laws do not read."""
    names = [f"n{index}" for index in range(draw(st.integers(1, most)))]
    links: list[Link] = []
    for index in range(draw(st.integers(0, 12))):
        undercut = draw(st.sampled_from([None, None, *links[-8:]]))
        target = undercut.id if undercut else draw(st.sampled_from(names))
        others = [name for name in names if name != target]
        if not others:
            continue
        premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))
        relation: Relation = "undercuts" if undercut else draw(st.sampled_from(["supports", "rebuts"]))
        links.append(Link(id=f"link.{index}", premises=tuple(premises), target=target, relation=relation))
    return ArgumentMap(nodes=tuple(Claim(id=name, text=name) for name in names), links=tuple(links))


def shown(steps: Sequence[Step]) -> set[str]:
    return {step.node for step in steps if step.node is not None}


def under(m: ArgumentMap, start: str, only: Only | None) -> set[str]:
    """Everything a statement rests on, by the plainest of ways: until nothing more comes in."""
    reached, links = {start}, set[str]()
    while True:
        follow = [link for link in m.links if link.relation in FOLLOWED[only]]
        walked = {link.id for link in follow if link.target in reached | links}
        more = {premise for link in m.links if link.id in walked for premise in link.premises}
        if walked <= links and more <= reached:
            return reached
        reached, links = reached | more, links | walked


def over(m: ArgumentMap, start: str, only: Only | None) -> set[str]:
    """Everything a statement bears on."""
    by_id = {link.id: link for link in m.links}

    def target(link: Link) -> str:
        return target(by_id[link.target]) if link.target in by_id else link.target

    reached = {start}
    while True:
        more = {
            target(link)
            for link in m.links
            if link.relation in FOLLOWED[only] and reached & set(link.premises)
        }
        if more <= reached:
            return reached
        reached |= more


@given(shapes(), st.data())
def test_a_trace_walks_each_link_at_most_once(m: ArgumentMap, data: st.DataObject) -> None:
    graph = build_graph(m)
    only = data.draw(st.sampled_from(ONLY))
    for node in m.nodes:
        found = trace(graph, node.id, only=only)
        down = [step.link.id for step in found.rests_on or () if step.relation is not None]
        assert len(down) == len(set(down))
        up = [(step.link.id, step.beside) for step in found.bears_on or ()]
        assert len(up) == len(set(up))


@given(shapes(), st.data())
def test_a_trace_shows_what_there_is_and_a_cut_hides_exactly_what_is_missing(
    m: ArgumentMap, data: st.DataObject
) -> None:
    graph = build_graph(m)
    only = data.draw(st.sampled_from(ONLY))
    depth = data.draw(st.integers(1, 5))
    for node in m.nodes:
        whole = trace(graph, node.id, depth=200, only=only)
        cut = trace(graph, node.id, depth=depth, only=only)
        for all_steps, steps, reach in (
            (whole.rests_on, cut.rests_on, under(m, node.id, only)),
            (whole.bears_on, cut.bears_on, over(m, node.id, only)),
        ):
            assert all_steps is not None
            assert steps is not None
            assert shown(all_steps) | {node.id} == reach
            assert all(step.hidden is None for step in all_steps)
            assert all(step.depth <= depth for step in steps)
            missing = reach - shown(steps) - {node.id}
            assert sum(step.hidden or 0 for step in steps) == len(missing)


@given(shapes(), st.integers(1, 5))
def test_every_statement_appears_in_the_outline_or_is_counted_as_hidden(m: ArgumentMap, depth: int) -> None:
    every = {node.id for node in m.nodes}
    whole = outline(m, 200)
    assert {top for top, _ in whole}.union(*(shown(steps) for _, steps in whole)) == every
    cut = outline(m, depth)
    seen = {top for top, _ in cut}.union(*(shown(steps) for _, steps in cut))
    assert sum(step.hidden or 0 for _, steps in cut for step in steps) == len(every - seen)
    assert [top for top, _ in cut] == [top for top, _ in whole], "the depth changes what is a root"


@given(shapes())
def test_a_step_said_to_stand_above_does_and_depths_grow_by_one(m: ArgumentMap) -> None:
    seen: set[str] = set()
    for top, steps in outline(m, 200):
        seen.add(top)
        before = 0
        for step in steps:
            assert 1 <= step.depth <= before + 1
            before = step.depth
            assert not step.seen or step.node in seen
            seen |= {step.node} if step.node else set()


@given(shapes(), st.randoms())
def test_the_order_of_links_in_the_input_changes_no_answer_but_its_order(
    m: ArgumentMap, random: Random
) -> None:
    links = list(m.links)
    random.shuffle(links)
    other = ArgumentMap(title=m.title, source=m.source, thesis=m.thesis, nodes=m.nodes, links=tuple(links))

    def attacks(each: ArgumentMap) -> set[tuple[object, ...]]:
        return {
            (
                found.link.premises,
                found.link.relation,
                found.target,
                found.is_answer,
                frozenset((answer.premises, answer.relation) for answer in found.answers),
            )
            for found in objections(each)
        }

    assert attacks(m) == attacks(other)
    assert roots(m) == roots(other)
    assert statistics(build_graph(m)) == statistics(build_graph(other))
    assert circles(build_graph(m)) == circles(build_graph(other))
    for flag in FLAGS:
        assert select(m, where=flag) == select(other, where=flag)
    for node in m.nodes:
        assert set(support(m, node.id)) == set(support(other, node.id))


@given(maps(), st.data())
def test_not_is_the_complement(m: ArgumentMap, data: st.DataObject) -> None:
    number = st.sampled_from(["0", "1", "50%", "-2.5"])
    term = data.draw(
        st.one_of(
            st.sampled_from(FLAGS),
            st.builds(
                "{}{}{}".format,
                st.sampled_from(["sure", "amount", "for", "against"]),
                st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
                number,
            ),
            st.builds(
                "{}{}{}".format,
                st.sampled_from(["text", "holder", "place", "tags"]),
                st.sampled_from(["=", "!=", "~"]),
                st.sampled_from(["claim", "gain", "w", "p1", "actual", ""]),
            ),
            st.sampled_from(["kind=claim", "kind!=gain", "kind~ga", "status=actual", "status!=sought"]),
        )
    )
    holds, denied = parse_where(term), parse_where(f"not {term}")
    facts = Facts(m)
    for node in m.nodes:
        assert holds(facts, node) is not denied(facts, node)
    both = [*select(m, where=term), *select(m, where=f"not {term}")]
    assert sorted(node.id for node in both) == sorted(node.id for node in m.nodes)


@given(maps(), st.text(max_size=40))
def test_an_expression_is_answered_or_refused_in_words(m: ArgumentMap, expression: str) -> None:
    try:
        found = select(m, where=expression)
    except RequestError:
        return
    assert set(found) <= set(m.nodes)


@given(maps(), st.data())
def test_what_is_selected_is_a_part_in_order_and_sorting_loses_nothing(
    m: ArgumentMap, data: st.DataObject
) -> None:
    kinds = data.draw(st.sets(st.sampled_from(["claim", "gain", "cost", "evidence", "assumption"])))
    found = select(m, kinds)
    assert found == tuple(node for node in m.nodes if not kinds or node.kind in kinds)
    field = data.draw(st.sampled_from(FIELDS))
    for sort in (field, f"-{field}"):
        assert sorted(node.id for node in select(m, sort=sort, weigh=lambda: supposed(m))) == sorted(
            node.id for node in m.nodes
        )


@given(maps(), st.lists(st.text(max_size=5), max_size=3))
def test_more_words_find_no_more(m: ArgumentMap, words: list[str]) -> None:
    assert find(m, []) == m.nodes
    for count in range(len(words)):
        assert set(find(m, words[: count + 1])) <= set(find(m, words[:count]))


@given(shapes())
def test_what_supports_a_statement_stands_behind_it_in_the_graph(m: ArgumentMap) -> None:
    graph = build_graph(m)
    for node in m.nodes:
        assert set(support(m, node.id)) <= nx.ancestors(graph, node.id) | {node.id}
        assert set(support(m, node.id)) == under(m, node.id, "because")


@given(shapes(most=5))
@settings(deadline=None)
def test_chains_are_ways_of_the_map_that_pass_no_statement_twice(m: ArgumentMap) -> None:
    graph = build_graph(m)
    by_id = {link.id: link for link in m.links}
    for start in m.by_id:
        for end in m.by_id:
            found = chains(graph, start, end)
            assert bool(found.chains) == (start != end and nx.has_path(graph, start, end))
            lengths = [len(chain.nodes) for chain in found.chains]
            assert lengths == sorted(lengths)
            for chain in found.chains:
                assert (chain.nodes[0], chain.nodes[-1]) == (start, end)
                assert len(set(chain.nodes)) == len(chain.nodes) == len(chain.links) + 1
                for before, after, link in zip(chain.nodes, chain.nodes[1:], chain.links, strict=False):
                    target = link.target
                    while target in by_id:
                        target = by_id[target].target
                    assert before in link.premises
                    assert target == after


@given(shapes())
def test_every_attack_is_one_objection_and_each_is_grouped_once(m: ArgumentMap) -> None:
    found = objections(m)
    assert [each.link for each in found] == [link for link in m.links if link.relation != "supports"]
    grouped = [each for each_target in objections_by_target(m).values() for each in each_target]
    assert sorted(each.link.id for each in grouped) == sorted(each.link.id for each in found)
    assert {each.target for each in found} <= set(m.by_id)
    for node in m.nodes:
        onto = m.links_onto.get(node.id, ())
        assert sorted(link.id for link in (*reasons(m, node.id), *rebuttals(m, node.id))) == sorted(
            link.id for link in onto
        )


@given(shapes())
def test_a_circle_is_a_set_of_statements_that_all_reach_one_another(m: ArgumentMap) -> None:
    graph = build_graph(m)
    found = circles(graph)
    rings = [set(ring) for ring in found]
    assert sum(map(len, rings)) == len(set().union(*rings)) if rings else True
    for start in m.by_id:
        for end in m.by_id:
            mutual = start != end and nx.has_path(graph, start, end) and nx.has_path(graph, end, start)
            assert mutual == (start != end and any({start, end} <= ring for ring in rings))
