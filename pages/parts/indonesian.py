"""The few words that Streamlit's own widgets say in English, said in Indonesian."""

import json
from typing import Final

# Only these exact words are changed, and only within Streamlit's own parts: never what people wrote.
_WORDS: Final = {
    "Upload": "Unggah",
    "Drag and drop file here": "Tarik berkas ke sini",
    "Browse files": "Pilih berkas",
    "No results": "Tidak ada yang cocok",
    "Press Enter to apply": "Tekan Enter untuk memakai",
    "Page not found": "Layar tidak ditemukan",
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "Layar ini tidak ada, atau peran Anda tidak dapat membukanya. Yang dibuka Beranda."
    ),
    "Search": "Cari",
    "Download as CSV": "Unduh CSV",
    "Fullscreen": "Layar penuh",
    "Close fullscreen": "Tutup layar penuh",
    "Show/hide columns": "Pilih kolom",
    "Add row": "Tambah baris",
    "Delete row(s)": "Hapus baris",
    "Clear selection": "Kosongkan pilihan",
    "Sort ascending": "Urutkan naik",
    "Sort descending": "Urutkan turun",
    "Pin column": "Sematkan kolom",
    "Unpin column": "Lepas sematan",
    "Hide column": "Sembunyikan kolom",
    "Autosize": "Sesuaikan lebar",
    "Format": "Bentuk angka",
    "Clear value": "Kosongkan",
    "Previous page": "Halaman sebelumnya",
    "Next page": "Halaman berikutnya",
    "Clear date": "Kosongkan tanggal",
    "Open": "Buka pilihan",
    "Choose an option": "Pilih satu",
    "Choose options": "Pilih",
    "Collapse sidebar": "Tutup menu",
    "Expand sidebar": "Buka menu",
    "Sidebar": "Menu",
    "Skip to main content": "Langsung ke isi",
    "Link to heading": "Tautan ke judul",
    "Show data": "Lihat data",
    "Copy Vega-Lite spec": "Salin bentuk diagram",
    "Close": "Tutup",
    "Copy to clipboard": "Salin",
    "Previous month": "Bulan sebelumnya",
    "Next month": "Bulan berikutnya",
    "Take Photo": "Ambil foto",
    "Clear photo": "Hapus foto",
    "Switch camera": "Ganti kamera",
}
# Words before a name of ours, such as "Help for Jumlah pinjaman".
_BEGINNINGS: Final = {
    "Help for ": "Penjelasan: ",
    "Page ": "Halaman ",
    "Show data: ": "Lihat data: ",
    "Copy Vega-Lite spec: ": "Salin bentuk diagram: ",
    "Remove ": "Hapus ",
    "Clear ": "Kosongkan ",
}
_PARTS: Final = (
    '[data-testid="stFileUploader"],[data-testid="stDialog"],[role="dialog"],[role="listbox"],'
    '[data-testid="stElementToolbar"],[data-testid="InputInstructions"],[role="tooltip"],'
    '[data-testid="stDataFrameColumnMenu"],[data-testid="stTooltipContent"],[data-testid="stSkipToContent"],'
    '[data-testid="stCameraInput"]'
)
# Here only what is read out or stands in an empty field: what is shown is ours.
_NAMED_PARTS: Final = (
    '[data-testid="stTooltipHoverTarget"],[data-testid="stSelectbox"],[data-testid="stMultiSelect"],'
    '[data-testid="stDateInput"],[data-testid="stPagination"],[data-testid="stSidebar"],'
    '[data-testid="stHeader"],[data-testid="stHeaderActionElements"],[data-testid="stCode"],'
    '[data-testid="stTextInput"],[data-testid="stDateInputClearButton"]'
)
_SCRIPT: Final = """<script>
if (!window.saidInIndonesian) {
  window.saidInIndonesian = true;
  const words = %s, beginnings = %s, parts = %s, named = %s;
  const say = (text) => words[text.trim()] ?? (/^[0-9]+MB per file/.test(text.trim())
    ? text.trim().replace(/^([0-9]+)MB per file/, "paling besar $1 MB") : null);
  const name = (text) => {
    const begun = Object.keys(beginnings).find((one) => text.startsWith(one));
    return words[text.trim()] ?? (begun ? beginnings[begun] + text.slice(begun.length) : null);
  };
  const turn = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(parts)) return;
      const told = say(node.data);
      if (told !== null && told !== node.data) node.data = told;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const kind of ["aria-label", "title", "placeholder"]) {
        const text = node.getAttribute(kind);
        const told = text && node.closest(parts + "," + named) ? name(text) : null;
        if (told && told !== text) node.setAttribute(kind, told);
      }
      node.childNodes.forEach(turn);
    }
  };
  new MutationObserver((changes) => changes.forEach((change) => {
    if (change.type === "characterData") turn(change.target);
    change.addedNodes.forEach(turn);
  })).observe(document.body, {childList: true, subtree: true, characterData: true});
  turn(document.body);
}
</script>"""

INDONESIAN_WORDS: Final = _SCRIPT % tuple(
    json.dumps(one) for one in (_WORDS, _BEGINNINGS, _PARTS, _NAMED_PARTS)
)
"""The script that says the words; to be added to the page in each run."""
