"""The page's script: vendored, joined and typed as its files say."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from argmap.render.page.making import ROOM
from tests.cli.running import ROOT

SCRIPT = ROOM / "script"
VENDOR = ROOM / "vendor"
MODULES = sorted(SCRIPT.glob("*.js"))
TYPESCRIPT = "typescript@7.0.2"


def test_what_is_vendored_is_the_version_it_says_it_is() -> None:
    about = json.loads((VENDOR / "dagre.json").read_text(encoding="utf-8"))
    assert about["package"] == "@dagrejs/dagre"
    assert about["version"] == "3.1.3"
    assert about["licence"] == "MIT"
    assert hashlib.sha256((VENDOR / "dagre.esm.js").read_bytes()).hexdigest() == about["sha256"]
    assert "Permission is hereby granted" in (VENDOR / "dagre.LICENSE.txt").read_text(encoding="utf-8")


def test_what_ships_was_joined_from_the_modules_as_they_are() -> None:
    names = [*MODULES, *sorted(VENDOR.glob("*.js")), ROOM / "page.css"]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in names)).hexdigest()
    head = (ROOM / "page.js").read_text(encoding="utf-8").partition("\n")[0]
    assert head.endswith(f"sha256 {digest}"), "run .ci/update-page"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_is_small_says_what_it_is_and_makes_no_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    assert text.startswith("// ")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
    )


def test_no_module_is_left_out() -> None:
    imported = {
        name
        for path in MODULES
        for name in re.findall(r'"\./([a-z]+)\.js"', path.read_text(encoding="utf-8"))
    }
    assert imported | {"main"} == {path.stem for path in MODULES}


def npx(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of npm, or skip where it cannot be fetched."""
    if shutil.which("npx") is None:
        pytest.skip("npm is not here")
    try:
        done = subprocess.run(
            ["npx", "--yes", *arguments],
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=120,
            encoding="utf-8",
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm cannot fetch it here")
    if "npm error" in done.stderr or "npm ERR!" in done.stderr:
        pytest.skip("npm cannot fetch it here")
    return done


@pytest.mark.slow
def test_typescript_finds_no_fault_in_the_modules(tmp_path: Path) -> None:
    done = npx("-p", TYPESCRIPT, "tsc", "-p", str(SCRIPT), folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_joining_the_modules_again_gives_the_same_bytes(tmp_path: Path) -> None:
    npx("esbuild@0.25.12", "--version", folder=tmp_path)
    npx("terser@5.44.1", "--version", folder=tmp_path)
    done = subprocess.run(
        [str(ROOT / ".ci" / "update-page"), str(tmp_path)],
        capture_output=True,
        check=False,
        timeout=120,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    for name in ("page.js", "page.min.css"):
        assert (tmp_path / name).read_bytes() == (ROOM / name).read_bytes(), f"{name}: run .ci/update-page"
