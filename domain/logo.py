"""The logo of an office on its papers: a PNG or JPEG that somebody brings, drawn anew and small."""

from domain.evidence.contents import FileKind, kind_of
from domain.evidence.photographs import prepared
from domain.problems import Problem

FIELD = "value"
_KINDS = (FileKind.PNG, FileKind.JPEG)


def logo_from(data: bytes) -> bytes | Problem:
    """The logo as it is kept, a small JPEG on white with nothing beside its picture; or why it cannot be."""
    if kind_of(data) not in _KINDS:
        return Problem(FIELD, "Logo harus gambar PNG atau JPEG. Simpan ulang sebagai salah satunya.")
    found = prepared(data, tells_place=False)
    return Problem(FIELD, found.sentence) if isinstance(found, Problem) else found.small
