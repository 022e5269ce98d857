"""What a map can say, and that formats carry of it what their rows say."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import dumps, load, loads
from argmap.conversion import Conversion
from argmap.features import FEATURES, NAMES
from argmap.files import reading, writable
from argmap.formats.row import Format
from argmap.formats.table import FORMATS
from argmap.losses import Reading, losses_of_writing
from argmap.model import ArgumentMap, Claim, Gain, Link
from tests.cli.running import RIVERTON
from tests.strategies import maps

BOTH_WAYS = [row for row in FORMATS if row.reads and row.writes]
M = ArgumentMap(
    nodes=(
        Claim(id="a", text="A", sure=0, given=False),
        Gain(id="b", text="B", tags=("x", "y"), status="sought", unit="euros"),
        Claim(id="c", text="C"),
    ),
    links=(
        Link(premises=("b", "c"), target="a", relation="supports", id="step", scheme="sign", sure=1),
        Link(premises=("c",), target="step", relation="undercuts", note="Why?"),
        Link(premises=("b",), target="a", relation="rebuts"),
    ),
    thesis="a",
    beside=(("aif", "{}"),),
)


def counts(m: ArgumentMap) -> dict[str, int]:
    found = {feature.name: len(list(feature.uses(m))) for feature in FEATURES}
    return {name: count for name, count in found.items() if count}


def test_each_feature_has_one_name_and_counts_its_uses() -> None:
    assert len(set(NAMES)) == len(FEATURES)
    assert counts(ArgumentMap()) == {}
    assert counts(M) == {
        "text": 3,
        "kinds": 1,
        "amounts": 1,
        "status": 1,
        "sure": 1,
        "given": 1,
        "tags": 1,
        "ids": 3,
        "supports": 2,
        "rebuts": 1,
        "linked": 1,
        "undercuts": 1,
        "schemes": 1,
        "steps": 1,
        "remarks": 1,
        "names": 1,
        "thesis": 1,
        "beside": 1,
    }


def test_every_feature_is_used_by_some_map_that_comes_with_argmap_or_by_the_one_above() -> None:
    used = set(counts(M)) | set(counts(load(RIVERTON)))
    assert used >= set(NAMES)


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.name)
def test_a_row_names_features_that_there_are(row: Format) -> None:
    assert set(row.carries) <= set(NAMES)
    assert not row.whole or all(row.carries.get(name) == "" for name in NAMES)
    assert not row.writes or row.carries


@pytest.mark.parametrize("row", BOTH_WAYS, ids=lambda row: row.name)
@given(m=maps())
def test_what_a_format_says_it_carries_comes_back(row: Format, m: ArgumentMap) -> None:
    back = row.reader()(dumps(m, format=row.name), "m").map
    for feature in FEATURES:
        if row.carries.get(feature.name) == "":
            assert Counter(feature.uses(back)) == Counter(feature.uses(m)), feature.name


@pytest.mark.parametrize("row", BOTH_WAYS, ids=lambda row: row.name)
@settings(max_examples=25)
@given(m=maps(most=5), first=st.sampled_from(BOTH_WAYS), word=st.sampled_from(["", "Another wording"]))
def test_what_does_not_come_back_is_told(row: Format, m: ArgumentMap, first: Format, word: str) -> None:
    """Also of a map that was read from another format, went through one of argmap's own, and was changed."""
    once = loads(dumps(loads(dumps(m, format=first.name), format=first.name), format="jsonl"))
    if word and once.nodes:
        last = once.nodes[-1].model_copy(update={"text": word})
        once = once.model_copy(update={"nodes": (*once.nodes[:-1], last)})
    conversion = Conversion(once, row)
    back = loads("".join(conversion.pieces()), format=row.name)
    told = Counter({loss.feature: loss.count for loss in conversion.losses()})
    for feature in FEATURES:
        if feature.name != "beside":  # the text that is kept is another one
            lost = Counter(feature.uses(once)) - Counter(feature.uses(back))
            assert lost.total() <= told[feature.words], feature.name
    if row.whole:
        assert back == once


@given(m=maps())
def test_a_report_counts_what_is_there_and_not_carried(m: ArgumentMap) -> None:
    carries = {"text": "", "tags": "in brackets"}
    losses = losses_of_writing(m, carries)
    there = counts(m)
    words = {feature.words: feature.name for feature in FEATURES}
    assert {words[loss.feature]: loss.count for loss in losses} == {
        name: count for name, count in there.items() if name != "text"
    }
    for loss in losses:
        tagged = loss.feature == "lists of tags"
        assert (loss.fate, loss.how) == (("approximated", "in brackets") if tagged else ("dropped", ""))


def test_a_map_in_its_own_format_loses_nothing() -> None:
    found = reading(RIVERTON)
    assert found == Reading(load(RIVERTON))
    assert losses_of_writing(found.map, writable("yaml", None).carries) == ()
