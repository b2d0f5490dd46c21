"""The words of the trail: what was done, and to what; each programme adds its own in its folder."""

from dataclasses import dataclass

from domain.labelled import Labelled


class Action(Labelled):
    """What was done; the value is stable, the label is for people."""


class OfficeAction(Action):
    """What is done in the office of every programme."""

    PROPOSE_SETTING = "propose_setting", "Mengusulkan pengaturan"
    APPROVE_SETTING = "approve_setting", "Menyetujui pengaturan"
    PROPOSE_READING = "propose_reading", "Mengusulkan tafsir"
    APPROVE_READING = "approve_reading", "Menyetujui tafsir"
    RETURN_PROPOSAL = "return_proposal", "Mengembalikan usulan ketetapan"
    WITHDRAW_PROPOSAL = "withdraw_proposal", "Menarik usulan ketetapan"
    DRAFT_INSTRUMENT = "draft_instrument", "Menyusun peraturan perubahan"
    PROPOSE_INSTRUMENT = "propose_instrument", "Mengusulkan peraturan perubahan"
    APPROVE_INSTRUMENT = "approve_instrument", "Menyetujui peraturan perubahan"
    RETURN_INSTRUMENT = "return_instrument", "Mengembalikan peraturan perubahan"
    WITHDRAW_INSTRUMENT = "withdraw_instrument", "Menarik peraturan perubahan"
    ADD_PERSON = "add_person", "Menambah pengguna"
    FIRST_ADMINISTRATOR = "first_administrator", "Mengangkat administrator di server"
    GIVE_ROLE = "give_role", "Memberi peran"
    PROPOSE_ROLE = "propose_role", "Mengusulkan peran"
    APPROVE_ROLE = "approve_role", "Menyetujui peran"
    RETURN_ROLE = "return_role", "Mengembalikan usulan peran"
    WITHDRAW_ROLE = "withdraw_role", "Menarik usulan peran"
    END_ROLE = "end_role", "Mengakhiri peran"
    DEACTIVATE_PERSON = "deactivate_person", "Menonaktifkan pengguna"
    REACTIVATE_PERSON = "reactivate_person", "Mengaktifkan pengguna"
    CHANGE_EMAIL = "change_email", "Mengganti alamat surel pengguna"
    RELEASE_ACCOUNT = "release_account", "Melepas akun pengguna"
    END_SIGN_INS = "end_sign_ins", "Mengakhiri sesi masuk pengguna"
    SIGN_IN = "sign_in", "Masuk"
    SIGN_OUT = "sign_out", "Keluar"
    LOAD_BOUNDARIES = "load_boundaries", "Memuat batas wilayah"
    KEEP_OWN_TEXT = "keep_own_text", "Memuat salinan peraturan"
    OWN_RECORD = "own_record", "Menyusun catatan diri seseorang"
    HOLD_ERASURE = "hold_erasure", "Menahan penghapusan data pribadi"
    PROPOSE_ERASURE = "propose_erasure", "Mengusulkan daftar retensi"
    APPROVE_ERASURE = "approve_erasure", "Menyetujui daftar retensi"
    RETURN_ERASURE = "return_erasure", "Mengembalikan daftar retensi"
    WITHDRAW_ERASURE = "withdraw_erasure", "Menarik daftar retensi"
    ERASE = "erase", "Menghapus data pribadi (retensi)"
    TAKE_FILE = "take_file", "Mengunduh berkas"
    CHECK_LAW = "check_law", "Mencatat pemeriksaan peraturan lain"
    KEEP_POLICY_DRAFT = "keep_policy_draft", "Menyimpan rancangan simulasi"
    END_POLICY_DRAFT = "end_policy_draft", "Mengeluarkan rancangan simulasi dari daftar"


class SubjectKind(Labelled):
    """What kind of thing was changed; the label is for people."""


class OfficeSubject(SubjectKind):
    """What the office of every programme changes."""

    OFFICE_SETTING = "office_setting", "Pengaturan"
    READING_SETTLEMENT = "reading_settlement", "Tafsir"
    LATER_INSTRUMENT = "later_instrument", "Peraturan perubahan"
    PERSON = "person", "Pengguna"
    BOUNDARIES = "boundaries", "Batas wilayah"
    OWN_TEXT = "own_text", "Salinan peraturan"
    OWN_RECORD = "own_record", "Catatan diri"
    ERASURE_LIST = "erasure_list", "Daftar retensi"
    TAKEN_FILE = "taken_file", "Berkas unduhan"
    LAW_CHECK = "law_check", "Pemeriksaan peraturan lain"
    POLICY_DRAFT = "policy_draft", "Rancangan simulasi"


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that was changed."""

    kind: SubjectKind
    id: int
