"""A world that several tests look at and that is made once; what a test changes in it goes back when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django import DjangoDbBlocker


@contextmanager
def tot_het_eind(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For a fixture of a class or module: all that is written within is taken back after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
