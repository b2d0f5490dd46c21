"""What a person is told of an error: its number, what it means for their work, and what to do."""

import logging
from collections.abc import Mapping
from typing import Final

from db.refusals import NotOpened, Refused, StoreBusy, StoreLost
from domain.dates import indonesian_moment
from domain.programme import NotAllowed
from pages.parts.errors.error_report import record
from pages.parts.errors.log import LINE

_LOG: Final = logging.getLogger(__name__)
SCREEN: Final = "screen"
BUTTON: Final = "button"
PART: Final = "part of a screen"
FILE: Final = "file"

_WHAT: Final = {
    SCREEN: "Terjadi kesalahan program, sehingga layar ini berhenti di sini",
    BUTTON: "Yang baru Anda tekan tidak berhasil karena kesalahan program",
    PART: "Bagian layar ini tidak dapat ditampilkan karena kesalahan program",
    FILE: "Berkas ini tidak dapat dibuat karena kesalahan program",
}


def sentence_about(error: BaseException, during: str, visit: Mapping[str, object]) -> str:
    """The sentence of a refusal; anything else gets a number, a line in the log, and a sentence with both."""
    if isinstance(error, Refused | NotAllowed):
        if isinstance(error, StoreLost | StoreBusy | NotOpened | NotAllowed):
            told = {"kind": type(error).__qualname__, "during": during, **visit}
            _LOG.warning("the store refused", extra={LINE: told})
        return error.sentence
    recorded = record(error, during, visit)
    return (
        f"{_WHAT[during]}. Nomor galat: {recorded.number}, {indonesian_moment(recorded.at)} WIB. "
        "Yang sudah tersimpan tetap aman. Bila Anda baru menyimpan sesuatu, periksa dahulu: anggap belum "
        "tersimpan. Coba sekali lagi; bila tetap begini, sebutkan nomor dan jam ini kepada administrator."
    )
