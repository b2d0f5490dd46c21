"""The one page that stands where the PDF of a paper was, so that whoever opens it reads why."""

from typing import Final

_LINES: Final = (
    "Isi surat ini sudah dihapus menurut masa simpan (retensi).",
    "Nomor, tanggal, segel dan sidik berkasnya tetap tercatat dalam aplikasi.",
)


def _page() -> bytes:
    """A PDF of one page, written by hand: no font is needed for these letters."""
    shown = " ".join(f"({one}) Tj 0 -24 Td" for one in _LINES)
    drawn = f"BT /F1 12 Tf 72 720 Td {shown} ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    told, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(told))
        told += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count, start = len(parts) + 1, len(told)
    told += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    return f"{told}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")


ERASED_PAPER: Final = _page()
