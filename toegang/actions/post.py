"""The outbox: mail is a row first, so that it is sent once the mail server answers, however late."""

from __future__ import annotations

from collections.abc import Collection
from smtplib import SMTPException
from urllib.parse import urljoin

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from toegang.models import Gebruiker, Postsoort, Poststuk, Rol, Uitnodiging

ONDERWERPEN = {
    Postsoort.UITNODIGING: "Uw toegang tot Wassenaar Integratie",
    Postsoort.WACHTZIN: "Kies een nieuwe wachtzin",
    Postsoort.AL_TOEGANG: "U hebt al toegang tot Wassenaar Integratie",
    Postsoort.AL_BEKEND: "Een organisatie vroeg iemand die al toegang heeft",
    Postsoort.HERINNERING: "Er wacht een vraag van de gemeente Wassenaar",
}


def nodig_uit(gebruiker: Gebruiker) -> Poststuk:
    """Put an invitation in the outbox; the link in it is made when it is sent."""
    return Poststuk.objects.create(gebruiker=gebruiker, soort=Postsoort.UITNODIGING)


def vraag_nieuwe_wachtzin(gebruiker: Gebruiker) -> Poststuk:
    """Put a mail in the outbox with which this user chooses a new passphrase."""
    return Poststuk.objects.create(gebruiker=gebruiker, soort=Postsoort.WACHTZIN)


def meld_dubbel(uitnodiging: Uitnodiging, houder: Gebruiker) -> None:
    """Tell the rightful holder of an address, and who keeps all users, that an organisation invited them.

    The organisation itself is told nothing. Once for each organisation and address, however often it invites,
    so that nobody's mailbox is filled.
    """
    over = Uitnodiging.objects.filter(organisatie=uitnodiging.organisatie, email=uitnodiging.email)
    if Poststuk.objects.filter(uitnodiging__in=over).exists():
        return
    beheerders = Gebruiker.objects.filter(rol=Rol.BEHEERDER, is_active=True).exclude(pk=houder.pk)
    wie = [(houder, Postsoort.AL_TOEGANG), *((een, Postsoort.AL_BEKEND) for een in beheerders)]
    Poststuk.objects.bulk_create(
        Poststuk(gebruiker=een, soort=soort, uitnodiging=uitnodiging) for een, soort in wie
    )


def te_herinneren() -> QuerySet[Gebruiker]:
    """Who may answer for an organisation and can sign in to do so."""
    wie: QuerySet[Gebruiker] = Gebruiker.objects.filter(rol=Rol.PARTNER, is_active=True)
    return wie


def herinner_aan_verwijzing(organisaties: Collection[int]) -> int:
    """Tell who may answer for these organisations that something waits, without saying of whom; how many mails.

    Who has such a mail in the outbox still gets no second one.
    """
    wie = te_herinneren().filter(organisatie__in=organisaties)
    onderweg = Poststuk.objects.open().filter(soort=Postsoort.HERINNERING).values("gebruiker")
    stukken = [
        Poststuk(gebruiker=een, soort=Postsoort.HERINNERING)
        for een in wie.exclude(pk__in=onderweg).order_by("pk")
    ]
    return len(Poststuk.objects.bulk_create(stukken))


def verstuur_openstaande() -> int:
    """Send what is in the outbox, each in a transaction of its own; gives the number sent.

    A row that another worker has is skipped; one that the mail server refuses stays, with one try more.
    """
    verstuurd = 0
    for pk in list(Poststuk.objects.open().values_list("pk", flat=True)):
        with transaction.atomic():
            stuk = (
                Poststuk.objects.open()
                .select_for_update(skip_locked=True, of=("self",))
                .filter(pk=pk)
                .first()
            )
            verstuurd += bool(stuk and _verstuur(stuk))
    return verstuurd


def _verstuur(stuk: Poststuk) -> bool:
    stuk.pogingen += 1
    try:
        send_mail(
            ONDERWERPEN[Postsoort(stuk.soort)],
            render_to_string(f"toegang/post/{stuk.soort}.txt", _woorden(stuk)),
            None,
            [stuk.gebruiker.email],
        )
    except (SMTPException, OSError):
        stuk.save()  # nothing of the person in a log: the number of tries says that it does not go
        return False
    stuk.verstuurd = True
    stuk.save()
    return True


def _woorden(stuk: Poststuk) -> dict[str, str]:
    """What the text of this mail needs. Of whom it is about it has an address in the system, no name."""
    over = stuk.uitnodiging
    if stuk.soort == Postsoort.HERINNERING:
        return {"adres": urljoin(settings.BASISADRES, reverse("start"))}
    if over is None:
        return {"adres": _koppeling(stuk.gebruiker)}
    houder = Gebruiker.objects.filter(email=over.email).first()
    pad = reverse("gebruiker", args=[houder.pk]) if houder else reverse("gebruikers")
    return {"adres": urljoin(settings.BASISADRES, pad), "organisatie": str(over.organisatie)}


def _koppeling(gebruiker: Gebruiker) -> str:
    """The address at which this user chooses a passphrase; it works once, and for a limited time."""
    pad = reverse(
        "account_reset_password_from_key",
        args=[user_pk_to_url_str(gebruiker), default_token_generator.make_token(gebruiker)],
    )
    return urljoin(settings.BASISADRES, pad)
