"""What was recorded of the invented people: whose case it is, contacts, tasks, signals and relations."""

from __future__ import annotations

from kern.contract import Demo


def leg_vast(demo: Demo) -> None:
    """Contacts of the families of this portion."""
