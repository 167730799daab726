"""How large a file may be that comes in, and why one is refused as a whole."""

from typing import Final

MEESTE_BYTES: Final = 100_000_000
MEESTE_UITGEPAKT: Final = 400_000_000  # of a packed file: XLSX is a ZIP
MEESTE_VERHOUDING: Final = 200  # unpacked to packed, of one part; a real sheet stays below 50
VERHOUDING_VANAF: Final = 10_000_000  # below this size no part is a danger, whatever its ratio
MEESTE_DELEN: Final = 2_000
MEESTE_RIJEN: Final = 1_000_000  # CSV
MEESTE_RIJEN_XLSX: Final = 199_999
MEESTE_KOLOMMEN: Final = 200


class Weigering(ValueError):
    """A file that is refused as a whole, with one Dutch sentence; nothing of it is kept."""
