"""The built-in map against the article it is of: answers worked out by hand, structure, places.

The expected answers were worked out from the article, twice and by different readers, not read off
the map. What needs the article's text is skipped where it is absent; it is not in this repository.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import nupunkt
import pytest

from argmap.formats import yaml
from argmap.model import ArgumentMap, Cost, Gain, Link, Node

ROOT = Path(__file__).parents[1]
MAP = ROOT / "data" / "china-russia.argmap.yaml"
ARTICLE = Path(os.environ.get("ARGMAP_ARTICLE") or ROOT.parent / "shared/article/china-russia.txt")

THESIS = "lasting-threat"
RECOMMENDATION = "see-clearly"

# --- what the article says, worked out by hand ---------------------------------------------------

GAINS_OF_RUSSIA = {
    # What Moscow has in hand: p11, p13 to p15, p17
    "energy-exports": ("tangible", "actual"),
    "yamal-done": ("tangible", "actual"),
    "yamal-capital": ("tangible", "actual"),
    "tech-transfer": ("tangible", "actual"),
    "lng-tankers": ("tangible", "actual"),
    "arms-sales": ("tangible", "actual"),
    "trade-growth": ("tangible", "actual"),
    # p11, p19 to p23
    "political-support": ("intangible", "actual"),
    "great-power-role": ("intangible", "actual"),
    "no-reform-pressure": ("intangible", "actual"),
    "no-surprises": ("intangible", "actual"),
    "no-open-challenge": ("intangible", "actual"),
    "ukraine-cover": ("intangible", "actual"),
    # p27, whose support is of every sort
    "probe-support": ("both", "actual"),
    # What it only hopes or works for: p12, p16, p17, p27
    "evade-sanctions": ("tangible", "sought"),
    "chinese-investment": ("tangible", "sought"),
    "hope-beyond-energy": ("tangible", "sought"),
    "greater-eurasia": ("both", "sought"),
    "western-acceptance": ("intangible", "sought"),
    "equal-talks": ("intangible", "sought"),
    # p31
    "serves-russia": ("both", "expected"),
}
GAINS_OF_CHINA = {
    "china-energy": ("tangible", "actual"),
    "china-weapons": ("tangible", "actual"),
    "china-help": ("both", "actual"),
    "china-leverage": ("intangible", "presumed"),
    "benefits-continue": ("both", "expected"),
    "diverted-from-china": ("both", "expected"),
    "serves-china": ("both", "expected"),
    "trade-growth": ("tangible", "actual"),
    "no-surprises": ("intangible", "actual"),
    "greater-eurasia": ("both", "sought"),
}
SHARED_GAINS = {"trade-growth", "no-surprises", "greater-eurasia"}
GAINS_OF_OTHERS = {"bribes": ("key players",), "arms-need-filled": ("Russian arms industry",)}
CONTESTED_GAINS = {"hope-beyond-energy", "political-support"}
GAINS_ON_ATTACKED_STEPS = {"greater-eurasia"}

COSTS = {
    # Money, dependence, status, unmet hopes
    "investment-shortfall": (("Russia",), "actual"),
    "disappointment": (("Russia",), "actual"),
    "left-out-of-bri": (("Russia",), "actual"),
    "junior-partner": (("Russia",), "actual"),
    "leadership-ceded": (("Russia",), "actual"),
    "russia-needs-cover": (("Russia",), "actual"),
    "status-on-leash": (("Russia",), "actual"),
    "exposed-alone": (("Russia",), "expected"),
    # America and those with it
    "west-endangered": (("United States", "Free World", "West"), "actual"),
    "us-probed": (("United States", "US allies"), "actual"),
    "us-target": (("United States", "US allies"), "expected"),
    "west-resources": (("United States", "Europe"), "actual"),
    "nk-splits-allies": (("United States", "South Korea", "Japan"), "actual"),
}

REBUTTALS = {
    # (what objects, to what): what answers it; nothing where the article leaves it standing
    ("no-formal-alliance", "alliance"): {"intimacy-admitted", "form-moot"},
    ("material-mixed", "russia-gains"): {"intangible-large"},
    ("russia-pays", "russia-gains"): {"greatest-gain"},
    ("china-reservations", "political-support"): {"no-open-challenge"},
    ("china-waits", "ukraine-backing"): {"ukraine-cover"},
    ("us-forces-cause", "nk-splits-allies"): {"cause-reversed"},
    ("cause-reversed", "us-forces-cause"): set(),
    ("investment-shortfall", "hope-beyond-energy"): set(),
    # The article against itself, p13 and p17: each is all there is against the other
    ("left-out-of-bri", "yamal-in-bri"): {"yamal-in-bri"},
    ("yamal-in-bri", "left-out-of-bri"): {"left-out-of-bri"},
}
ATTACKED_STEPS = {
    ("status-on-leash", "intangible-large"),
    ("left-out-of-bri", "greater-eurasia"),
}
"""Undercutters of reasons: (what undercuts, the statement to which the step leads)."""

BARE_CLAIMS = {
    "closer-since", "no-formal-alliance", "form-moot", "tangible-always", "investors-wary",
    "status-craved", "moscow-irritants", "china-reservations", "china-waits", "west-weak",
    "adventures-prove", "cause-reversed",
}  # fmt: skip
BARE_STAKES = {
    "tech-transfer", "lng-tankers", "arms-sales", "bribes", "hope-beyond-energy",
    "great-power-role", "no-reform-pressure", "ukraine-cover", "china-help",
    "left-out-of-bri", "exposed-alone", "west-resources",
}  # fmt: skip

ENERGY_GAINS_OF_RUSSIA = {"energy-exports", "yamal-done", "lng-tankers"}
HANGS_ON_ENERGY = {
    # Moscow's side: the tangible half, the balance, and what rests on Russia's gaining
    "tangible-side", "trade-growth", "material-mixed", "russia-gains", "alliance-durable",
    # Beijing's side: the same energy, bought
    "china-energy", "china-profited", "syria-same", "benefits-continue", "both-expect-gains",
    "backing-continues",
    # and through Chinese backing what Russia will do, and what follows for America
    "aggression-continues", "us-target", "serves-russia", "serves-china", "china-main",
    "nss-right", "china-focus-not-enough", "lasting-threat", "see-clearly",
}  # fmt: skip
WITHOUT_ENERGY = {"intangible-large", "greatest-gain", "status-on-leash", "russia-pays", "alliance"}

UNDER_THE_LEASH = {
    "russia-needs-cover", "exposed-alone", "china-leverage",
    "junior-partner", "analyses-rider", "putin-yields",
    "probe-support", "ukraine-backing", "ukraine-cover", "china-loses-nothing", "west-weak",
    "political-support", "china-encourages",
}  # fmt: skip
ON_THE_LEASH = {"russia-pays", "must-convince-china"}

SPEAKERS = {
    "observers-allied": "many observers",
    "no-formal-alliance": "other observers",
    "intimacy-admitted": "other observers",
    "yamal-in-bri": "one report",
    "lng-tankers": "one report",
    "greater-eurasia": "unnamed voices",
    "moscow-irritants": "Moscow",
    "west-weak": "China",
    "us-forces-cause": "unnamed voices",
    "hostile-policy": "North Korea",
    "analyses-rider": "virtually every analysis",
    "putin-struggle": "Vladimir Putin",
    "putin-yields": "Vladimir Putin",
    "nss-rivalry": "2017 National Security Strategy",
    "nss-ranking": "2017 National Security Strategy",
}

SENTENCES = (
    1, 2, 1, 2, 2, 1, 2, 2, 2, 1, 1, 1, 3, 2, 4, 1, 3, 2, 3, 1, 4, 4, 5, 5, 2, 1, 2, 2, 2, 1, 2, 2,
    1, 1, 1,
)  # fmt: skip
"""Sentences of each paragraph, counted by hand."""
RESIDUE = (33, 34, 35)
REPEATS = {
    (25, 1): (2, 1),
    (25, 2): (2, 2),
    (26, 1): (3, 1),
    (27, 1): (4, 1),
    (27, 2): (4, 2),
    (31, 1): (5, 1),
    (31, 2): (5, 2),
    (32, 2): (6, 1),
}
"""The opening says again, word for word, what these sentences of the body say."""

HEDGES = (
    "probable", "probably", "likely", "arguably", "evidently", "apparently", "allegedly",
    "essentially", "virtually", "presume", "perhaps", "possibly", "often", "may", "might", "seems",
    "hope", "hopes", "so far", "at least", "can expect",
)  # fmt: skip
NO_HEDGES = {((21, 1), "may")}
"""Differences that may arise: a possibility that is spoken of, no doubt of what is said."""

NAMED = (
    "russia russian russia's china china's chinese america american us u.s u.s. united states"
    " moscow beijing vladimir putin ukraine syria afghanistan tajikistan north south korea korean"
    " japan japanese yamal lng siberia siberian arctic belt road initiative bri eurasia eurasian"
    " economic union national security strategy bismarck's"
)
NAMES = frozenset(NAMED.split())


# --- helpers -------------------------------------------------------------------------------------

Place = tuple[int, int]


@pytest.fixture(scope="module")
def m() -> ArgumentMap:
    return yaml.read(MAP.read_text(encoding="utf-8"), MAP.name).map


@pytest.fixture(scope="module")
def article() -> str:
    if not ARTICLE.is_file():
        pytest.skip(f"the article is not at hand ({ARTICLE}); set ARGMAP_ARTICLE to its path")
    return ARTICLE.read_bytes().decode()


@pytest.fixture(scope="module")
def sentences(article: str) -> dict[Place, str]:
    paragraphs = re.split(r"\n\s*\n", article.strip())
    return {
        (number, index): paragraph[start:end].strip()
        for number, paragraph in enumerate(paragraphs, 1)
        for index, (start, end) in enumerate(nupunkt.sent_spans(paragraph), 1)
    }


def gains(m: ArgumentMap) -> Iterator[Gain]:
    return (node for node in m.nodes if isinstance(node, Gain))


def held(m: ArgumentMap, holder: str) -> dict[str, tuple[str | None, str]]:
    return {gain.id: (gain.nature, gain.status) for gain in gains(m) if holder in gain.holder}


def onto(m: ArgumentMap, target: str, relation: str) -> list[Link]:
    return [link for link in m.links_onto.get(target, ()) if link.relation == relation]


def premises(links: Iterable[Link]) -> set[str]:
    return {premise for link in links for premise in link.premises}


def bare(m: ArgumentMap, *kinds: str) -> set[str]:
    return {n.id for n in m.nodes if n.kind in kinds and not n.implicit and not onto(m, n.id, "supports")}


def walked(starts: Iterable[str], steps: dict[str, set[str]]) -> set[str]:
    """Return what is reached in one step or more."""
    starts = set(starts)
    reached: set[str] = set()
    ahead = list(starts)
    while ahead:
        new = steps.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return reached - starts


def supported_by(m: ArgumentMap) -> dict[str, set[str]]:
    steps: dict[str, set[str]] = {node.id: set() for node in m.nodes}
    for link in m.links:
        if link.relation == "supports":
            for premise in link.premises:
                steps[premise].add(link.target)
    return steps


def supporters(m: ArgumentMap) -> dict[str, set[str]]:
    return {node.id: premises(onto(m, node.id, "supports")) for node in m.nodes}


def end_of(m: ArgumentMap, link: Link) -> str:
    """Return the statement on which a link comes down, through the links it undercuts."""
    links = {each.id: each for each in m.links}
    while link.target in links:
        link = links[link.target]
    return link.target


def undercut_reasons(m: ArgumentMap) -> set[tuple[str, str]]:
    reasons = {link.id: link for link in m.links if link.relation == "supports"}
    undercuts = [link for link in m.links if link.target in reasons]
    return {(premise, reasons[link.target].target) for link in undercuts for premise in link.premises}


@cache
def places(written: tuple[str, ...]) -> frozenset[Place]:
    """Return the sentences that places name, by the counts made by hand."""
    found: set[Place] = set()
    for place in written:
        match = re.fullmatch(r"p(\d+)(?:-p(\d+)|\.s(\d+)(?:-s(\d+))?)?", place)
        assert match, place
        first, last, start, end = (int(group) if group else None for group in match.groups())
        for paragraph in range(first or 0, (last or first or 0) + 1):
            count = SENTENCES[paragraph - 1]
            numbers = range(start or 1, (end or start or count) + 1)
            assert numbers[-1] <= count, f"{place}: paragraph {paragraph} has {count} sentences"
            found |= {(paragraph, number) for number in numbers}
    return frozenset(found)


def at(node: Node) -> frozenset[Place]:
    return places(node.anchor.at) if node.anchor else frozenset()


def also(node: Node) -> frozenset[Place]:
    return places(node.anchor.also) if node.anchor else frozenset()


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['.][^\W_]+)*", text.casefold().replace("’", "'"))


def common_start(ours: list[str], theirs: list[str]) -> list[str]:
    pairs = zip(ours, theirs, strict=False)
    return [own for own, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)]


def joined(text: str) -> str:
    return f" {' '.join(words(text))} "


# --- the questions a user asks -------------------------------------------------------------------


def test_the_thesis_is_the_lasting_threat_and_the_recommendation_rests_on_it(m: ArgumentMap) -> None:
    assert m.thesis == THESIS
    bearing = premises(m.links)
    assert [node.id for node in m.nodes if node.id not in bearing] == [RECOMMENDATION]
    assert THESIS in premises(onto(m, RECOMMENDATION, "supports"))


def test_the_gains_of_russia_are_those_of_the_article(m: ArgumentMap) -> None:
    assert held(m, "Russia") == GAINS_OF_RUSSIA


def test_the_gains_of_china_are_those_of_the_article(m: ArgumentMap) -> None:
    assert held(m, "China") == GAINS_OF_CHINA


def test_gains_of_both_are_told_from_those_of_one(m: ArgumentMap) -> None:
    assert {gain.id for gain in gains(m) if set(gain.holder) == {"Russia", "China"}} == SHARED_GAINS


def test_the_gain_of_a_circle_or_a_trade_is_not_the_state_s(m: ArgumentMap) -> None:
    others = {gain.id: gain.holder for gain in gains(m) if not {"Russia", "China"} & set(gain.holder)}
    assert others == GAINS_OF_OTHERS


def test_what_is_only_presumed_is_the_bribes_and_the_hold_over_russia(m: ArgumentMap) -> None:
    assert {gain.id for gain in gains(m) if gain.status == "presumed"} == {"bribes", "china-leverage"}


def test_costs_fall_on_those_the_article_names(m: ArgumentMap) -> None:
    costs = {node.id: (node.holder, node.status) for node in m.nodes if isinstance(node, Cost)}
    assert costs == COSTS


def test_contested_gains_are_those_the_article_itself_speaks_against(m: ArgumentMap) -> None:
    assert {gain.id for gain in gains(m) if onto(m, gain.id, "rebuts")} == CONTESTED_GAINS
    assert {target for _, target in undercut_reasons(m)} & {g.id for g in gains(m)} == GAINS_ON_ATTACKED_STEPS


def test_objections_are_answered_where_the_article_answers_them(m: ArgumentMap) -> None:
    found = {
        (premise, link.target): premises(onto(m, premise, "rebuts")) | premises(onto(m, link.id, "undercuts"))
        for link in m.links
        if link.relation == "rebuts"
        for premise in link.premises
    }
    assert found == REBUTTALS
    assert undercut_reasons(m) == ATTACKED_STEPS


def test_claims_without_a_reason_are_those_the_article_merely_asserts(m: ArgumentMap) -> None:
    assert bare(m, "claim") == BARE_CLAIMS


def test_gains_and_costs_without_a_reason_are_those_the_article_merely_asserts(m: ArgumentMap) -> None:
    assert bare(m, "gain", "cost") == BARE_STAKES


def test_the_energy_gains_carry_the_material_side_and_not_the_intangible_one(m: ArgumentMap) -> None:
    energy = {gain.id for gain in gains(m) if gain.domain == "energy" and "Russia" in gain.holder}
    assert energy == ENERGY_GAINS_OF_RUSSIA
    hanging = walked(energy, supported_by(m))
    assert hanging == HANGS_ON_ENERGY
    assert not hanging & WITHOUT_ENERGY


def test_the_great_power_role_hangs_on_what_the_article_has_said_before(m: ArgumentMap) -> None:
    assert walked({"status-on-leash"}, supporters(m)) == UNDER_THE_LEASH
    assert supported_by(m)["status-on-leash"] == ON_THE_LEASH


def test_nobody_speaks_under_another_s_name(m: ArgumentMap) -> None:
    assert {node.id: node.by for node in m.nodes if node.by} == SPEAKERS


def test_what_china_knows_is_the_author_s_word(m: ArgumentMap) -> None:
    assert not any(m.by_id[name].by for name in ("diverted-from-china", "exposed-alone", "benefits-continue"))


# --- structure -----------------------------------------------------------------------------------


def test_the_map_is_large_enough_to_be_exhaustive(m: ArgumentMap) -> None:
    assert len(m.nodes) >= 90
    assert len(m.links) >= 130


def test_every_node_has_a_place_a_label_and_no_quote(m: ArgumentMap) -> None:
    placed = [n.id for n in m.nodes if n.anchor is not None and n.anchor.at and not n.anchor.quote]
    assert placed == [node.id for node in m.nodes]
    assert [node.id for node in m.nodes if not 2 <= len((node.label or "").split()) <= 5] == []


def test_every_text_is_one_short_sentence_without_its_stop(m: ArgumentMap) -> None:
    assert [n.id for n in m.nodes if len(n.text) > 120 or n.text.endswith(".") or n.text[0].islower()] == []
    assert len({node.text.casefold() for node in m.nodes}) == len(m.nodes)
    assert len({node.title.casefold() for node in m.nodes}) == len(m.nodes)


def test_every_gain_and_cost_has_a_holder_a_nature_and_a_domain(m: ArgumentMap) -> None:
    stakes = [node for node in m.nodes if isinstance(node, Gain | Cost)]
    assert stakes
    assert [node.id for node in stakes if not (node.holder and node.nature and node.domain)] == []


def test_all_five_kinds_and_all_three_relations_are_there(m: ArgumentMap) -> None:
    assert {node.kind for node in m.nodes} == {"claim", "gain", "cost", "evidence", "assumption"}
    assert {link.relation for link in m.links} == {"supports", "rebuts", "undercuts"}


def test_implicit_statements_are_few_and_each_serves_a_linked_reason(m: ArgumentMap) -> None:
    implicit = {node.id for node in m.nodes if node.implicit}
    assert implicit == {"know-to-confront", "gains-bind"}
    assert implicit <= premises(link for link in m.links if link.linked)


def test_supports_run_in_no_circle(m: ArgumentMap) -> None:
    steps = supported_by(m)
    # `walked` leaves its starts out, so a circle shows in what the next ones lead to.
    assert [name for name in steps if name in steps[name] | walked(steps[name], steps)] == []


def test_every_node_reaches_the_thesis_or_the_recommendation(m: ArgumentMap) -> None:
    steps: dict[str, set[str]] = {node.id: set() for node in m.nodes}
    for link in m.links:
        for premise in link.premises:
            steps[premise].add(end_of(m, link))
    ends = {THESIS, RECOMMENDATION}
    assert [name for name in steps if not ends & ({name} | walked({name}, steps))] == []


# --- with the article at hand --------------------------------------------------------------------


def test_the_article_is_the_one_the_map_was_drawn_of(m: ArgumentMap, article: str) -> None:
    assert m.source is not None
    assert m.source.sha256 == hashlib.sha256(article.encode()).hexdigest()


def test_sentences_are_counted_as_by_hand(sentences: dict[Place, str]) -> None:
    by_hand = [(p, s) for p, count in enumerate(SENTENCES, 1) for s in range(1, count + 1)]
    assert list(sentences) == by_hand


def test_every_place_resolves_and_none_is_in_the_residue(m: ArgumentMap, sentences: dict[Place, str]) -> None:
    assert m.source is not None
    skipped = places(m.source.skip)
    assert skipped == {place for place in sentences if place[0] in RESIDUE}
    assert m.source.note
    for node in m.nodes:
        placed = at(node) | also(node)
        assert placed, node.id
        assert placed <= sentences.keys(), node.id
        assert not placed & skipped, node.id


def test_every_sentence_of_the_body_is_under_some_node(m: ArgumentMap, sentences: dict[Place, str]) -> None:
    covered = frozenset[Place]().union(*(at(node) | also(node) for node in m.nodes))
    assert [place for place in sentences if place[0] not in RESIDUE and place not in covered] == []


def test_the_opening_is_given_as_the_repetition_that_it_is(
    m: ArgumentMap, sentences: dict[Place, str]
) -> None:
    for body, opening in REPEATS.items():
        assert joined(sentences[opening]) in joined(sentences[body]), opening
    for node in m.nodes:
        assert also(node) == {REPEATS[place] for place in at(node) if place in REPEATS}, node.id
        assert not at(node) & set(REPEATS.values()), node.id


def test_no_six_words_of_the_article_stand_in_a_row(article: str) -> None:
    theirs, ours = words(article), words(MAP.read_text(encoding="utf-8"))
    assert len(ours) > 3000
    where: dict[str, list[int]] = {}
    for index, word in enumerate(theirs):
        where.setdefault(word, []).append(index)
    for here, word in enumerate(ours):
        for there in where.get(word, ()):
            run = common_start(ours[here:], theirs[there:])
            assert sum(each not in NAMES for each in run) < 6, " ".join(run)


def test_every_hedge_of_the_article_is_kept_where_it_stands(
    m: ArgumentMap, sentences: dict[Place, str]
) -> None:
    lost = []
    for place, text in sentences.items():
        kept = joined(" ; ".join(n.hedge for n in m.nodes if n.hedge and place in at(n) | also(n)))
        found = {hedge for hedge in HEDGES if joined(hedge) in joined(text)}
        lost += [(place, h) for h in found if place[0] not in RESIDUE and joined(h) not in kept]
    assert set(lost) == NO_HEDGES


def test_every_hedge_of_the_map_is_the_article_s(m: ArgumentMap, sentences: dict[Place, str]) -> None:
    for node in m.nodes:
        if node.hedge:
            assert any(joined(node.hedge) in joined(sentences[place]) for place in at(node)), node.id
