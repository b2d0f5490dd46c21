"""The named choices of a Sampang application; each carries the words that screens and papers show."""

from domain.labelled import Labelled


class ApplicantKind(Labelled):
    """Who applies; Romawi IV has one list of criteria for each."""

    COOPERATIVE = "cooperative", "Koperasi"
    BUSINESS = "business", "Usaha mikro, kecil, menengah"
    MICROFINANCE = "microfinance", "Lembaga keuangan mikro (LKM)"
    CLUSTER = "cluster", "Sentra UKM"


class CooperativeLevel(Labelled):
    """The level of a koperasi, as the Dinas has recorded it."""

    PRIMARY = "primary", "Primer"
    SECONDARY = "secondary", "Sekunder"


class CooperativeGrade(Labelled):
    """The five grades of a koperasi, from the lowest up."""

    POOR = "poor", "Tidak berkualitas"
    LACKING = "lacking", "Kurang berkualitas"
    FAIR = "fair", "Cukup berkualitas"
    QUALITY = "quality", "Berkualitas"
    EXCELLENT = "excellent", "Sangat berkualitas"


class SizeClass(Labelled):
    """The size class of a business, from the smallest up."""

    MICRO = "micro", "Usaha mikro"
    SMALL = "small", "Usaha kecil"
    MEDIUM = "medium", "Usaha menengah"
    ABOVE = "above", "Di atas usaha menengah"


class SizeFound(Labelled):
    """What is found of the size of a business: a class, or two where the law's own tests disagree."""

    MICRO = "micro", "Usaha mikro"
    SMALL = "small", "Usaha kecil"
    MEDIUM = "medium", "Usaha menengah"
    ABOVE = "above", "Di atas usaha menengah"
    MICRO_OR_SMALL = "micro-small", "Usaha mikro atau kecil"
    MICRO_OR_MEDIUM = "micro-medium", "Usaha mikro atau menengah"
    MICRO_OR_ABOVE = "micro-above", "Usaha mikro atau di atas usaha menengah"
    SMALL_OR_MEDIUM = "small-medium", "Usaha kecil atau menengah"
    SMALL_OR_ABOVE = "small-above", "Usaha kecil atau di atas usaha menengah"
    MEDIUM_OR_ABOVE = "medium-above", "Usaha menengah atau di atasnya"

    @property
    def could_be(self) -> tuple[SizeClass, ...]:
        """The one class, or the two between which it is open."""
        return tuple(map(SizeClass, str(self).split("-")))


class SizeBasis(Labelled):
    """The law under which a size class is stated."""

    UU_20_2008 = "uu-20-2008", "UU 20/2008 Pasal 6"
    PP_7_2021 = "pp-7-2021", "PP 7/2021 Pasal 35"


class Premises(Labelled):
    """In what way the place of business is held."""

    OWN = "own", "Milik sendiri"
    RENTED = "rented", "Menyewa"
    FREE_USE = "free_use", "Pinjam pakai tanpa sewa"


class LetterOrigin(Labelled):
    """Whose village wrote the letter about a micro business."""

    BUSINESS_VILLAGE = "business_village", "Desa/kelurahan tempat usaha"
    HOME_VILLAGE = "home_village", "Desa/kelurahan tempat tinggal"


class CreditHistory(Labelled):
    """Which credit the applicant has had before, loans from this fund apart."""

    NONE = "none", "Belum pernah mendapat kredit"
    ORDINARY = "ordinary", "Pernah kredit biasa (bank, koperasi, leasing)"
    PROGRAMME = "programme", "Pernah kredit program (bersubsidi atau bergulir)"


class Purpose(Labelled):
    """What the loan is for."""

    WORKING_CAPITAL = "working_capital", "Modal kerja"
    INVESTMENT = "investment", "Investasi (alat, bangunan, kendaraan)"
    MIXED = "mixed", "Modal kerja dan investasi"


class MaritalStatus(Labelled):
    """Whether a husband or wife must sign too."""

    MARRIED = "married", "Kawin"
    UNMARRIED = "unmarried", "Belum kawin atau cerai"


class CollateralKind(Labelled):
    """What is pledged."""

    LAND = "land", "Tanah (sertifikat)"
    VEHICLE = "vehicle", "Kendaraan (BPKB)"
    GOODS = "goods", "Barang dagangan atau mesin"


class LandSituation(Labelled):
    """Where a piece of land lies."""

    AT_BUSINESS = "at_business", "Di tempat usaha"
    AT_HOME = "at_home", "Di tempat tinggal pemohon/pengurus"
    IN_SAMPANG = "in_sampang", "Di tempat lain di Kabupaten Sampang"
    OUTSIDE = "outside", "Di luar Kabupaten Sampang"


class PriceLetter(Labelled):
    """Who signed the letter that gives the price of the land."""

    CAMAT = "camat", "Camat"
    LURAH = "lurah", "Lurah"
    VILLAGE_HEAD = "village_head", "Kepala desa"
    NONE = "none", "Belum ada surat"


class Plate(Labelled):
    """The region of a vehicle's number plate."""

    SAMPANG = "sampang", "Sampang"
    OTHER = "other", "Daerah lain"


class Source(Labelled):
    """How the application reached the Dinas."""

    COUNTER = "counter", "Di loket"
    PAPER = "paper", "Formulir kertas"


class InterestMethod(Labelled):
    """How interest is worked out; Perbup Sampang 20/2015 does not say (S-42)."""

    FLAT = "flat", "Tetap (flat)"
    DECLINING = "declining_balance", "Menurun"
    ANNUITY = "annuity", "Anuitas"


class BorrowerKind(Labelled):
    """Who borrows, as far as the ceilings of VIII.1.b tell them apart."""

    SMALL_OR_MEDIUM = "small_or_medium", "Usaha kecil atau menengah"
    MICRO = "micro", "Usaha mikro"
    PRIMARY_COOP = "primary_coop", "Koperasi primer"
    SECONDARY_COOP = "secondary_coop", "Koperasi sekunder"
    MICROFINANCE = "microfinance", "LKM"
    CLUSTER = "cluster", "Sentra UKM"
