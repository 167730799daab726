"""What makes two addresses the same, and what is said of one that cannot be used."""

from __future__ import annotations

# As the constraint `woning_adres_uniek` has it; in SQL, as text, of a row of homes or of a file.
ADRES = (
    "concat_ws('|', replace({rij}.postcode, ' ', ''), {rij}.huisnummer,"
    " lower(coalesce({rij}.toevoeging, '')), lower({rij}.straat))"
)
# Of a home that this user may not know of. It is the sentence of a number, too: what may be said is the same.
NIET_TE_GEBRUIKEN = "Dit adres kunt u niet gebruiken."
WAT_DAN = "Kijk of het adres klopt. Klopt het? Vraag de projectcoördinator."
# The first four digits of a postcode here (N3). A home elsewhere counts by its place and kind (H10).
POSTCODES = (2240, 2245)
ELDERS = "Deze postcode is niet van Wassenaar. Vul ook de plaats en de soort woning in: daarvan hangt af wie meetelt."
