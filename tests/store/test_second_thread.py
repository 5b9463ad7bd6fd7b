"""The window lives on while a key is derived: leaving quickly must work in that second (P8)."""

import threading
import time

from checkup.store.record_file import create, open_record


def test_another_thread_runs_on_while_a_record_is_made_and_opened(costly, path, sample):
    pauses, over = [], threading.Event()

    def tick() -> None:
        before = time.perf_counter()
        while not over.wait(0.005):
            now = time.perf_counter()
            pauses.append(now - before)
            before = now

    create(path.with_name("warm"), "p", sample()).close()  # imports, which hold the lock once
    thread = threading.Thread(target=tick)
    thread.start()
    began = time.perf_counter()
    create(path, "p", sample()).close()
    open_record(path, "p").close()
    took = time.perf_counter() - began
    over.set()
    thread.join()
    assert len(pauses) > 20
    assert max(pauses) < took / 4, "each of the two derivations takes about half of it"
