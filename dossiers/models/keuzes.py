"""The fixed lists of the case, in the words of the law and the plan."""

from django.db import models

# Said of a number that a dossier has of which this user may not know, in a form and in a file. It names no
# dossier, and neither whether it was a BSN or a V-number: what the two have in common is all that may be said.
NIET_TE_GEBRUIKEN = "Dit nummer kunt u niet gebruiken."
WAT_DAN = "Kijk of het nummer klopt. Klopt het? Vraag de projectcoördinator."
NUMMER_NIET_TE_GEBRUIKEN = f"{NIET_TE_GEBRUIKEN} {WAT_DAN}"


class Geslacht(models.TextChoices):
    """Source: rekenregels N4."""

    MAN = "M", "Man"
    VROUW = "V", "Vrouw"
    ONBEKEND = "O", "Onbekend"


class Vergunning(models.TextChoices):
    """Kind of permit; asylum and a derived one (nareis) count for the taakstelling (H6)."""

    ASIEL = "asiel", "Asiel"
    NAREIS = "nareis", "Nareis (afgeleid van asiel)"
    REGULIER = "regulier", "Regulier"
    GEEN = "geen", "Geen"


class WijzeVanKomst(models.TextChoices):
    """How somebody comes to Wassenaar."""

    KOPPELING = "koppeling", "Koppeling door COA"
    NAREIZIGER = "nareiziger", "Nareis"
    AMV = "amv", "AMV"
    OVERIG = "overig", "Anders"


class Opvang(models.TextChoices):
    """Where somebody lives before the own home; decides whether an AMV counts (H7)."""

    AZC = "azc", "Asielzoekerscentrum"
    KSO = "kso", "Kleinschalige opvang van Nidos"
    KWV = "kwv", "Kleine woonvoorziening van COA"
    GASTGEZIN = "gastgezin", "Gastgezin"
    GEEN = "geen", "Geen opvang"


class Tolktaal(models.TextChoices):
    """Language for the interpreter."""

    GEEN = "", "Geen tolk nodig"
    ARABISCH = "ar", "Arabisch"
    TIGRINYA = "ti", "Tigrinya"
    FARSI = "fa", "Farsi"
    DARI = "prs", "Dari"
    KOERDISCH = "ku", "Koerdisch"
    SOMALISCH = "so", "Somalisch"
    AMHAARS = "am", "Amhaars"
    TURKS = "tr", "Turks"
    ENGELS = "en", "Engels"


class Nationaliteit(models.TextChoices):
    """Nationalities by the adjective of the BRP; the usual ones of statushouders, and the rest."""

    SYRISCH = "Syrische", "Syrische"
    ERITREES = "Eritrese", "Eritrese"
    AFGHAANS = "Afghaanse", "Afghaanse"
    IRAANS = "Iraanse", "Iraanse"
    IRAAKS = "Iraakse", "Iraakse"
    SOMALISCH = "Somalische", "Somalische"
    ETHIOPISCH = "Ethiopische", "Ethiopische"
    TURKS = "Turkse", "Turkse"
    NEDERLANDS = "Nederlandse", "Nederlandse"
    STAATLOOS = "Staatloos", "Staatloos"
    ONBEKEND = "Onbekend", "Onbekend"


class Rol(models.TextChoices):
    """Place in the family; there is one head at a time."""

    HOOFD = "hoofd", "Hoofd van het gezin"
    PARTNER = "partner", "Partner"
    KIND = "kind", "Kind"
    OVERIG = "overig", "Ander familielid"


class Stand(models.TextChoices):
    """Where somebody stands on a day; follows from dated facts and is stored nowhere."""

    GEVESTIGD = "gevestigd", "Gevestigd"
    VERTROKKEN = "vertrokken", "Vertrokken"
    VERWACHT = "verwacht", "Nareiziger verwacht"
    GEKOPPELD = "gekoppeld", "Gekoppeld"
    GEREGISTREERD = "geregistreerd", "Geregistreerd"


class Zichtbaarheid(models.TextChoices):
    """Who may read what was recorded, of those who may see the dossier."""

    GEMEENTE = "gemeente", "Alleen de gemeente"
    BETROKKEN = "betrokken", "Ook partners met dit onderwerp"


class Contactsoort(models.TextChoices):
    """How there was contact."""

    NOTITIE = "notitie", "Notitie"
    TELEFOON = "telefoon", "Telefoon"
    BEZOEK = "bezoek", "Huisbezoek"
    GESPREK = "gesprek", "Gesprek op kantoor"
    BERICHT = "bericht", "E-mail of app"
    BRIEF = "brief", "Brief"


class Relatiesoort(models.TextChoices):
    """What somebody is of a person."""

    REFERENT = "referent", "Referent"
    OUDER = "ouder", "Ouder"
    VOOGD = "voogd", "Voogd"


class Grondslag(models.TextChoices):
    """On which basis a dossier is shared (AVG art. 6)."""

    TAAK = "taak", "Taak van de gemeente (AVG art. 6 lid 1 e)"
    WET = "wet", "Wettelijke plicht (AVG art. 6 lid 1 c)"
    TOESTEMMING = "toestemming", "Toestemming (AVG art. 6 lid 1 a)"
    VITAAL = "vitaal", "Vitaal belang (AVG art. 6 lid 1 d)"


class Verwijsstand(models.TextChoices):
    """Where a referral stands on a day; follows from its dates and is stored nowhere."""

    GEVRAAGD = "gevraagd", "Gevraagd"
    AANGENOMEN = "aangenomen", "Aangenomen"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    VERLOPEN = "verlopen", "Verlopen"
