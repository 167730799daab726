"""Unpacks the browser of the npm package @sparticuz/chromium for the tests: python scripts/chromium.py FROM TO.

Writes TO/chromium (the program), TO/lib (the libraries that a bare machine lacks) and TO/start, which
runs the one with the other. Whole or not at all.
"""

import io
import shutil
import sys
import tarfile
from pathlib import Path

import brotli

START = """#!/bin/sh
map=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$map/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$map/chromium" "$@"
"""


def schrijf_bestanden(tar: tarfile.TarFile, doel: Path) -> None:
    """The plain files of this archive, none of them outside `doel` (ValueError)."""
    for lid in tar:
        pad = (doel / lid.name).resolve()
        if not pad.is_relative_to(doel.resolve()):
            raise ValueError(f"{lid.name} ligt buiten de map")
        if inhoud := tar.extractfile(lid) if lid.isfile() else None:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud.read())


def pak_uit(pakket: Path, doel: Path) -> None:
    """Fill `doel` from the package's folder; what was there is replaced."""
    half = doel.with_name(f"{doel.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    (half / "chromium").write_bytes(brotli.decompress((pakket / "bin" / "chromium.br").read_bytes()))
    for naam in ("al2023.tar.br", "swiftshader.tar.br"):
        inhoud = io.BytesIO(brotli.decompress((pakket / "bin" / naam).read_bytes()))
        with tarfile.open(fileobj=inhoud) as tar:
            schrijf_bestanden(tar, half)
    (half / "start").write_text(START)
    for programma in ("chromium", "start"):
        (half / programma).chmod(0o755)
    shutil.rmtree(doel, ignore_errors=True)
    half.rename(doel)


if __name__ == "__main__":
    pak_uit(Path(sys.argv[1]), Path(sys.argv[2]))
