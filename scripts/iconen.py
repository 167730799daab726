"""The icon sprite: one SVG with a symbol for each name in static/iconen.json."""

import re
from pathlib import Path


def symbool(naam: str, svg: str) -> str:
    """The drawing of one icon as a symbol that a page calls by `iconen.svg#naam`."""
    inhoud = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if inhoud is None:
        raise ValueError(f"icoon {naam}: geen SVG")
    return f'<symbol id="{naam}" viewBox="0 0 24 24">{" ".join(inhoud[1].split())}</symbol>'


def sprite(namen: dict[str, str], pakket: Path) -> str:
    """The sprite of these icons (our name → name in lucide-static), with the licence on top.

    FileNotFoundError names an icon that the package does not have.
    """
    symbolen = [
        symbool(naam, (pakket / "icons" / f"{lucide}.svg").read_text()) for naam, lucide in namen.items()
    ]
    # Two hyphens in a row end nothing but may not stand in a comment: the whole sprite would be refused.
    licentie = re.sub(r"-(?=-)", "- ", (pakket / "LICENSE").read_text())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg">\n<!--\n{licentie}\n-->\n'
        + "\n".join(symbolen)
        + "\n</svg>\n"
    )
