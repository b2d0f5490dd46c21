"""The decree that appoints one Pendamping or Fasilitator (Pasal 5, 9, 11)."""

from typing import Final

from documents.blitar.letter import DOTS, Printing, centred, letter, titled
from documents.blitar.staffing.signing import sign_decree
from documents.printable import one_line
from documents.sheet import WIDTH, Sheet
from documents.tables import Column, plain_columns
from domain.blitar.instruments import at
from domain.blitar.kinds import SubjectKind
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.staffing.staff_papers import AppointmentDecree
from domain.dates import indonesian_date
from domain.regions.regions import district

TITLE: Final = "Keputusan Kepala Dinas"
_NOT_SIGNED: Final = "belum ditetapkan; baru berlaku setelah diberi nomor dan ditandatangani Kepala Dinas"
_PARTS: Final = (Column("", 28), Column("", WIDTH - 28))


def appointment_decree(
    told: AppointmentDecree, printing: Printing, *, signed: bool, kept: bool = False
) -> bytes:
    """The decree as PDF bytes; a draft until it is recorded as `signed`.

    One that is `kept` as it is recorded carries its seal.
    """
    given, role = told.appointment, _role(told)
    sheet = letter(
        TITLE,
        given.decree,
        printing,
        note=f"Memuat nama {role}",
        draft="" if signed else _NOT_SIGNED,
        kept_on=given.appointed_on if kept else None,
    )
    titled(sheet, TITLE, given.decree, f"Penetapan {role} Koperasi dan Usaha Mikro")
    _considered(sheet, told)
    centred(sheet, "MEMUTUSKAN", bold=True)
    sheet.ln(1)
    plain_columns(sheet, _PARTS, _decided(told))
    sheet.ln(2)
    closing = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
    sign_decree(sheet, closing=closing, on=given.appointed_on)
    return sheet.finished()


def _role(told: AppointmentDecree) -> str:
    return told.appointment.kind.label


def _considered(sheet: Sheet, told: AppointmentDecree) -> None:
    direct = told.appointment.kind is SubjectKind.FACILITATOR
    reasons = []
    if direct:
        reasons.append(f"bahwa Fasilitator ditunjuk dan ditetapkan Kepala Dinas ({at('5(1)').place})")
    else:
        passed = f": {one_line(told.selected_in, 300)}" if told.selected_in else ""
        reasons.append(
            f"bahwa Pendamping ditunjuk melalui seleksi dan ditetapkan dengan Keputusan Kepala Dinas "
            f"({at('11(1)').place}){passed}"
        )
    if told.replaces:
        reasons.append(f"bahwa ia menggantikan {one_line(told.replaces, 80)}")
    reasons = [f"{letter}. {reason};" for letter, reason in zip("ab", reasons, strict=False)]
    law = (at("5(1)"), at("5(2)")) if direct else (at("9(1)"), at("11(1)"), at("11(2)"))
    places = ", ".join(one.place for one in law)
    rows = [("Menimbang" if place == 0 else "", reason) for place, reason in enumerate(reasons)]
    rows.append(("Mengingat", f"{BLITAR_MENTORING.instrument.name}, {places}, dan {at('9(2)').place}."))
    plain_columns(sheet, _PARTS, rows)
    sheet.ln(2)


def _decided(told: AppointmentDecree) -> list[tuple[str, str]]:
    given = told.appointment
    home = district(told.home_code) if told.home_code else None
    lives = f", bertempat tinggal di Kecamatan {home.name}" if home else ""
    since = indonesian_date(given.appointed_on) if given.appointed_on else DOTS
    until = indonesian_date(told.until) if told.until else DOTS
    area = (
        "Kecamatan tempat tugasnya ditentukan dengan surat tugas dalam wilayah kerja 22 kecamatan "
        f"({at('11(2)').place})."
    )
    name = one_line(given.name, 120) or DOTS
    decided = [f"Menetapkan {name}{lives}, sebagai {_role(told)} Koperasi dan Usaha Mikro."]
    decided.append(f"Masa kontraknya sejak {since} sampai dengan {until}.")
    if given.kind is SubjectKind.MENTOR:
        decided.append(area)
    decided.append(f"Tugas berakhir lebih awal bila terjadi salah satu keadaan dalam {at('9(2)').place}.")
    return list(zip(("KESATU", "KEDUA", "KETIGA", "KEEMPAT"), decided, strict=False))
