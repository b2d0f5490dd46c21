"""Bytes of photos and scans in a folder that the administrator named, each under the hash of its content."""

import os
import re
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from db.refusals import Refused

OPTION: Final = "evidence_folder"
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_UNFINISHED: Final = ".part"


class FolderNotWritten(Refused):
    """The folder is full, not there, or closed to the program; nothing was stored."""

    def __init__(self) -> None:
        super().__init__(
            "Belum tersimpan: folder foto dan pindaian tidak dapat ditulis. Isian Anda tidak hilang. "
            "Beri tahu administrator: folder itu mungkin penuh, hilang, atau tidak terbuka untuk aplikasi."
        )


class FileAway(Refused):
    """A file that was kept in the folder is missing, or is not what was kept."""

    def __init__(self) -> None:
        super().__init__(
            "Foto atau pindaian ini tidak dapat dibuka: berkasnya hilang dari folder penyimpanan, atau "
            "isinya bukan lagi yang disimpan. Beri tahu administrator; cadangannya dapat dikembalikan."
        )


def folder_of(session: Session) -> Path | None:
    """The folder for the bytes of this store; None where they are kept in the database."""
    return session.get_bind().get_execution_options().get(OPTION)


def write_file(folder: Path, data: bytes) -> None:
    """Keep bytes under their hash, whole or not at all; what lies there already is kept as it is."""
    digest = sha256(data).hexdigest()
    if is_there(folder, digest):
        return
    try:
        _write(place_of(folder, digest), data)
    except OSError:
        raise FolderNotWritten from None


def read_file(folder: Path, digest: str) -> bytes:
    """The bytes with this hash; raises FileAway where they are missing or others."""
    try:
        data = place_of(folder, digest).read_bytes()
    except (OSError, ValueError):
        raise FileAway from None
    if sha256(data).hexdigest() != digest:
        raise FileAway
    return data


def is_there(folder: Path, digest: str) -> bool:
    """Whether the bytes with this hash lie in the folder as they were kept."""
    try:
        read_file(folder, digest)
    except FileAway:
        return False
    return True


def place_of(folder: Path, digest: str) -> Path:
    """Where the bytes with a hash lie; nothing but a hash makes a place."""
    if _HASH.fullmatch(digest) is None:
        raise ValueError("no hash of what is kept")
    return folder / digest[:2] / digest


def files_in(folder: Path) -> Iterator[Path]:
    """Every file of the folder, also those that were not finished."""
    return (one for one in sorted(folder.rglob("*")) if one.is_file())


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(exist_ok=True)  # the folder itself must be there: a disk that is away is not replaced
    handle, unfinished = tempfile.mkstemp(dir=place.parent, suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, place)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    _settle(place.parent)


def _settle(folder: Path) -> None:
    """Let the new name itself be on the disk before the store tells of it; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
