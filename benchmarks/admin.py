"""Django's admin with the same list: the same columns, filters and order, as a Django engineer makes it.

It is treated kindly: its queryset has the annotations of our list, so that no row asks a query of its own.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from dossiers import figures
from dossiers.filters import Dossierfilter
from dossiers.models import Contactmoment, Gezinslid, Regie, Stand, Statushouder, Taak, Vestiging
from dossiers.views import woorden
from kern.klok import vandaag
from kern.leeftijd import leeftijd_in_woorden
from toegang.models import Gebruiker


class Beheer(admin.AdminSite):
    """For everybody who is signed in: there is no user of an admin."""

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated


class StandFilter(admin.SimpleListFilter):
    """By where somebody stands."""

    title, parameter_name = "status", "stand"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(waarde), str(label)) for waarde, label in Stand.choices]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(stand=self.value()) if self.value() else queryset


class LeeftijdFilter(admin.SimpleListFilter):
    """By age group."""

    title, parameter_name = "leeftijd", "leeftijd"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Dossierfilter.base_filters["leeftijd"].extra["choices"])

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        keuze = {"leeftijd": self.value() or ""}
        return Dossierfilter(keuze, queryset=queryset, peildatum=vandaag(), regisseurs={}).qs


class RegisseurFilter(admin.SimpleListFilter):
    """By caseworker."""

    title, parameter_name = "regisseur", "regisseur"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(pk), wie.naam) for pk, wie in figures.regisseurs(vandaag()).items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return (
            figures.van_regisseur(queryset, int(self.value() or 0), vandaag()) if self.value() else queryset
        )


def _inline(model: type[Model], *zoeken: str) -> type[admin.TabularInline[Any, Any]]:
    """A table of rows on the change page; what has many choices is typed by key, which costs nothing."""
    return type(
        f"{model.__name__}Inline",
        (admin.TabularInline,),
        {
            "model": model,
            "fk_name": "statushouder",
            "raw_id_fields": zoeken,
            "has_change_permission": _altijd,
            "has_add_permission": _altijd,
            "has_view_permission": _altijd,
            "has_delete_permission": _altijd,
        },
    )


def _altijd(_admin: Any, _request: HttpRequest, _obj: Any = None) -> bool:
    return True


class StatushouderAdmin(admin.ModelAdmin[Statushouder]):
    """The list of persons."""

    list_display = ("persoon", "gezin", "leeftijd", "status", "sinds", "regisseur")
    list_filter = (StandFilter, RegisseurFilter, LeeftijdFilter, "nationaliteit", "wijze_van_komst")
    list_per_page = 50
    inlines = (
        _inline(Gezinslid, "gezin"),
        _inline(Vestiging),
        _inline(Regie),
        _inline(Contactmoment),
        _inline(Taak),
    )
    ordering = ("sorteernaam", "pk")
    search_fields = ("achternaam", "voornamen", "nummer", "vnummer", "telefoon")

    def get_queryset(self, request: HttpRequest) -> Any:
        gebruiker = cast(Gebruiker, request.user)
        self.regisseurs = figures.regisseurs(vandaag())
        return figures.lijst(gebruiker, vandaag())

    @admin.display(ordering="sorteernaam")
    def persoon(self, rij: Any) -> str:
        return f"{rij.lijstnaam} {rij.nummer} · {rij.get_nationaliteit_display()}"

    def gezin(self, rij: Any) -> str:
        return rij.gezin_naam or "geen gezin"

    def leeftijd(self, rij: Any) -> str:
        return leeftijd_in_woorden(rij.geboren, vandaag())

    def status(self, rij: Any) -> str:
        return str(Stand(rij.stand).label)

    def sinds(self, rij: Any) -> date | None:
        dag: date | None = rij.sinds
        return dag

    def regisseur(self, rij: Any) -> str:
        return woorden.regisseur(self.regisseurs.get(rij.regisseur_pk))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_module_permission(self, request: HttpRequest) -> bool:
        return True

    has_change_permission = has_add_permission = has_delete_permission = has_view_permission


beheer = Beheer(name="admin")
beheer.register(Statushouder, StatushouderAdmin)
