"""A map file changed in place: whole or not at all, one writer at a time, never over what others wrote."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from argmap.disk import BESIDE
from argmap.editing import saving
from argmap.editing.saving import BACKUP, saved
from argmap.errors import FileError
from tests.editing.attacking import MAP, forked, heard

OLD = MAP
NEW = OLD.replace(b"argmap: 1\n", b"argmap: 1\n# changed\n")


def change(text: str) -> str:
    return text.replace("argmap: 1\n", "argmap: 1\n# changed\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "pool.argmap.yaml"
    found.write_bytes(OLD)
    return found


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path) -> Iterator[None]:
    yield
    assert [each for each in tmp_path.rglob("*") if each.name.startswith(BESIDE)] == []


def refused(path: Path, how: Callable[[str], str] = change) -> str:
    with pytest.raises(FileError) as caught:
        saved(path, how)
    return caught.value.message


class TestAForeignWriter:
    """An editor that knows no lock saves between the reading and the writing."""

    WAYS: ClassVar[dict[str, Callable[[Path], object]]] = {
        "writes into it": lambda path: path.write_bytes(b"theirs"),
        "adds to it": lambda path: path.write_bytes(path.read_bytes() + b"# theirs\n"),
        "cuts it": lambda path: path.write_bytes(b""),
        "puts another in its place": lambda path: path.with_name("theirs").rename(path),
        "changes one letter": lambda path: path.write_bytes(OLD.replace(b"argmap: 1", b"argmap: 2")),
    }

    @pytest.mark.parametrize("way", WAYS)
    def test_is_not_written_over(self, path: Path, way: str) -> None:
        path.with_name("theirs").write_bytes(b"theirs")
        theirs = []

        def meanwhile(text: str) -> str:
            self.WAYS[way](path)
            theirs.append(path.read_bytes())
            return change(text)

        assert refused(path, meanwhile) == "it has changed meanwhile, and is left as it is now"
        assert [path.read_bytes()] == theirs

    @pytest.mark.parametrize("backup", [False, True])
    def test_who_takes_it_away_gets_no_new_one(self, path: Path, backup: bool) -> None:
        with pytest.raises(FileError):
            saved(path, lambda text: (path.unlink(), change(text))[1], backup=backup)
        assert not path.exists()

    def test_who_puts_a_folder_in_its_place_keeps_it(self, path: Path) -> None:
        def meanwhile(text: str) -> str:
            path.unlink()
            path.mkdir()
            (path / "theirs").write_text("theirs")
            return change(text)

        refused(path, meanwhile)
        assert (path / "theirs").read_text() == "theirs"

    def test_who_puts_a_link_in_its_place_keeps_what_it_leads_to(self, path: Path) -> None:
        other = path.with_name("other")
        other.write_bytes(b"theirs")

        def meanwhile(text: str) -> str:
            path.unlink()
            path.symlink_to(other)
            return change(text)

        refused(path, meanwhile)
        assert (path.is_symlink(), other.read_bytes()) == (True, b"theirs")

    def test_who_saves_the_same_again_is_in_nobodys_way(self, path: Path) -> None:
        assert saved(path, lambda text: (path.write_bytes(OLD), change(text))[1])
        assert path.read_bytes() == NEW

    def test_whoever_takes_the_folder_away_is_told(self, tmp_path: Path) -> None:
        home = tmp_path / "home"
        home.mkdir()
        path = home / "m.argmap.yaml"
        path.write_bytes(OLD)
        refused(path, lambda text: (home.rename(tmp_path / "away"), change(text))[1])
        assert (tmp_path / "away" / "m.argmap.yaml").read_bytes() == OLD


class TestWhatIsKept:
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
    def test_permissions_and_those_of_the_copy(self, path: Path, mode: int) -> None:
        path.chmod(mode)
        saved(path, change, backup=True)
        copy = path.with_name(path.name + BACKUP)
        assert [stat.S_IMODE(each.stat().st_mode) for each in (path, copy)] == [mode, mode]
        assert (path.read_bytes(), copy.read_bytes()) == (NEW, OLD)

    def test_a_byte_order_mark_in_the_copy_too(self, path: Path) -> None:
        mark = b"\xef\xbb\xbf"
        path.write_bytes(mark + OLD)
        saved(path, change, backup=True)
        assert path.read_bytes() == mark + NEW
        assert path.with_name(path.name + BACKUP).read_bytes() == mark + OLD

    def test_links_one_after_another(self, path: Path) -> None:
        first, second = path.with_name("first"), path.with_name("second")
        first.symlink_to(path.name)
        second.symlink_to(first)
        saved(second, change)
        assert (second.is_symlink(), first.is_symlink(), path.read_bytes()) == (True, True, NEW)

    def test_the_old_file_when_the_change_fails(self, path: Path) -> None:
        with pytest.raises(ZeroDivisionError):
            saved(path, lambda _: str(1 // 0))
        assert path.read_bytes() == OLD

    def test_the_file_itself_when_nothing_changes(self, path: Path) -> None:
        before = path.stat()
        assert not saved(path, lambda text: text, backup=True)
        assert path.stat() == before
        assert not path.with_name(path.name + BACKUP).exists()


class TestOddFiles:
    def test_a_ring_of_links(self, tmp_path: Path) -> None:
        for one, other in (("a", "b"), ("b", "a")):
            (tmp_path / one).symlink_to(other)
        assert refused(tmp_path / "a") in {"its links lead in a circle", "too many levels of symbolic links"}

    def test_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to("none")
        assert refused(tmp_path / "a") == "there is no such file"

    def test_folders_pipes_and_devices(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert refused(tmp_path / "pipe") == "this is a pipe, not a file"
        assert refused(tmp_path) == "this is a folder, not a file"
        for device in ("/dev/full", "/dev/zero", "/dev/null"):
            assert refused(Path(device)) == "this is a device, not a file"

    def test_a_name_with_a_nul(self) -> None:
        assert refused(Path("a\0b"))


class TestTheLock:
    def test_that_somebody_holds_is_waited_for(self, path: Path) -> None:
        with path.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            thread = threading.Thread(target=saved, args=(path, change))
            thread.start()
            time.sleep(0.05)
            assert path.read_bytes() == OLD
        thread.join(20)
        assert path.read_bytes() == NEW

    def test_is_not_waited_for_without_end(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(saving, "PATIENCE", 0.05)
        with path.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            assert refused(path) == "another program is changing it"
        assert path.read_bytes() == OLD

    def test_of_a_program_that_was_killed_is_in_nobodys_way(self, path: Path) -> None:
        code = (
            "import fcntl, sys, time\n"
            "file = open(sys.argv[1])\n"
            "fcntl.flock(file, fcntl.LOCK_EX)\n"
            "print(flush=True)\n"
            "time.sleep(60)\n"
        )
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as holder:
            assert holder.stdout is not None
            holder.stdout.readline()
            holder.send_signal(signal.SIGKILL)
        saved(path, change)
        assert path.read_bytes() == NEW

    def test_is_of_the_file_that_stands_there_not_of_one_that_stood(self, path: Path) -> None:
        with path.open() as held:  # whoever waits for this one waits for a file that is gone then
            fcntl.flock(held, fcntl.LOCK_EX)
            thread = threading.Thread(target=saved, args=(path, change))
            thread.start()
            time.sleep(0.05)
            path.with_name("another").write_bytes(OLD + b"# another\n")
            path.with_name("another").replace(path)
        thread.join(20)
        assert path.read_bytes() == NEW + b"# another\n"


def test_what_a_killed_writer_left_is_cleared_away_and_what_a_living_one_needs_is_not(path: Path) -> None:
    dead, reading = forked(lambda _: None)
    heard(dead, reading)
    gone = path.with_name(f"{BESIDE}{dead}-abc.tmp")
    living = path.with_name(f"{BESIDE}{os.getpid()}-abc.tmp")
    others = [
        path.with_name(name) for name in (f"{BESIDE}mine.tmp", ".argmap.txt", f"{BESIDE}{'9' * 40}-x.tmp")
    ]
    for each in (gone, living, *others):
        each.write_text("x")
    saved(path, change)
    there = {each: each.exists() for each in (gone, living, *others)}
    for each in (living, *others):
        each.unlink(missing_ok=True)
    assert (there[gone], there[living], there[others[0]], there[others[1]]) == (False, True, True, True)
