"""Which line an entry belongs to by itself: by its commitment number, else by its account on its date."""

from __future__ import annotations

# Joins for rows with alias `{boeking}`: at most one commitment and one account each (constraints).
REGEL_BIJ = """
    LEFT JOIN financien_verplichting vp ON lower(vp.nummer) = lower({boeking}.verplichting)
    LEFT JOIN financien_rekening rk ON rk.kostenplaats = {boeking}.kostenplaats
        AND rk.grootboekrekening = {boeking}.grootboekrekening
        AND (rk.van IS NULL OR rk.van <= {boeking}.boekdatum)
        AND (rk.tot_en_met IS NULL OR rk.tot_en_met >= {boeking}.boekdatum)"""
# The line, and the commitment that led to it.
REGEL_KOLOMMEN = {
    "verplicht": "vp.id",
    "activiteit": "coalesce(vp.activiteit_id, rk.activiteit_id)",
    "inkomstenpost": "CASE WHEN vp.id IS NULL THEN rk.inkomstenpost_id END",
}
