"""A SAT solver with a time limit; everything else of this room asks it.

The library python-sat is an extra: `argmap[solve]`.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import TIMEOUT_MAX, Timer
from typing import Any, Final

from argmap.errors import RequestError

ENGINE: Final = "glucose4"
"""A solver of the library that can be interrupted; CaDiCaL, there, cannot."""


class OutOfTimeError(Exception):
    """The time limit was reached before the answer."""


class Satisfying:
    """Clauses, and the sets of variables that satisfy them."""

    def __init__(self, engine: Any, worker: ThreadPoolExecutor) -> None:  # noqa: ANN401 - the library has no types
        """Begin with an engine of the library and a thread for it to search in; `satisfying` makes both."""
        self._engine = engine
        self._worker = worker
        self._variables = 0
        self._late = False

    def variables(self, count: int) -> range:
        """Return so many new variables."""
        first = self._variables + 1
        self._variables += count
        return range(first, self._variables + 1)

    def add(self, clauses: Iterable[Sequence[int]]) -> None:
        """Ask for all of these clauses from now on."""
        self._engine.append_formula(clauses)

    def model(self, assumed: Iterable[int] = ()) -> Sequence[int] | None:
        """Return the signed variables of a solution, the first one first; None when there is none.

        Raises:
            OutOfTimeError: the time is over.
        """
        if self._late:
            raise OutOfTimeError
        # in a thread of its own: an interrupt from the keyboard does not reach a search in this one
        search = self._worker.submit(
            self._engine.solve_limited, assumptions=list(assumed), expect_interrupt=True
        )
        answer = search.result()
        if answer is None:
            raise OutOfTimeError
        model: Sequence[int] | None = self._engine.get_model() if answer else None
        return model

    def stop(self) -> None:
        """Give up, now and from now on; may be called from another thread."""
        self._late = True
        self._engine.interrupt()


@contextmanager
def satisfying(seconds: float | None) -> Iterator[Satisfying]:
    """Give a solver that gives up after some seconds; None is never.

    Raises:
        RequestError: the library is not installed.
    """
    try:
        from pysat.solvers import Solver  # noqa: PLC0415 - an extra
    except ImportError:
        raise RequestError(
            "this question needs a SAT solver, which is not installed", "pip install 'argmap[solve]'"
        ) from None
    with Solver(ENGINE) as engine, ThreadPoolExecutor(1) as worker:
        solver = Satisfying(engine, worker)
        timer = Timer(min(seconds, TIMEOUT_MAX), solver.stop) if seconds is not None else None
        if timer is not None:
            timer.daemon = True
            timer.start()
        try:
            yield solver
        finally:
            solver.stop()  # nothing searches any more, unless this was interrupted
            if timer is not None:
                timer.cancel()
                timer.join()
