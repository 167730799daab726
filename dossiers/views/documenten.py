"""Pages to keep a document, to change what is said of it, and to download it."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property

from dossiers import actions
from dossiers.forms import DocumentForm, DocumentWijzigForm
from dossiers.models import Document, Statushouder
from dossiers.rules.bestanden import soort_van
from dossiers.views.deel import DeelVastleggen, DeelWijzigen
from dossiers.views.mixins import LeestDossier
from toegang.models import Leeshandeling
from toegang.views import Leest

VEILIG = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class DocumentVastleggen(DeelVastleggen[DocumentForm]):
    """Put a file in a dossier."""

    model = Document
    form_class = DocumentForm
    titel = "Document toevoegen"
    lead = "Een bestand bij het dossier van {naam}."
    knoptekst = "Document opslaan"
    melding = "Het document is toegevoegd."

    def bewaar(self, form: DocumentForm) -> Document:
        return actions.bewaar_document(
            self.statushouder,
            bestand=form.cleaned_data["bestand"],
            gegevens=form.gegevens(),
            auteur=self.gebruiker,
        )


class DocumentWijzigen(DeelWijzigen[DocumentWijzigForm]):
    """Change what is said of a document."""

    model = Document
    form_class = DocumentWijzigForm
    titel = "Document wijzigen"
    knoptekst = "Document opslaan"
    melding = "De gegevens van het document zijn gewijzigd."

    def bewaar(self, form: DocumentWijzigForm) -> Document:
        return actions.wijzig_document(
            self.deel, versie=form.cleaned_data["versie"], gegevens=form.gegevens()
        )


class DocumentBestand(LeestDossier):
    """The content of a document, for who may see it; what was struck out is the same as what does not exist.

    Always a download of a harmless type, that no browser shows or runs in our name, and that no cache keeps.
    """

    recht: ClassVar[tuple[str, str] | None] = ("dossiers", "inzien")
    leest = Leest(Leeshandeling.DOCUMENT, "Document")
    http_method_names = ["get", "head"]

    @cached_property
    def document(self) -> Document:
        zichtbaar = Document.objects.zichtbaar_voor(self.gebruiker).geldig()
        return get_object_or_404(zichtbaar.select_related("statushouder"), pk=self.kwargs["pk"])

    @property
    def statushouder(self) -> Statushouder:
        persoon: Statushouder = self.document.statushouder
        return persoon

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        document = self.document
        try:
            bestand = document.bestand.open("rb")
        except FileNotFoundError:
            messages.error(request, "Dit bestand is er niet meer. Meld dit bij de functioneel beheerder.")
            return redirect(document)
        soort = soort_van(document.inhoudstype)
        antwoord = FileResponse(
            bestand,
            as_attachment=True,
            filename=document.naam,
            content_type=soort.inhoudstype if soort else "application/octet-stream",
        )
        for naam, waarde in VEILIG.items():
            antwoord.headers[naam] = waarde
        return antwoord
