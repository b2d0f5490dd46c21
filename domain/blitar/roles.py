"""Who may do what in the mentoring of Blitar, each permission by the provision that gives it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.blitar.instruments import at
from domain.roles import Grant, OfficePermission, OfficeRole, Permission, Role, granted


class BlitarRole(Role):
    """The parts that people play in the mentoring."""

    MENTOR = "mentor", "Pendamping"
    FACILITATOR = "facilitator", "Fasilitator"
    AGENCY_HEAD = "agency_head", "Kepala Dinas"


class BlitarPermission(Permission):
    """What a person may do in the selection, with binaan, visits and reports."""

    RUN_SELECTION = "run_selection", "menjalankan seleksi Pendamping"
    READ_SELECTION = "read_selection", "membaca seleksi Pendamping"
    APPOINT_STAFF = "appoint_staff", "menetapkan atau memberhentikan dengan keputusan"
    MANAGE_STAFF = "manage_staff", "mengatur Pendamping dan penugasannya"
    READ_STAFF = "read_staff", "membaca daftar Pendamping"
    PLAN_OWN_WORK = "plan_own_work", "mengisi jadwal kerja sendiri"
    READ_COVERAGE = "read_coverage", "membaca cakupan wilayah"
    HAND_OVER_CLIENTS = "hand_over_clients", "menyerahterimakan binaan"
    READ_CLIENTS = "read_clients", "membaca data binaan"
    EDIT_CLIENTS = "edit_clients", "mengisi data binaan"
    END_CLIENTS = "end_clients", "mengakhiri pendampingan binaan"
    REVEAL_CLIENT_IDENTITY = "reveal_client_identity", "membuka nomor identitas binaan"
    RULE_ON_CLIENTS = "rule_on_clients", "memutuskan sasaran pendampingan"
    RECORD_VISITS = "record_visits", "mencatat kunjungan"
    VERIFY_VISITS = "verify_visits", "memverifikasi kunjungan"
    PROPOSE_UPGRADES = "propose_upgrades", "mengusulkan naik kelas"
    DECIDE_UPGRADES = "decide_upgrades", "menetapkan naik kelas"
    READ_REPORTS = "read_reports", "membaca laporan pendampingan"
    WRITE_REPORTS = "write_reports", "menyusun laporan bulanan"
    BUNDLE_RECOMMENDATIONS = "bundle_recommendations", "menyiapkan rekomendasi"
    SET_RECOMMENDATIONS = "set_recommendations", "menetapkan rekomendasi"
    VERIFY_MENTORING_PAPERS = "verify_mentoring_papers", "mencocokkan surat pendampingan"
    REVIEW_FACILITATORS = "review_facilitators", "menilai kinerja Fasilitator"


_MENTOR, _FACILITATOR, _HEAD = BlitarRole.MENTOR, BlitarRole.FACILITATOR, BlitarRole.AGENCY_HEAD
_LEADERSHIP, _ADMINISTRATOR = OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR

# Where no provision stands beside a grant, the regulation is silent and the division is the office's own.
GRANTS: Final[Mapping[Permission, Grant]] = MappingProxyType(
    {
        # The Fasilitator selects; the Kepala Dinas decrees.
        BlitarPermission.RUN_SELECTION: granted(_FACILITATOR, by=(at("6(1)"), at("8"))),
        BlitarPermission.READ_SELECTION: granted(_FACILITATOR, _HEAD, by=(at("6(3)"),)),
        BlitarPermission.APPOINT_STAFF: granted(_HEAD, by=(at("5(1)"), at("11(1)"))),
        BlitarPermission.MANAGE_STAFF: granted(_FACILITATOR, by=(at("11(2)"),)),
        BlitarPermission.READ_STAFF: granted(_MENTOR, _FACILITATOR, _HEAD),
        BlitarPermission.PLAN_OWN_WORK: granted(_MENTOR, by=(at("12.a"),)),
        # The administrator sees on the map the boundaries that they load.
        BlitarPermission.READ_COVERAGE: granted(_FACILITATOR, _HEAD, _MENTOR, _LEADERSHIP, _ADMINISTRATOR),
        BlitarPermission.HAND_OVER_CLIENTS: granted(_FACILITATOR, by=(at("11(2)"),)),
        # A Pendamping only of their own binaan: the verbs keep to it.
        BlitarPermission.READ_CLIENTS: granted(_MENTOR, _FACILITATOR, _HEAD),
        BlitarPermission.EDIT_CLIENTS: granted(_FACILITATOR, _MENTOR, by=(at("12"),)),
        BlitarPermission.END_CLIENTS: granted(_FACILITATOR),
        BlitarPermission.REVEAL_CLIENT_IDENTITY: granted(_FACILITATOR, _HEAD),
        # What Pasal 3 leaves open (B-02, B-07) waits for the Kepala Dinas.
        BlitarPermission.RULE_ON_CLIENTS: granted(_HEAD, by=(at("3"),)),
        BlitarPermission.RECORD_VISITS: granted(_FACILITATOR, _MENTOR, by=(at("12"), at("16(1)"))),
        BlitarPermission.VERIFY_VISITS: granted(_FACILITATOR, by=(at("5(3).h"), at("15(1)"))),
        BlitarPermission.PROPOSE_UPGRADES: granted(_FACILITATOR, by=(at("1.13"), at("1.14"))),
        BlitarPermission.DECIDE_UPGRADES: granted(_HEAD, by=(at("1.13"), at("1.14"))),
        BlitarPermission.READ_REPORTS: granted(_MENTOR, _FACILITATOR, _HEAD),
        BlitarPermission.WRITE_REPORTS: granted(_FACILITATOR, by=(at("5(3).i"),)),
        BlitarPermission.BUNDLE_RECOMMENDATIONS: granted(_FACILITATOR, by=(at("13(1)"),)),
        BlitarPermission.SET_RECOMMENDATIONS: granted(_HEAD, by=(at("13(1)"),)),
        # A Pendamping opens only what names their own binaan: the verb keeps to it.
        BlitarPermission.VERIFY_MENTORING_PAPERS: granted(_MENTOR, _FACILITATOR, _HEAD, _LEADERSHIP),
        BlitarPermission.REVIEW_FACILITATORS: granted(_HEAD, by=(at("15(2)"),)),
        OfficePermission.PROPOSE_SETTINGS: granted(_ADMINISTRATOR),
        OfficePermission.APPROVE_SETTINGS: granted(_HEAD),
        OfficePermission.READ_SUMMARY: granted(_LEADERSHIP, _HEAD, _ADMINISTRATOR),
        OfficePermission.SIMULATE_POLICY: granted(_LEADERSHIP, _HEAD, _ADMINISTRATOR),
        OfficePermission.LOAD_BOUNDARIES: granted(_ADMINISTRATOR),
        OfficePermission.KEEP_LAW_TEXTS: granted(_ADMINISTRATOR),
        OfficePermission.READ_AUDIT: granted(_ADMINISTRATOR),
        # What a person may ask about themselves is answered by the head's order or the administrator.
        OfficePermission.READ_OWN_RECORD: granted(_HEAD, _ADMINISTRATOR),
        OfficePermission.PROPOSE_ERASURE: granted(_ADMINISTRATOR),
        OfficePermission.APPROVE_ERASURE: granted(_HEAD),
        OfficePermission.START_DEMO_OVER: granted(_ADMINISTRATOR),
        OfficePermission.MANAGE_PEOPLE: granted(_ADMINISTRATOR),
    }
)
