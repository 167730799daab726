"""Two who do something at once, each on a connection of their own."""

from __future__ import annotations

import threading

from django.db import connection


def wacht_tot_iemand_wacht() -> None:
    """Return when a connection waits for a lock; AssertionError when none does within 20 seconds."""
    for _ in range(400):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees what it saw at first
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return
        threading.Event().wait(0.05)
    raise AssertionError("Niemand wacht op een slot.")
