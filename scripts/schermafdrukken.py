"""Makes the README's pictures of the running demonstration: .venv/bin/python scripts/schermafdrukken.py [ADDRESS]."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from wassenaar_integratie.lokaal.browser import zoek_chromium

MAP = Path(__file__).resolve().parent.parent / "docs" / "schermen"
PAGINAS = {"taakstelling": "/huisvesting/taakstelling/", "gezin-registreren": "/dossiers/registreren/"}
VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def maak(adres: str) -> None:
    """Sign in as the coordinator and photograph each page at 1280 by 900 px."""
    with sync_playwright() as spelen:
        programma = zoek_chromium()
        browser = spelen.chromium.launch(executable_path=programma, args=VLAGGEN)
        pagina = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
        pagina.goto(f"{adres}/inloggen/")
        pagina.get_by_role("button", name="Projectcoördinator").click()
        pagina.wait_for_url("**/dossiers/")
        for naam, pad in PAGINAS.items():
            pagina.goto(adres + pad, wait_until="networkidle")
            pagina.screenshot(path=MAP / f"{naam}.png")
        browser.close()


if __name__ == "__main__":
    maak(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
