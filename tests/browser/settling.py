"""Tells when the screen rests: nothing waits to be sent, the server has answered, and all of it is drawn."""

from playwright.sync_api import BrowserContext

# Streamlit sends what a slider or a table holds after a pause (150 to 200 ms), for which it sets a timer.
# A page that began without these notes, or whose timers never end, is given that pause as a whole.
_LONGEST_PAUSE = 210
# The screen says that it is running only once the server says so: until then, what was sent is noted.
_NOTES = f"""(() => {{
  const set = window.setTimeout.bind(window), clear = window.clearTimeout.bind(window), Line = WebSocket;
  const notes = window.notesForTests = {{ timers: new Set(), toldAt: 0, heardAt: 0, wasRunning: false }};
  window.setTimeout = (what, pause = 0, ...given) => {{
    const number = set((...last) => {{
      notes.timers.delete(number);
      return typeof what === 'function' ? what(...last) : undefined;
    }}, pause, ...given);
    if (pause <= {_LONGEST_PAUSE}) notes.timers.add(number);
    return number;
  }};
  window.clearTimeout = number => {{ notes.timers.delete(number); clear(number); }};
  window.WebSocket = class extends Line {{
    constructor(...given) {{
      super(...given);
      this.addEventListener('message', () => {{ notes.heardAt = performance.now(); }});
    }}
    send(...given) {{
      notes.toldAt = performance.now();
      notes.wasRunning = !!document.querySelector('[data-test-script-state=running]');
      super.send(...given);
    }}
  }};
}})()"""

# Each look is one frame of the window; what has come to rest stays so over a few of them. Between two runs of
# which one asked for the other, and more so before what was sent into a run that was going on, the screen
# seems to rest for a moment. And not everything that is sent is answered at all.
_RESTS_FOR_FRAMES, _ASKED_FOR_AGAIN, _SENT_INTO_A_RUN, _ANSWERED_WITHIN = 3, 80, 150, 1_000
RESTS = f"""since => {{
  const app = document.querySelector('[data-testid=stApp]'), now = performance.now();
  const seen = (window.looksAtRest ??= {{}}), notes = window.notesForTests;
  if (seen.of !== since) Object.assign(seen, {{ of: since, began: now, still: 0 }});
  const drawn = app?.dataset.testConnectionState === 'CONNECTED'
    && app.dataset.testScriptState === 'notRunning'
    && app.querySelector('[data-testid=stMain]')
    && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]');
  const moves = now - seen.began < {_ANSWERED_WITHIN} && document.getAnimations().some(one =>
    one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime));
  const sent = now - seen.began >= {_LONGEST_PAUSE} || notes?.timers.size === 0;
  const quiet = !notes || now - notes.heardAt >= (notes.wasRunning ? {_SENT_INTO_A_RUN} : {_ASKED_FOR_AGAIN});
  const answered = !notes || notes.heardAt > notes.toldAt || now - notes.toldAt >= {_ANSWERED_WITHIN};
  seen.still = drawn && sent && answered && quiet && !moves ? seen.still + 1 : 0;
  if (seen.still < {_RESTS_FOR_FRAMES}) return false;
  const wrong = document.querySelectorAll('[data-testid=stException], [class*=st-key-galat]');
  return JSON.stringify([...wrong].map(one => one.innerText));
}}"""


def noted(context: BrowserContext) -> BrowserContext:
    """Let every page of a browser window note what it sends and hears, so that `settled` need not guess."""
    context.add_init_script(_NOTES)
    return context
