import errno
import io
import os
import select
import signal
import socket
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap import disk
from argmap.disk import line_and_column, read_text, shown, write_whole
from argmap.errors import FileError, LoadError, Problem

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
AS_ROOT = "root may read and write every file"


def refusal(path: str | Path) -> str:
    with pytest.raises(FileError) as caught:
        read_text(path)
    assert str(path) in str(caught.value)
    return caught.value.message


def problem(data: bytes, tmp_path: Path) -> Problem:
    path = tmp_path / "m.yaml"
    path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        read_text(path)
    (found,) = caught.value.problems
    return found


@pytest.fixture
def no_hanging() -> Iterator[None]:
    """Turn a read that waits for ever into a failure."""
    signal.alarm(20)
    yield
    signal.alarm(0)


class TestReading:
    def test_a_text_is_read_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "m.yaml"
        path.write_bytes("é\r\n😀\n".encode())
        assert read_text(path) == read_text(str(path)) == "é\r\n😀\n"

    def test_a_byte_order_mark_is_left_out(self, tmp_path: Path) -> None:
        path = tmp_path / "m.yaml"
        path.write_bytes(b"\xef\xbb\xbfargmap: 1\n")
        assert read_text(path) == "argmap: 1\n"

    def test_a_missing_file_is_refused(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / "none.yaml") == "there is no such file"
        assert refusal("") == "there is no such file"

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        assert refusal(tmp_path) == "this is a folder, not a file"

    def test_a_file_in_a_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "m.yaml").write_text("argmap: 1\n")
        assert refusal(tmp_path / "m.yaml" / "n.yaml") == "not a directory"

    @pytest.mark.usefixtures("no_hanging")
    def test_a_pipe_is_refused_without_waiting_for_its_writer(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert refusal(tmp_path / "pipe") == "this is a pipe, not a file"

    @pytest.mark.usefixtures("no_hanging")
    @pytest.mark.parametrize("name", ["/dev/zero", "/dev/null", "/dev/full"])
    def test_a_device_is_refused(self, name: str) -> None:
        assert refusal(name) == "this is a device, not a file"

    def test_a_socket_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # the names of sockets are short
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind("socket")
            assert refusal("socket")

    def test_a_dangling_symbolic_link_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "none")
        assert refusal(tmp_path / "link") == "there is no such file"

    def test_a_ring_of_symbolic_links_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        assert refusal(tmp_path / "a") == "too many levels of symbolic links"

    def test_a_name_too_long_or_with_a_nul_is_refused(self, tmp_path: Path) -> None:
        assert refusal(tmp_path / ("x" * 5_000)) == "file name too long"
        with pytest.raises(FileError, match=r"a\\u0000b: embedded null byte"):
            read_text("a\0b")

    @pytest.mark.skipif(ROOT, reason=AS_ROOT)
    def test_an_unreadable_file_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("argmap: 1\n")
        path.chmod(0)
        assert refusal(path) == "permission is denied"

    def test_an_oversized_file_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(disk, "LARGEST", 2 << 20)
        path = tmp_path / "m.yaml"
        path.write_bytes(b"x" * (2 << 20))
        assert len(read_text(path)) == 2 << 20
        path.write_bytes(b"x" * ((2 << 20) + 1))
        assert refusal(path) == "it is larger than 2 MB"

    def test_a_fault_of_the_disk_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("argmap: 1\n")

        def broken(*_: object) -> bytes:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(disk, "_bounded", broken)
        assert refusal(path) == "input/output error"

    def test_no_handle_stays_open(self, tmp_path: Path) -> None:
        handles = Path("/proc/self/fd")
        if not handles.is_dir():
            pytest.skip("this system does not list open files")
        before = len(list(handles.iterdir()))
        for path in (tmp_path, Path("/dev/null"), tmp_path / "none"):
            for _ in range(5):
                refusal(path)
        assert len(list(handles.iterdir())) == before


