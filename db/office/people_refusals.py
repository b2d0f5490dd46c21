"""What the store refuses when people and their roles are changed."""

from db.refusals import Refused


class EmailTaken(Refused):
    """Somebody has this address already."""

    def __init__(self, name: str, *, active: bool) -> None:
        more = "" if active else " (nonaktif); kosongkan dahulu alamatnya bila kini dipakai orang lain"
        super().__init__(
            f"Belum tersimpan: alamat surel ini sudah tercatat untuk {name}{more}. Satu alamat hanya untuk "
            "satu orang."
        )


class LastAdministrator(Refused):
    """Without this person nobody could manage the people of a programme any more."""

    def __init__(self, programme: str) -> None:
        super().__init__(
            f"Belum dilakukan: ini administrator terakhir pada {programme}, dan tanpa administrator tidak "
            "ada yang dapat mengelola pengguna. Beri dahulu peran administrator kepada orang lain tanpa "
            "tanggal akhir."
        )


class OwnRole(Refused):
    """Nobody gives a role to themselves, or approves one for themselves."""

    def __init__(self) -> None:
        super().__init__(
            "Belum dilakukan: peran untuk diri sendiri diberikan oleh administrator lain. Mintalah "
            "administrator lain."
        )


class AlreadyHeld(Refused):
    """The person holds this role in these days."""

    def __init__(self) -> None:
        super().__init__(
            "Belum tersimpan: peran ini sudah dipegang, atau sudah diusulkan, untuk hari-hari itu. Akhiri "
            "dahulu yang lama, atau pilih hari mulai sesudahnya."
        )


class NotActive(Refused):
    """The person is not active, so there is nothing to give."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Belum dilakukan: {name} nonaktif. Aktifkan dahulu orangnya.")


class AddressOfHead(Refused):
    """The address of somebody with a role of two people is not changed by one."""

    def __init__(self) -> None:
        super().__init__(
            "Belum tersimpan: orang ini memegang, atau diusulkan memegang, peran yang diberikan dua orang; "
            "mengganti alamat atau akunnya sama dengan memberi peran itu kepada orang lain. Akhiri dahulu "
            "peran itu, ganti alamatnya, lalu usulkan kembali."
        )


class AddressChanged(Refused):
    """The address is another than when the role was proposed."""

    def __init__(self) -> None:
        super().__init__(
            "Belum disetujui: alamat surel orang ini berubah sesudah perannya diusulkan. Kembalikan usulan "
            "ini, dan minta diusulkan kembali."
        )


class AdministratorThere(Refused):
    """The programme has an administrator, so the server makes no other one without a reason."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Sudah ada administrator yang aktif: {name}. Mintalah kepadanya lewat layar Pengguna. Bila ia "
            "tidak dapat dihubungi, ulangi perintah ini dengan --again dan alasannya."
        )
