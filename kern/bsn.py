"""The burgerservicenummer: nine digits that pass the eleven test (N1)."""

from stdnum.nl import bsn as stdnum_bsn


def bsn_geldig(tekst: str) -> bool:
    """Is this a BSN? Eight digits are read with a leading zero; all zeros is none. [K: rekenregels N1]"""
    cijfers = tekst.strip()
    if not (cijfers.isascii() and cijfers.isdecimal() and len(cijfers) in {8, 9}) or not int(cijfers):
        return False
    return bool(stdnum_bsn.is_valid(cijfers.zfill(9)))
