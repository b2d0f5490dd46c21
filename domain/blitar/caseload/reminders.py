"""Words that remind somebody of what waits, ready to be sent by the person who reads them first."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.caseload.attention import visit_in_words
from domain.blitar.caseload.duties import DatedDuty, state_in_words
from domain.dates import indonesian_date
from domain.phones import international

_MENTOR, _CLIENT = "Pendamping", "binaan"


@dataclass(frozen=True, slots=True)
class Reminder:
    """The words, for whom by name and by part, and the number of that person where one is held."""

    to: str
    words: str
    phone: str = ""
    whom: str = _MENTOR


def client_to_be_visited(client: str, phone: str, by: str) -> Reminder:
    """To a binaan: when may its Pendamping come."""
    told = (
        f"Saya {by}, Pendamping koperasi dan usaha mikro Kabupaten Blitar, ingin berkunjung dalam beberapa "
        "hari ini. Hari dan jam berapa yang cocok?"
    )
    return Reminder(client, _letter(client, told), international(phone), _CLIENT)


def mentor_to_visit(
    mentor: str, client: str, since: date, last_visit_on: date | None, day: date, by: str
) -> Reminder:
    """To a Pendamping: a binaan waits for a visit."""
    last = visit_in_words(since, last_visit_on, day)
    told = (
        f"{client} perlu dikunjungi: kunjungan terakhir {last}. Mohon dijadwalkan pekan ini, atau kabari "
        "bila ada kendala."
    )
    return Reminder(mentor, _letter(mentor, told, by))


def client_to_keep_word(client: str, phone: str, told: str, due_on: date, by: str) -> Reminder:
    """To a binaan: what was agreed is past its day."""
    words = (
        f"Mengingatkan kesepakatan kita: {told}, batas {indonesian_date(due_on)}. Bila sudah selesai atau "
        "ada kendala, mohon kabari."
    )
    return Reminder(client, _letter(client, words, by), international(phone), _CLIENT)


def other_to_keep_word(
    to: str, client: str, told: str, due_on: date, by: str, whom: str = _MENTOR
) -> Reminder:
    """To a Pendamping, a Fasilitator or another office: what was agreed for a binaan is past its day."""
    words = (
        f"Tindak lanjut untuk {client} belum ditutup: {told}, batas {indonesian_date(due_on)}. Mohon "
        "diselesaikan, atau kabari kendalanya."
    )
    return Reminder(to, _letter(to, words, by), whom=whom)


def mentor_without_visits(mentor: str, month: str, by: str) -> Reminder:
    """To a Pendamping: nobody was visited in the month so far."""
    told = (
        f"Belum ada kunjungan terkirim pada {month}. Bila sudah berkunjung, mohon dicatat dan dikirim; "
        "bila ada kendala, kabari."
    )
    return Reminder(mentor, _letter(mentor, told, by))


def mentor_to_send(mentor: str, client: str, on: date, state: str, by: str) -> Reminder:
    """To a Pendamping: a visit was not sent, or came back."""
    told = (
        f"Kunjungan ke {client}, {indonesian_date(on)}, masih {state.lower()}. Mohon dilengkapi lalu dikirim "
        "supaya dihitung."
    )
    return Reminder(mentor, _letter(mentor, told, by))


def staff_whose_contract_ends(name: str, last_day: date, by: str) -> Reminder:
    """To a Pendamping or Fasilitator: the service ends soon."""
    told = (
        f"Masa tugas Anda sampai {indonesian_date(last_day)}. Mohon siapkan laporan dan catatan serah terima "
        "binaan."
    )
    return Reminder(name, _letter(name, told, by))


def client_to_meet_duty(duty: DatedDuty, client: str, phone: str, by: str) -> Reminder:
    """To a binaan: a duty binds it, which its Pendamping can help with."""
    told = (
        f"Usaha makanan dan minuman wajib memiliki {duty.indicator.label.lower()} ({duty.law.name}). Bila "
        "sudah ada, mohon kirim fotonya; bila belum, saya bantu mendaftarkannya."
    )
    return Reminder(client, _letter(client, told, by), international(phone), _CLIENT)


def mentor_to_meet_duty(duty: DatedDuty, mentor: str, client: str, value: int | None, by: str) -> Reminder:
    """To a Pendamping: a duty binds a binaan of theirs."""
    told = (
        f"{client}: {state_in_words(duty, value)}, padahal wajib menurut {duty.law.name}. Mohon dibantu pada "
        "kunjungan berikutnya."
    )
    return Reminder(mentor, _letter(mentor, told, by))


def _letter(to: str, told: str, by: str = "") -> str:
    return f"Yth. {to}. {told} Terima kasih. {by}".strip()
