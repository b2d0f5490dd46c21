"""Why somebody is not let in, and how a sign-in ends."""

from domain.labelled import Labelled


class Outside(Labelled):
    """Why the door stays closed; the label is for the log, the screen says more."""

    NOT_SIGNED_IN = "not_signed_in", "belum masuk"
    NOT_VERIFIED = "not_verified", "alamat surel belum dibuktikan"
    UNKNOWN = "unknown", "alamat surel tidak terdaftar"
    OTHER_ACCOUNT = "other_account", "alamat surel terikat pada akun lain"
    NO_ROLE = "no_role", "tanpa peran"
    OVER = "over", "sesi berakhir"
    ENDED = "ended", "sesi diakhiri"


class SignInEnd(Labelled):
    """How a sign-in was ended before its time."""

    SIGNED_OUT = "signed_out", "keluar"
    EVERYWHERE = "everywhere", "keluar dari semua perangkat"
    BY_ADMINISTRATOR = "by_administrator", "diakhiri administrator"
    RENEWED = "renewed", "masuk lagi"
