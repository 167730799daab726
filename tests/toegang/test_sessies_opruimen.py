"""Every night what is left of sessions that are over goes."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from tests.toegang.factories import GebruikerFactory
from toegang import tasks
from toegang.demo import adres
from toegang.models import Rol

pytestmark = pytest.mark.django_db


def sessie(*, uren: int) -> str:
    """A session that is over after so many hours, with its device."""
    sleutel = f"sleutel{uren}".ljust(32, "x")
    einde = timezone.now() + timedelta(hours=uren)  # noqa: TID251 - the library goes by the real clock
    Session.objects.create(session_key=sleutel, session_data="x", expire_date=einde)
    UserSession.objects.create(user=GebruikerFactory(), ip="10.0.0.1", session_key=sleutel, user_agent="x")
    return sleutel


def test_wat_voorbij_is_gaat_en_wat_loopt_blijft():
    sessie(uren=-1)
    loopt = sessie(uren=1)
    UserSession.objects.create(user=GebruikerFactory(), ip="10.0.0.2", session_key="weg", user_agent="x")
    assert tasks.ruim_op() == 2
    assert [rij.session_key for rij in Session.objects.all()] == [loopt]
    assert [rij.session_key for rij in UserSession.objects.all()] == [loopt]
    assert tasks.ruim_op() == 0  # twice changes nothing


def test_elke_nacht():
    [plan] = [deel for deel in settings.CELERY_BEAT_SCHEDULE.values() if deel["task"] == tasks.ruim_op.name]
    assert (plan["schedule"].hour, len(plan["schedule"].minute)) == ({3}, 1)


def test_na_de_knop_van_de_demonstratie_staat_het_apparaat_in_de_lijst(client):
    GebruikerFactory(email=adres(Rol.PRIVACY), rol=Rol.PRIVACY)
    client.post(reverse("demo-inloggen"), {"rol": Rol.PRIVACY}, headers={"User-Agent": "Firefox op Windows"})
    [sessie_hier] = client.get(reverse("usersessions_list")).context["sessies"]
    assert (sessie_hier["toestel"], sessie_hier["hier"]) == ("Firefox op Windows", True)
