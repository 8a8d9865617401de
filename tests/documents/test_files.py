"""The file store keeps bytes once, by their hash, and notices damage."""

import hashlib
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from documents.files import BadFileId, FileDamaged, FileMissing, FileStore, media_type, tidy_name

PDF = b"%PDF-1.7 sample"


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def files_in(store: FileStore) -> list[Path]:
    return [p for p in store.root.rglob("*") if p.is_file()]


def test_a_stored_file_is_known_by_the_hash_of_its_bytes(store: FileStore) -> None:
    stored = store.put(PDF, name="Notice.pdf", kind="notice")
    assert stored.sha256 == hashlib.sha256(PDF).hexdigest()
    assert (stored.size, stored.name, stored.kind, stored.media_type) == (15, "Notice.pdf", "notice", "application/pdf")
    assert store.get(stored.sha256) == PDF
    assert store.exists(stored.sha256)


def test_the_same_bytes_under_two_names_are_one_file(store: FileStore) -> None:
    first = store.put(PDF, name="a.pdf", kind="notice")
    second = store.put(PDF, name="b.pdf", kind="exhibit")
    assert first.sha256 == second.sha256
    assert len(files_in(store)) == 1


def test_names_of_people_never_reach_the_folder(store: FileStore) -> None:
    store.put(PDF, name="../../Mrs Sample Tenant arrears.pdf", kind="letter")
    assert "Sample" not in str(files_in(store)[0].relative_to(store.root))
    assert files_in(store)[0].stat().st_mode & 0o077 == 0


def test_no_half_written_file_is_left_when_the_disk_fails(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("documents.files.os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        store.put(PDF, name="a.pdf", kind="notice")
    assert files_in(store) == []


def test_a_changed_file_is_noticed_on_reading_and_mended_by_storing_again(store: FileStore) -> None:
    stored = store.put(PDF, name="a.pdf", kind="notice")
    store.path(stored.sha256).chmod(0o600)
    store.path(stored.sha256).write_bytes(b"%PDF-1.7 forged")
    with pytest.raises(FileDamaged):
        store.get(stored.sha256)
    store.put(PDF, name="a.pdf", kind="notice")
    assert store.get(stored.sha256) == PDF


def test_a_missing_file_is_said_to_be_missing(store: FileStore) -> None:
    assert not store.exists("0" * 64)
    with pytest.raises(FileMissing):
        store.get("0" * 64)


@pytest.mark.parametrize(
    "bad", ["", "..", "../../etc/passwd", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 63 + "\n", "0" * 64 + "\n"]
)
def test_an_id_that_is_not_a_hash_is_refused(store: FileStore, bad: str) -> None:
    for ask in (store.path, store.get, store.exists):
        with pytest.raises(BadFileId):
            ask(bad)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Notice seeking possession.pdf", "Notice seeking possession.pdf"),
        ("C:\\Users\\sample\\letter.docx", "letter.docx"),
        ("../../letter.docx", "letter.docx"),
        ("in\nvoice\u202egpj.pdf", "invoicegpj.pdf"),
        (".hidden", "hidden"),
        ("", "file"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_shown_name_is_one_safe_line(given: str, shown: str) -> None:
    assert tidy_name(given) == shown


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (PDF, "statement.txt", "application/pdf"),
        (b"<script>", "notice.pdf", "application/octet-stream"),
        (b"PK\x03\x04...", "form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04...", "form.pdf", "application/zip"),
        (b"a,b\n", "postings.csv", "text/csv"),
        (b"?", "noname", "application/octet-stream"),
    ],
)
def test_the_type_is_what_the_bytes_show(data: bytes, name: str, found: str) -> None:
    assert media_type(data, name) == found


def test_what_a_killed_process_left_half_written_is_removed_after_a_while_and_nothing_else(store: FileStore) -> None:
    stored = store.put(PDF, name="a.pdf", kind="notice")
    half = store.path(stored.sha256).with_name(".incoming-half")
    half.write_bytes(b"%PDF")
    written = datetime.fromtimestamp(half.stat().st_mtime, UTC)
    assert store.clear_half_written(written - timedelta(seconds=1)) == 0
    assert store.clear_half_written(written + timedelta(seconds=1)) == 1
    assert files_in(store) == [store.path(stored.sha256)]


def test_a_file_that_was_sent_waits_is_kept_once_and_is_swept_away_when_nobody_wants_it(store: FileStore) -> None:
    sha256, size = store.stage(io.BytesIO(PDF))
    assert (store.stage(io.BytesIO(PDF)), size) == ((sha256, size), len(PDF))
    assert not store.exists(sha256)
    assert store.staged(sha256).read_bytes() == PDF
    stored = [store.keep_staged(sha256, name="a.pdf", kind="other") for _ in range(2)]
    assert stored[0] == stored[1]
    assert files_in(store) == [store.path(sha256)]
    other, _ = store.stage(io.BytesIO(b"never wanted"))
    sent = datetime.fromtimestamp(store.staged(other).stat().st_mtime, UTC)
    assert store.clear_staged(sent - timedelta(seconds=1)) == 0
    assert store.clear_staged(sent + timedelta(seconds=1)) == 1
    with pytest.raises(FileMissing):
        store.staged(other)
    with pytest.raises(BadFileId):
        store.staged("../../etc/passwd")
