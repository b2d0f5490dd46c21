"""On a telephone the menu covers the screen: after a choice in it, it folds away by itself."""

from typing import Final

# As wide as Streamlit itself calls small.
FOLDS_THE_MENU: Final = """<script>
if (!window.foldsTheMenu) {
  window.foldsTheMenu = true;
  document.addEventListener("click", (event) => {
    if (window.innerWidth > 768 || !(event.target instanceof Element)) return;
    if (!event.target.closest('[data-testid="stSidebarNavLink"], [role="option"]')) return;
    const bar = document.querySelector('[data-testid="stSidebar"]');
    if (!bar || bar.getBoundingClientRect().right <= 0) return;
    window.setTimeout(() => bar.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click(), 60);
  });
}
</script>"""
