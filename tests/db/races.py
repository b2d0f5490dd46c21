"""Several people press at one moment, each in a transaction of their own."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from db.refusals import Refused

DONE = "done"


def at_one_moment(*presses):
    """Start every press together; give what each came to: done, or the refusal."""
    together = Barrier(len(presses))

    def run(press):
        together.wait()
        try:
            press()
        except Refused as refused:
            return refused
        return DONE

    with ThreadPoolExecutor(len(presses)) as threads:
        return list(threads.map(run, presses))


def the_one_refused(results):
    assert Counter(result == DONE for result in results) == {True: 1, False: 1}, results
    return next(result for result in results if result != DONE)
