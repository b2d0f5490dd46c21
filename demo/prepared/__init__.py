"""The demo as of some days, made beforehand: `scripts.keep_demo` loads it through the verbs and keeps it."""
