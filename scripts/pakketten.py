"""Copies from node_modules to static/pakketten what the pages use, and nothing else.

    css/<name>.css                       component CSS, named after its package without `-css`
    letters/<font>-<weight>.css, files/  letters: only the listed subsets, woff2 only
    axe.min.js                           for the browser tests
    iconen.svg                           the icons of static/iconen.json

The packages themselves are 80 MB; served whole they would make `collectstatic` slow.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from iconen import sprite

BASIS = Path(__file__).resolve().parent.parent
DOEL = BASIS / "static" / "pakketten"
LICENTIES = ("LICENSE", "LICENSE.md", "LICENSE.txt")

# file to be written → package, its CSS file and the subsets of the alphabet that we need
LETTERS = {
    "source-sans-3-400.css": ("@fontsource/source-sans-3", "400.css", ("latin-ext", "latin")),
    "source-sans-3-600.css": ("@fontsource/source-sans-3", "600.css", ("latin-ext", "latin")),
    "source-sans-3-700.css": ("@fontsource/source-sans-3", "700.css", ("latin-ext", "latin")),
    "noto-sans-arabic-400.css": ("@fontsource/noto-sans-arabic", "400.css", ("arabic",)),
    "noto-sans-arabic-600.css": ("@fontsource/noto-sans-arabic", "600.css", ("arabic",)),
    "noto-sans-ethiopic.css": ("@fontsource-variable/noto-sans-ethiopic", "index.css", ("ethiopic",)),
}


def componenten(pakketten: list[str], modules: Path) -> dict[str, Path]:
    """The CSS file of each component package: name in `css/` → path in node_modules."""
    gevonden = {}
    for pakket in pakketten:
        naam = pakket.rpartition("/")[2].removesuffix("-css")
        kandidaten = [modules / pakket / "dist" / bestand for bestand in (f"{naam}.css", "index.css")]
        gevonden[f"{naam}.css"] = next(pad for pad in kandidaten if pad.is_file())
    return gevonden


def letterregels(css: str, deelverzamelingen: tuple[str, ...]) -> tuple[str, list[str]]:
    """The @font-face blocks of these subsets with only their woff2, and the names of those files."""
    blokken, bestanden = [], []
    for blok in re.findall(r"@font-face \{.*?\}", css, re.DOTALL):
        [bestand, soort] = re.findall(r"url\(\./files/([^)]+\.woff2)\) format\('([^']+)'\)", blok)[0]
        if re.fullmatch(rf".+?-({'|'.join(deelverzamelingen)})-(\d+|wght)-normal\.woff2", bestand):
            bron = f"src: url(./files/{bestand}) format('{soort}');"
            blokken.append(re.sub(r"src: [^;]*;", bron, blok))
            bestanden.append(bestand)
    return "\n\n".join(blokken) + "\n", bestanden


def kopieer_componenten(pakketten: list[str], modules: Path, doel: Path) -> None:
    """One CSS file for each component, without the reference to a source map that we do not ship."""
    doel.mkdir()
    for naam, pad in componenten(pakketten, modules).items():
        css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", pad.read_text(encoding="utf-8"))
        (doel / naam).write_text(css, encoding="utf-8")


def kopieer_letters(modules: Path, doel: Path) -> None:
    """The font CSS with its woff2 files and the licences that must travel with them."""
    (doel / "files").mkdir(parents=True)
    for naam, (pakket, css, deelverzamelingen) in LETTERS.items():
        regels, bestanden = letterregels((modules / pakket / css).read_text(), deelverzamelingen)
        (doel / naam).write_text(regels)
        for bestand in bestanden:
            shutil.copyfile(modules / pakket / "files" / bestand, doel / "files" / bestand)
        licentie = next(
            modules / pakket / tekst for tekst in LICENTIES if (modules / pakket / tekst).is_file()
        )
        shutil.copyfile(licentie, doel / f"LICENSE-{pakket.rpartition('/')[2]}.txt")


def bouw(modules: Path, doel: Path) -> None:
    """Fill `doel` (absent or complete, never half: it is built beside itself and then exchanged)."""
    pakketten = json.loads((BASIS / "package.json").read_text())["dependencies"]
    nieuw = doel.with_name(f"{doel.name}.nieuw")
    shutil.rmtree(nieuw, ignore_errors=True)
    nieuw.mkdir(parents=True)
    kopieer_componenten([p for p in pakketten if p.endswith("-css")], modules, nieuw / "css")
    kopieer_letters(modules, nieuw / "letters")
    shutil.copyfile(modules / "axe-core" / "axe.min.js", nieuw / "axe.min.js")
    namen = json.loads((BASIS / "static" / "iconen.json").read_text())
    (nieuw / "iconen.svg").write_text(sprite(namen, modules / "lucide-static"), encoding="utf-8")
    shutil.rmtree(doel, ignore_errors=True)
    nieuw.rename(doel)


if __name__ == "__main__":
    bouw(BASIS / "node_modules", DOEL)
    sys.stdout.write(
        f"{DOEL.relative_to(BASIS)}: {sum(1 for p in DOEL.rglob('*') if p.is_file())} bestanden\n"
    )
