"""Invented names for the demonstration, by nationality, as the municipality would write them."""

from dataclasses import dataclass

from dossiers.models import Nationaliteit, Tolktaal


@dataclass(frozen=True)
class Namen:
    """Given names and family names that are usual in one language, and the interpreter's language."""

    mannen: tuple[str, ...]
    vrouwen: tuple[str, ...]
    achternamen: tuple[str, ...]
    tolktaal: str


_ARABISCH = Namen(
    mannen=("Ahmad", "Omar", "Youssef", "Khaled", "Tareq", "Samer", "Bilal", "Hassan", "Ibrahim", "Adnan"),
    vrouwen=("Rima", "Nour", "Layla", "Amal", "Hanan", "Dima", "Salma", "Rania", "Maha", "Yasmin"),
    achternamen=(
        "Haddad",
        "Darwish",
        "Al-Masri",
        "Barakat",
        "Khoury",
        "Al-Khatib",
        "Nasser",
        "Sabbagh",
        "Hamdan",
        "Mansour",
        "Qasim",
        "Al-Najjar",
        "Shahin",
        "Zaidan",
        "Halabi",
    ),
    tolktaal=Tolktaal.ARABISCH,
)
_TIGRINYA = Namen(
    mannen=("Yonas", "Tesfay", "Filmon", "Samuel", "Dawit", "Habtom", "Merhawi", "Robel", "Aman", "Kidane"),
    vrouwen=("Senait", "Selam", "Rahwa", "Luwam", "Feven", "Bisrat", "Helen", "Winta", "Saba", "Eden"),
    achternamen=(
        "Tesfay",
        "Okbay",
        "Ghirmay",
        "Tekle",
        "Haile",
        "Woldu",
        "Berhane",
        "Kifle",
        "Mehari",
        "Gebremedhin",
    ),
    tolktaal=Tolktaal.TIGRINYA,
)
_DARI = Namen(
    mannen=("Farhad", "Najib", "Jawad", "Karim", "Reza", "Mirwais", "Aziz", "Navid"),
    vrouwen=("Zahra", "Fereshta", "Maryam", "Shabnam", "Nilofar", "Parwana", "Laila", "Soraya"),
    achternamen=("Rahimi", "Ahmadi", "Noori", "Karimi", "Sharifi", "Azizi", "Haidari"),
    tolktaal=Tolktaal.DARI,
)
_FARSI = Namen(
    mannen=("Amir", "Mehdi", "Behrouz", "Kamran", "Arash", "Dariush"),
    vrouwen=("Maryam", "Leila", "Nasrin", "Shirin", "Mina", "Parisa"),
    achternamen=("Hosseini", "Moradi", "Jafari", "Rostami", "Tehrani"),
    tolktaal=Tolktaal.FARSI,
)
NAMEN: dict[str, Namen] = {
    Nationaliteit.SYRISCH: _ARABISCH,
    Nationaliteit.ERITREES: _TIGRINYA,
    Nationaliteit.AFGHAANS: _DARI,
    Nationaliteit.IRAANS: _FARSI,
    Nationaliteit.IRAAKS: _ARABISCH,
}
