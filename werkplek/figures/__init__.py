"""Set-based reading for the workplace: the family, what the domains give, the time line and the history."""

from werkplek.figures.gezin import Gezin, gezin_van, regie_van
from werkplek.figures.overzicht import afspraken, laatste_contacten, open_werk
from werkplek.figures.panelen import lees_vooraf, panelen
from werkplek.figures.tijdlijn import Blad, Plek, Regel, tijdlijn

__all__ = [
    "Blad",
    "Gezin",
    "Plek",
    "Regel",
    "afspraken",
    "gezin_van",
    "laatste_contacten",
    "lees_vooraf",
    "open_werk",
    "panelen",
    "regie_van",
    "tijdlijn",
]
