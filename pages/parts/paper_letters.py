"""What is typed and cannot be printed as it stands is told beside its field; it is never refused."""

from typing import Final

# Latin letters of every kind, with what stands about them; the font of the papers has these.
_LATIN: Final = 0x0250
_MOST_SHOWN: Final = 12


def lacking_on_paper(text: str) -> str:
    """The sentence for letters that no font of the papers has; blank when every one is printed."""
    if text.isascii() or max(map(ord, text)) < _LATIN:
        return ""
    from documents.printable import not_printable, printable  # letters are loaded where one is needed

    lacking = not_printable(text)
    if not lacking:
        return ""
    shown = lacking[:_MOST_SHOWN]
    more = f" dan {len(lacking) - len(shown)} lainnya" if len(lacking) > len(shown) else ""
    return (
        f"Di surat cetak huruf {shown}{more} ditulis dengan kodenya: {printable(shown)}. "
        "Yang disimpan tetap seperti yang diketik."
    )