class TestDecoding:
    def test_invalid_utf_8_is_placed_by_line_and_code_point(self, tmp_path: Path) -> None:
        found = problem("argmap: 1\ntitle: é😀".encode() + b"\xe9t\xe9\n", tmp_path)
        assert found == Problem(2, 10, "this is no UTF-8 text (byte 0xe9); save it as UTF-8")

    def test_after_a_byte_order_mark_the_place_is_the_same(self, tmp_path: Path) -> None:
        data = "é: 1\n".encode() + b"ab\xff"
        found = problem(data, tmp_path)
        assert found == Problem(2, 3, "this is no UTF-8 text (byte 0xff); save it as UTF-8")
        assert problem(b"\xef\xbb\xbf" + data, tmp_path) == found

    @pytest.mark.parametrize(
        "data",
        [
            b"\xc0\xaf",
            b"\xe0\x80\xaf",
            b"\xf0\x80\x80\xaf",
            b"\xed\xa0\x80",
            b"\xf4\x90\x80\x80",
            b"\x80",
            b"\xe2\x82",
        ],
        ids=["overlong 2", "overlong 3", "overlong 4", "surrogate", "beyond Unicode", "stray", "cut short"],
    )
    def test_what_is_no_utf_8_is_refused_and_never_replaced(self, data: bytes, tmp_path: Path) -> None:
        found = problem(b"a: " + data, tmp_path)
        assert (found.line, found.column) == (1, 4)

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
    def test_other_unicode_encodings_are_refused(self, encoding: str, tmp_path: Path) -> None:
        found = problem("argmap: 1\n".encode(encoding), tmp_path)
        if encoding == "utf-16":
            assert found == Problem(1, 1, "this is UTF-16; save it as UTF-8")

    def test_a_nul_is_placed(self, tmp_path: Path) -> None:
        assert problem(b"a: 1\nbc\0d", tmp_path) == Problem(2, 3, "a NUL character: this is no text file")

    @pytest.mark.parametrize(("position", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3))])
    def test_lines_and_columns_count_from_one(self, position: int, place: tuple[int, int]) -> None:
        assert line_and_column("ab\ncde", position) == place


