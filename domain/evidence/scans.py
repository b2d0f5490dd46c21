"""What must not be in a scan that is kept: what acts when a PDF is opened, or another file in it."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

_MOST_INFLATED: Final = 16 * 1024 * 1024
_PIECE: Final = 4_096
_STREAM: Final = re.compile(rb"(?<!end)stream(?:\r\n|\r|\n)")
_STREAM_END: Final = b"endstream"


def _name(*names: str, then: bytes = b"") -> re.Pattern[bytes]:
    """Any of the names of a PDF, also where a letter is written as its number, with its end behind it."""
    either = "|".join("".join(f"(?:{one}|(?i:#{ord(one):02x}))" for one in name) for name in names)
    return re.compile(b"/(?:" + either.encode() + rb")(?=[\0\s()<>\[\]{}/%]|\Z)" + then)


# Too long to come about by chance, so sought in the whole file: whoever hides one may call anything a stream.
_ACTING: Final = _name(
    "JavaScript", "Launch", "Rendition", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "RichMediaContent"
)
# A list behind it is the page that is shown first, which does nothing.
_OPENING: Final = _name("OpenAction", then=rb"(?![\0\s]*\[)")
# Three bytes come about by chance in the data of any larger picture, so sought beside the streams only.
_SCRIPT: Final = _name("JS")
_ANY: Final = (_ACTING, _OPENING, _SCRIPT)
_PACKED: Final = _name("ObjStm")


def is_whole_pdf(pdf: bytes) -> bool:
    """Whether a PDF has its end, which a broken upload lacks."""
    return b"%%EOF" in pdf[-1_024:]


def acts_when_opened(pdf: bytes) -> bool:
    """Whether a PDF names what acts when it is opened, carries another file, or unpacks to no end."""
    if _ACTING.search(pdf) or _OPENING.search(pdf):
        return True
    room = _MOST_INFLATED
    for told, stream in _beside_and_in_streams(pdf):
        packed = _inflated(stream, room) if _PACKED.search(told) else b""
        room -= len(packed)
        if room <= 0 or _SCRIPT.search(told) or any(one.search(packed) for one in _ANY):
            return True
    return False


def _beside_and_in_streams(pdf: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each stream of a PDF and what is in it, and at last what stands behind them all."""
    at = 0
    while (begin := _STREAM.search(pdf, at)) and (end := pdf.find(_STREAM_END, begin.end())) >= 0:
        yield pdf[at : begin.start()], pdf[begin.end() : end]
        at = end + len(_STREAM_END)
    yield pdf[at:], b""


def _inflated(stream: bytes, most: int) -> bytes:
    """The objects packed in a stream, as far as it can be read and there is room."""
    unpacking, found = zlib.decompressobj(), bytearray()
    try:
        for at in range(0, len(stream), _PIECE):
            found += unpacking.decompress(stream[at : at + _PIECE], most - len(found))
            if unpacking.eof or len(found) >= most:
                break
    except zlib.error:
        pass  # what came before is what a reader shows too
    return bytes(found)
