"""The named choices of the mentoring programme; each carries the words that people read."""

from domain.labelled import Labelled


class SubjectKind(Labelled):
    """Whom an assessment is about; each has its own list of rules."""

    CANDIDATE = "candidate", "Calon pendamping"
    CLIENT_COOPERATIVE = "client_cooperative", "Koperasi binaan"
    CLIENT_MICRO = "client_micro", "Usaha mikro binaan"
    MENTOR = "mentor", "Pendamping"
    FACILITATOR = "facilitator", "Fasilitator"


# ---- candidates (Pasal 7) ------------------------------------------------------------------------
class DomicileProof(Labelled):
    """With which paper somebody shows where they live."""

    IDENTITY_CARD = "identity_card", "KTP beralamat di Kabupaten Blitar"
    LETTER = "letter", "Surat keterangan domisili"
    NONE = "none", "Belum ada surat"


class HealthIssuer(Labelled):
    """Who wrote the health letter."""

    REGIONAL_HOSPITAL = "regional_hospital", "RSUD"
    STATE_HOSPITAL = "state_hospital", "Rumah sakit milik pemerintah pusat atau provinsi"
    SERVICE_HOSPITAL = "service_hospital", "Rumah sakit TNI/Polri"
    HEALTH_CENTRE = "health_centre", "Puskesmas"
    PRIVATE = "private", "Rumah sakit, klinik, atau dokter swasta"
    NONE = "none", "Belum ada surat"


class WorkTie(Labelled):
    """Under which contract of work somebody stands on one day; an own business is none."""

    NONE = "none", "Tidak terikat kontrak kerja (termasuk yang punya usaha sendiri)"
    FIXED_TERM = "fixed_term", "Kontrak kerja berjangka waktu"
    PERMANENT = "permanent", "Pekerja tetap"
    SERVICE = "service", "Kontrak jasa atau borongan"


class Education(Labelled):
    """The highest education completed, from the lowest up; OTHER is judged by a person."""

    SCHOOL = "school", "SMA/sederajat atau di bawahnya"
    DIPLOMA_1_2 = "diploma_1_2", "D1 atau D2"
    DIPLOMA_3 = "diploma_3", "D3"
    DIPLOMA_4 = "diploma_4", "D4 (Sarjana Terapan)"
    BACHELOR = "bachelor", "S1"
    MASTER = "master", "S2"
    DOCTOR = "doctor", "S3"
    OTHER = "other", "Lain (misalnya ijazah luar negeri)"


class Statement(Labelled):
    """In what way somebody has stated something, or that they do not."""

    WRITTEN = "written", "Pernyataan tertulis"
    SPOKEN = "spoken", "Dinyatakan lisan dan dicatat petugas"
    REFUSED = "refused", "Tidak bersedia menyatakan"


# ---- clients (Pasal 3) ---------------------------------------------------------------------------
class CooperativeScale(Labelled):
    """How wide a koperasi reaches, by its membership and legal entity."""

    REGENCY = "regency", "Kabupaten"
    PROVINCE = "province", "Provinsi"
    NATIONAL = "national", "Nasional"


class Operation(Labelled):
    """Whether a client is doing business or producing."""

    RUNNING = "running", "Sedang berjalan"
    PAUSED = "paused", "Pernah berjalan, sekarang berhenti sementara"
    NOT_STARTED = "not_started", "Belum mulai"


class BusinessForm(Labelled):
    """The form of a business."""

    PERSON = "person", "Usaha orang perorangan"
    SOLE = "sole", "Badan usaha perorangan (misalnya UD)"
    PARTNERSHIP = "partnership", "CV atau firma"
    COMPANY = "company", "PT"


class Sector(Labelled):
    """The trade of a client, in the classes by which the office counts."""

    FOOD = "food", "Makanan dan minuman"
    CRAFT = "craft", "Kerajinan"
    CLOTHING = "clothing", "Batik dan pakaian"
    LIVESTOCK = "livestock", "Peternakan"
    FISHERY = "fishery", "Perikanan"
    FARMING = "farming", "Pertanian dan perkebunan"
    TRADE = "trade", "Perdagangan"
    SERVICES = "services", "Jasa"
    SAVINGS_AND_LOANS = "savings_and_loans", "Simpan pinjam"
    OTHER = "other", "Lainnya"
