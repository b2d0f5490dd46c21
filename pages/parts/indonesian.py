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
}
_PARTS: Final = (
    '[data-testid="stFileUploader"],[data-testid="stDialog"],[role="dialog"],[role="listbox"],'
    '[data-testid="stElementToolbar"],[data-testid="InputInstructions"],[role="tooltip"],'
    '[data-testid="stDataFrameColumnMenu"],[data-testid="stTooltipContent"]'
)
_SCRIPT: Final = """<script>
if (!window.saidInIndonesian) {
  window.saidInIndonesian = true;
  const words = %s, parts = %s;
  const say = (text) => words[text.trim()] ?? (/^[0-9]+MB per file/.test(text.trim())
    ? text.trim().replace(/^([0-9]+)MB per file/, "paling besar $1 MB") : null);
  const turn = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(parts)) return;
      const told = say(node.data);
      if (told !== null && told !== node.data) node.data = told;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const told = node.hasAttribute(name) && node.closest(parts) ? say(node.getAttribute(name)) : null;
        if (told) node.setAttribute(name, told);
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

INDONESIAN_WORDS: Final = _SCRIPT % (json.dumps(_WORDS), json.dumps(_PARTS))
"""The script that says the words; to be added to the page in each run."""
