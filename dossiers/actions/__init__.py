"""Writing in the shared case: one function for each act of a user."""

from dossiers.actions.afschermen import (
    beeindig_inzage,
    hef_afscherming_op,
    noem_collega,
    scherm_af,
)
from dossiers.actions.bewaard import bewaar_filter, hernoem_filter, verwijder_filter
from dossiers.actions.bsn import (
    toon_bsn,
)
from dossiers.actions.documenten import (
    bewaar_document,
    wijzig_document,
)
from dossiers.actions.overdragen import draag_al_het_werk_over, draai_overdracht_terug
from dossiers.actions.regie import (
    draag_regie_over,
    neem_waar,
    trek_waarneming_in,
    wijs_toe,
    wijzig_waarneming,
)
from dossiers.actions.registreren import (
    NieuwePersoon,
    NieuwGezin,
    neem_nummers,
    registreer_gezinnen,
    vertrek,
    vestig,
    wijzig_persoon,
    wijzig_vestiging,
)
from dossiers.actions.relaties import (
    beeindig_relatie,
    leg_relatie_vast,
)
from dossiers.actions.uitstellen import draai_taakuitstel_terug, stel_taak_uit
from dossiers.actions.vastleggen import (
    beantwoord_signaal,
    draag_taak_over,
    haal_door,
    leg_contact_vast,
    leg_signaal_vast,
    leg_taak_vast,
    noteer,
    taak_gedaan,
    taak_heropen,
    wijzig_contact,
    wijzig_signaal,
    wijzig_taak,
)
from dossiers.actions.verwijzen import (
    herinner,
    laat_verlopen,
    merk_herinnerd,
    neem_aan,
    rond_verwijzing_af,
    trek_verwijzing_in,
    verwijs,
    wijs_af,
)

__all__ = [
    "NieuwGezin",
    "NieuwePersoon",
    "beantwoord_signaal",
    "beeindig_inzage",
    "beeindig_relatie",
    "bewaar_document",
    "bewaar_filter",
    "draag_al_het_werk_over",
    "draag_regie_over",
    "draag_taak_over",
    "draai_overdracht_terug",
    "draai_taakuitstel_terug",
    "haal_door",
    "hef_afscherming_op",
    "herinner",
    "hernoem_filter",
    "laat_verlopen",
    "leg_contact_vast",
    "leg_relatie_vast",
    "leg_signaal_vast",
    "leg_taak_vast",
    "merk_herinnerd",
    "neem_aan",
    "neem_nummers",
    "neem_waar",
    "noem_collega",
    "noteer",
    "registreer_gezinnen",
    "rond_verwijzing_af",
    "scherm_af",
    "stel_taak_uit",
    "taak_gedaan",
    "taak_heropen",
    "toon_bsn",
    "trek_verwijzing_in",
    "trek_waarneming_in",
    "vertrek",
    "verwijder_filter",
    "verwijs",
    "vestig",
    "wijs_af",
    "wijs_toe",
    "wijzig_contact",
    "wijzig_document",
    "wijzig_persoon",
    "wijzig_signaal",
    "wijzig_taak",
    "wijzig_vestiging",
    "wijzig_waarneming",
]
