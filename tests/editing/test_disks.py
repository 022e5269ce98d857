"""Maps on disks that are full, read-only or not ours: refused in a line, the old file whole."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.editing.saving import saved
from argmap.errors import FileError
from tests.cli.running import command, environment, process
from tests.editing.attacking import MAP, add, forked, heard, ids, left_beside

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk on which the map has room, but not twice."""
    for path in mounted(tmp_path / "disk", "size=32k"):
        yield put(path, MAP + b"# long\n" * 3000)


@pytest.fixture
def disk_to_read(tmp_path: Path) -> Iterator[Path]:
    for path in mounted(tmp_path / "disk", "size=1m"):
        remount(path.parent, "ro")
        yield path


def mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if (
        not ROOT
        or shutil.which("mount") is None
        or subprocess.run(line, capture_output=True, check=False).returncode
    ):
        pytest.skip("disks cannot be mounted here")
    try:
        yield put(folder / "pool.argmap.yaml")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def put(path: Path, map_text: bytes = MAP) -> Path:
    path.write_bytes(map_text)
    return path


def refusal(path: Path, work: Callable[[Path], None]) -> str:
    """Return what is said of work that is refused, and see that the map is as it was."""
    before = path.read_bytes()
    with pytest.raises(FileError) as caught:
        work(path)
    assert path.read_bytes() == before
    assert left_beside(path) == []
    return caught.value.message


def some(path: Path) -> None:
    add(path, "new")


def copied(path: Path) -> None:
    saved(path, lambda text: f"{text}# more\n", backup=True)


def test_a_full_disk(small_disk: Path) -> None:
    assert refusal(small_disk, some) == "no space left on device"
    assert refusal(small_disk, copied) == "no space left on device"
    ran = process("-m", str(small_disk), "set", "charge", "note=new", "--backup")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"argmap: {small_disk}~: no space left on device\n"


def test_a_disk_that_is_only_read(disk_to_read: Path) -> None:
    assert refusal(disk_to_read, some) in {"read-only file system", "permission is denied"}


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    path = put(tmp_path / "pool.argmap.yaml")
    before = path.read_bytes()

    def limited(say: Callable[[str], None]) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        add(path, "new")
        say("new")

    (told,) = heard(*forked(limited))
    assert told.startswith("!FileError: ")
    assert "file too large" in told
    assert path.read_bytes() == before
    assert left_beside(path) == []


def test_too_many_open_files(tmp_path: Path) -> None:
    path = put(tmp_path / "pool.argmap.yaml")
    before = path.read_bytes()
    add(put(tmp_path / "other.argmap.yaml"), "new")  # what it imports is imported now

    def limited(say: Callable[[str], None]) -> None:
        opened = [os.open(path, os.O_RDONLY) for _ in range(3)]
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(opened) + 1, max(opened) + 1))
        for each in opened:
            add(path, "new")
            os.close(each)

    (told,) = heard(*forked(limited))
    assert told.startswith("!FileError: ")
    assert "too many open files" in told
    assert path.read_bytes() == before


@pytest.mark.skipif(not ROOT, reason="only root can become somebody else")
@pytest.mark.parametrize(
    ("folder", "file", "words"),
    [
        (0o777, 0o444, "permission is denied"),
        (0o777, 0o000, "permission is denied"),
        (0o555, 0o666, "permission is denied"),
        (0o000, 0o666, "permission is denied"),
        (0o777, 0o666, ""),
    ],
)
def test_what_is_not_ours(tmp_path: Path, folder: int, file: int, words: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    path = put(home / "pool.argmap.yaml")
    before = path.read_bytes()
    for above in [*tmp_path.parents][:3]:
        above.chmod(above.stat().st_mode | 0o011)
    tmp_path.chmod(0o755)
    path.chmod(file)
    home.chmod(folder)

    def as_nobody(say: Callable[[str], None]) -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        add(path, "new")
        say("new")

    (told,) = heard(*forked(as_nobody))
    home.chmod(0o755)
    assert told.startswith("!FileError: ") if words else told == "new"
    assert words in told
    assert (path.read_bytes() == before) is bool(words)
    assert left_beside(path) == []


@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/zero"])
def test_a_device_is_no_map(device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"{device} is not there")
    ran = process("-m", device, "add", "claim", "New")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"argmap: {device}: this is a device, not a file\n")


def test_an_answer_that_cannot_be_written_does_not_undo_what_was_done(tmp_path: Path) -> None:
    path = put(tmp_path / "pool.argmap.yaml")
    if not Path("/dev/full").exists():
        pytest.skip("/dev/full is not there")
    with Path("/dev/full").open("w") as full:
        line = command("-m", path, "add", "claim", "New", "--id", "quite-new")
        done = subprocess.run(
            line, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "quite-new" in ids(path)
