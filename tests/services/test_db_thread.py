"""The thread of the database: what is asked of it is answered in order, and by nobody after its end."""

from __future__ import annotations

from functools import partial

import pytest

from wall.model.events import Event
from wall.services.db_thread import DbThread


def test_who_asks_is_answered_in_order() -> None:
    done: list[int] = []
    db = DbThread(lambda event: None)
    answers = [db.ask(partial(done.append, number)) for number in range(20)]
    db.close()
    assert all(answer.done() for answer in answers)
    assert done == list(range(20))


def test_after_the_end_an_answer_is_cancelled_and_work_refused() -> None:
    told: list[Event] = []
    db = DbThread(told.append)
    db.close()
    assert db.ask(lambda: 1).cancelled()
    with pytest.raises(RuntimeError):
        db.work("keep", lambda: 1)
    assert told == []