class Standard:
    """A standard input of certain bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


class TestStandardInput:
    def test_a_hyphen_is_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", Standard(b"\xef\xbb\xbfargmap: 1\n"))
        assert read_text("-") == read_text_of(Standard(b"argmap: 1\n"), monkeypatch)
        assert shown("-") == "standard input"

    def test_its_faults_are_told_under_its_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(LoadError, match="standard input:1:1: "):
            read_text_of(Standard(b"\xff"), monkeypatch)

    def test_closed_it_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(FileError, match="standard input: it is closed"):
            read_text_of(None, monkeypatch)
        closed = Standard(b"")
        closed.buffer.close()
        with pytest.raises(FileError, match="standard input: "):
            read_text_of(closed, monkeypatch)

    def test_too_much_of_it_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(disk, "LARGEST", 8)
        with pytest.raises(FileError, match="standard input: it is larger"):
            read_text_of(Standard(b"argmap: 1\n"), monkeypatch)


def read_text_of(standard: Standard | None, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stdin", standard)
    return read_text("-")


def test_file_names_are_shown_without_what_steers_a_terminal() -> None:
    assert shown("a\x1b[31m.yaml") == "a\\u001b[31m.yaml"
    assert shown("a\udcff.yaml") == "a\\udcff.yaml"


class TestWriting:
    def test_a_file_is_made_with_the_usual_rights(self, tmp_path: Path) -> None:
        path, other = tmp_path / "new.yaml", tmp_path / "other.yaml"
        write_whole(path, ["é", "\n"])
        other.write_text("")
        assert path.read_bytes() == "é\n".encode()
        assert path.stat().st_mode == other.stat().st_mode

    @pytest.mark.parametrize("mode", [0o640, 0o600, 0o755])
    def test_the_rights_of_an_old_file_are_kept(self, mode: int, tmp_path: Path) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("old")
        path.chmod(mode)
        write_whole(path, ["new"])
        assert path.read_text() == "new"
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @pytest.mark.parametrize("fault", [ValueError, OSError, RuntimeError, KeyboardInterrupt, MemoryError])
    def test_the_old_file_stays_when_the_writing_fails(
        self, fault: type[BaseException], tmp_path: Path
    ) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("old")

        def chunks() -> Iterator[str]:
            yield "new" * 100_000
            raise fault

        with pytest.raises(FileError if fault is OSError else fault):
            write_whole(path, chunks())
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_nothing_is_left_when_a_new_file_fails(self, tmp_path: Path) -> None:
        with pytest.raises(UnicodeEncodeError):
            write_whole(tmp_path / "m.yaml", ["half a character: \ud800"])
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("step", ["replace", "chmod"])
    def test_a_failing_last_step_leaves_the_old_file(
        self, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("old")

        def failing(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(Path, step, failing)
        with pytest.raises(FileError, match="no space left on device"):
            write_whole(path, ["new"])
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_the_new_bytes_are_on_the_disk_before_the_name_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        steps: list[str] = []
        sync, replace = os.fsync, Path.replace

        def syncing(handle: int) -> None:
            steps.append("sync")
            sync(handle)

        def replacing(path: Path, target: Path) -> Path:
            steps.append("replace")
            return replace(path, target)

        monkeypatch.setattr(os, "fsync", syncing)
        monkeypatch.setattr(Path, "replace", replacing)
        write_whole(tmp_path / "m.yaml", ["new"])
        assert steps == ["sync", "replace", "sync"]

    def test_a_symbolic_link_is_kept_and_its_target_written(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        target, link = tmp_path / "folder" / "m.yaml", tmp_path / "link"
        target.write_text("old")
        link.symlink_to(target)
        write_whole(link, ["new"])
        assert link.is_symlink()
        assert target.read_text() == "new"
        assert sorted(each.name for each in tmp_path.rglob("*")) == ["folder", "link", "m.yaml"]

    def test_a_dangling_link_gets_its_target(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "m.yaml")
        write_whole(tmp_path / "link", ["new"])
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "m.yaml").read_text() == "new"

    def test_a_ring_of_links_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to(tmp_path / "b")
        (tmp_path / "b").symlink_to(tmp_path / "a")
        assert unwritable(tmp_path / "a") == "too many levels of symbolic links"
        assert (tmp_path / "a").is_symlink()

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        assert unwritable(tmp_path) == "this is a folder, not a file"
        assert list(tmp_path.iterdir()) == []

    def test_a_missing_folder_is_refused_by_its_right_name(self, tmp_path: Path) -> None:
        assert unwritable(tmp_path / "none" / "m.yaml") == "there is no such folder"

    def test_a_name_with_a_nul_is_refused(self) -> None:
        assert unwritable("a\0b") == "embedded null byte"

    @pytest.mark.skipif(ROOT, reason=AS_ROOT)
    def test_what_may_not_be_written_to_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "m.yaml"
        path.write_text("old")
        path.chmod(0o400)
        assert unwritable(path) == "permission is denied"
        tmp_path.chmod(0o500)
        assert unwritable(tmp_path / "new.yaml") == "permission is denied"
        tmp_path.chmod(0o700)

    def test_a_file_that_may_not_be_written_to_is_refused(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "m.yaml").write_text("old")
        monkeypatch.setattr(os, "access", lambda *_: False)
        assert unwritable(tmp_path / "m.yaml") == "permission is denied"

    def test_a_full_device_is_told_and_stays_a_device(self) -> None:
        if not Path("/dev/full").exists():
            pytest.skip("this system has no /dev/full")
        assert unwritable("/dev/full") == "no space left on device"
        assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)

    def test_a_device_is_written_to_as_it_is(self) -> None:
        write_whole("/dev/null", ["gone"])
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_a_pipe_is_written_to_as_it_is(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        got = bytearray()

        def read_slowly() -> None:
            select.select([reader], [], [], 20)  # until there is a writer, a read would end at once
            os.set_blocking(reader, True)
            while piece := os.read(reader, 50_000):
                got.extend(piece)

        thread = threading.Thread(target=read_slowly)
        thread.start()
        write_whole(pipe, ["through"] * 100_000)  # more than a pipe holds: the writer must wait
        thread.join(20)
        os.close(reader)
        assert got == b"through" * 100_000

    def test_a_pipe_that_nobody_reads_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert unwritable(tmp_path / "pipe") == "nobody reads this pipe"

    def test_what_a_folder_cannot_do_is_no_fault(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened = os.open

        def choosy(path: str, flags: int, *more: int, **named: int) -> int:
            if Path(path) == tmp_path:
                raise OSError(errno.EINVAL, "folders cannot be opened")
            return opened(path, flags, *more, **named)

        monkeypatch.setattr(os, "open", choosy)
        write_whole(tmp_path / "m.yaml", ["new"])
        assert (tmp_path / "m.yaml").read_text() == "new"


def unwritable(path: str | Path) -> str:
    with pytest.raises(FileError) as caught:
        write_whole(path, ["new"])
    return caught.value.message
