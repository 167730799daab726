"""`make stop`: end the demonstration and the embedded server of this WI_DATA.

python -m wassenaar_integratie.lokaal.stop
"""

import sys

from wassenaar_integratie.lokaal.paden import Opstartfout, data
from wassenaar_integratie.lokaal.server import stop_server
from wassenaar_integratie.lokaal.slot import Dienstslot


def hoofd() -> int:
    """Stop what runs; 0 also when nothing did, 1 when WI_DATA is not ours."""
    try:
        demo = Dienstslot(data(), "demo").beeindig(seconden=60)
        server = stop_server()
    except Opstartfout as fout:
        print(fout)
        return 1
    print("Gestopt." if demo or server else "Er draaide niets.")
    return 0


if __name__ == "__main__":
    sys.exit(hoofd())
