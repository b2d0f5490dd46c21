"""Going back from the calculator leaves it, however often its answers changed."""

from typing import Final

# The screen puts its answers into the address at each change. One step of the browser's history for
# each would make "back" go through all of them before it leaves.
ONE_STEP: Final = """<script>
if (!window.oneStepOfCalculator) {
  window.oneStepOfCalculator = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const to = new URL(url, location.href).pathname;
    const stays = to === location.pathname && to.endsWith("/kalkulator");
    stays ? history.replaceState(state, title, url) : push(state, title, url);
  };
}
</script>"""
