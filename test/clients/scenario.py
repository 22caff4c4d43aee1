"""Tries one call after the other and says what came of each, a JSON object a line: what was tried, what was hoped for, what came."""

import json
from typing import Any, Callable

from jira.exceptions import JIRAError

NAMED = "The stand-in does not model"


def _said(problem: JIRAError) -> str:
    """The whole answer: the client itself keeps only a part of it."""
    return problem.response.text if problem.response is not None else str(problem.text)


class Scenario:
    def __init__(self, client: str) -> None:
        self.client = client

    def right(self, call: str, run: Callable[[], Any], holds: Callable[[Any], bool] = lambda _: True) -> Any:
        """The call succeeds, and what it gives is as it should be; gives it."""
        try:
            value = run()
            if holds(value):
                self._tell(call, "right", "right")
            else:
                self._tell(call, "right", f"gave {str(value)[:300]}")
            return value
        except JIRAError as problem:
            self._tell(call, "right", f"{problem.status_code} {_said(problem)[:300]}")
        except Exception as problem:  # A client that stumbles over an answer is as wrong as one that is refused.
            self._tell(call, "right", f"{type(problem).__name__}: {problem}"[:300])
        return None

    def refused(self, call: str, run: Callable[[], Any]) -> None:
        """The stand-in says by name that it does not model this."""
        self._fails(call, "refused", run, lambda problem: NAMED in _said(problem))

    def as_jira(self, call: str, run: Callable[[], Any], status: int, words: str = "") -> None:
        """Jira itself refuses this, with this status and these words."""
        self._fails(
            call,
            "right",
            run,
            lambda problem: problem.status_code == status and words in _said(problem),
        )

    def _fails(self, call: str, hoped: str, run: Callable[[], Any], holds: Callable[[Any], bool]) -> None:
        try:
            self._tell(call, hoped, f"gave {str(run())[:300]}")
        except JIRAError as problem:
            fits = holds(problem)
            self._tell(call, hoped, hoped if fits else f"{problem.status_code} {_said(problem)[:300]}")
        except Exception as problem:
            self._tell(call, hoped, f"{type(problem).__name__}: {problem}"[:300])

    def _tell(self, call: str, hoped: str, came: str) -> None:
        print(json.dumps({"client": self.client, "call": call, "hoped": hoped, "came": came}), flush=True)
