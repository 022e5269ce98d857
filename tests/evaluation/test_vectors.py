"""Strengths that papers and other programs print, and those that a second program computed."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from argmap.evaluation.frame import Frame
from argmap.evaluation.labels import STANDS, labelled
from argmap.evaluation.semantics import semantics_called
from argmap.evaluation.standards import DEFAULT
from argmap.evaluation.strengths import Strengths, strengthened
from tests.evaluation.plain import graph

FOLDER = Path(os.environ.get("ARGMAP_VECTORS") or Path(__file__).parents[3] / "shared/vectors")
NAMES = {"euler-based-top": "euler-top"}


def vectors(name: str) -> list[dict[str, Any]]:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"the vectors are not at hand ({path}); set ARGMAP_VECTORS to their folder")
    frameworks: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["frameworks"]
    assert frameworks
    return frameworks


def strengths(frame: Frame, name: str) -> Strengths:
    semantics = semantics_called(NAMES.get(name, name.replace("_", "-")))
    assert semantics.move is not None
    return strengthened(frame, semantics, semantics.move)


def framed(each: dict[str, Any]) -> Frame:
    return graph(each.get("base_scores") or each["weights"], each["attacks"], each.get("supports", ()))


def by_name(each: dict[str, Any], found: Strengths) -> dict[str, float | None]:
    return dict(zip(each.get("base_scores") or each["weights"], found.claims, strict=True))


def test_random_graphs_without_rings_come_out_exactly() -> None:
    done = 0
    for each in vectors("qbaf_random_120.json"):
        for name, expected in each["strengths"].items():
            if "exact" in expected:
                found = strengths(framed(each), name)
                assert not found.rings
                assert by_name(each, found) == pytest.approx(expected["exact"], abs=1e-9), (each["id"], name)
                done += 1
    assert done == 67 * 6


def test_random_graphs_with_rings_come_to_the_same_limits() -> None:
    done = 0
    for each in vectors("qbaf_random_120.json"):
        for name, expected in each["strengths"].items():
            if "exact" in expected:
                continue
            found = strengths(framed(each), name)
            assert found.rings
            assert all(ring.converged for ring in found.rings), (each["id"], name)
            assert by_name(each, found) == pytest.approx(expected["continuous"], abs=1e-6), (each["id"], name)
            if not expected["discrete_converged"]:
                assert any(ring.method == "continuous" for ring in found.rings)
            elif all(ring.method == "discrete" for ring in found.rings):
                assert by_name(each, found) == pytest.approx(expected["discrete"], abs=1e-6)
            done += 1
    assert done == 53 * 6


@pytest.mark.parametrize("name", ["published_gradual.json", "published_weighted.json"])
def test_published_strengths_come_out_within_their_tolerance(name: str) -> None:
    done = 0
    for each in vectors(name):
        for semantics, expected in each["published"].items():
            row = NAMES.get(semantics, semantics.replace("_", "-"))
            if semantics in each["recomputed"]:
                found = by_name(each, strengths(framed(each), row))
                close = pytest.approx(expected, abs=max(each["tolerance"], 1e-9))
                assert {key: found[key] for key in expected} == close, (each["id"], semantics)
                done += 1
    assert done >= 3


@pytest.mark.parametrize("name", ["published_gradual.json", "published_weighted.json"])
def test_recomputed_strengths_come_out_to_six_digits(name: str) -> None:
    for each in vectors(name):
        for semantics, expected in each["recomputed"].items():
            found = by_name(each, strengths(framed(each), semantics))
            assert found == pytest.approx(expected, abs=1e-6), (each["id"], semantics)


def test_a_base_score_of_nothing_moves_the_topic_as_published() -> None:
    done = 0
    for each in vectors("published_gradual.json"):
        topic = next(iter(each["base_scores"]))
        for name, expected in each["published"].get("strength_if_base_score_zero", {}).items():
            changed = {**each, "base_scores": {**each["base_scores"], name: 0.0}}
            found = by_name(changed, strengths(framed(changed), "df-quad"))[topic]
            assert found == pytest.approx(expected, abs=each["tolerance"]), (each["id"], name)
            done += 1
    assert done


@pytest.mark.parametrize("name", ["published_extensions.json", "af_random_200.json"])
def test_what_stands_in_a_framework_of_attacks_is_its_grounded_extension(name: str) -> None:
    done = 0
    for each in vectors(name):
        expected = (each.get("extensions") or each["brute_force"])["grounded"]
        frame = graph(dict.fromkeys(each["arguments"], 1.0), each["attacks"])
        labels = labelled(frame, DEFAULT).claims
        stands = [name for name, label in zip(each["arguments"], labels, strict=True) if label == STANDS]
        assert [sorted(stands)] == [sorted(found) for found in expected], each["id"]
        done += 1
    assert done in {15, 200}


@pytest.mark.parametrize("reading", ["deductive", "necessary"])
def test_what_stands_under_derived_attacks_is_the_grounded_extension_of_each_reading(reading: str) -> None:
    for each in vectors("bipolar_80.json"):
        frame = graph(dict.fromkeys(each["arguments"], 1.0), each[reading]["attacks"])
        labels = labelled(frame, DEFAULT).claims
        stands = [name for name, label in zip(each["arguments"], labels, strict=True) if label == STANDS]
        assert [sorted(stands)] == each[reading]["extensions"]["grounded"], each["id"]
