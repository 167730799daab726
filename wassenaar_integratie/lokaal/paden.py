"""Where one installation keeps its things: the folder WI_DATA, and what cannot lie in it."""

import contextlib
import functools
import json
import os
import pwd
import secrets
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

BASIS = Path(__file__).resolve().parents[2]
LANGSTE_SOCKET = 107  # bytes in sockaddr_un, without the closing zero
_PRIVE = 0o700


class Opstartfout(Exception):
    """What stops a server or an installation, as one Dutch sentence for the person at the terminal."""


@dataclass(frozen=True)
class Installatie:
    """What is decided once for a WI_DATA and kept in it.

    `kenmerk` is random, so that names outside WI_DATA are nobody else's and a deleted WI_DATA is a fresh
    installation; `cluster` is the folder of PostgreSQL.
    """

    kenmerk: str
    cluster: Path


def _maak_prive(pad: Path) -> None:
    """Make a folder and the missing ones above it, all for us alone (mkdir's `parents` would not)."""
    if not pad.exists():
        _maak_prive(pad.parent)
        pad.mkdir(mode=_PRIVE, exist_ok=True)


def data() -> Path:
    """WI_DATA as an absolute path, made with mode 700 when it is absent; by default `var` in the checkout.

    Opstartfout when it is not ours.
    """
    pad = Path(os.environ.get("WI_DATA") or BASIS / "var").absolute()
    try:
        _maak_prive(pad)
    except OSError as fout:
        raise Opstartfout(f"WI_DATA kan niet gemaakt worden: {fout}") from fout
    if not os.access(pad, os.W_OK | os.X_OK):
        raise Opstartfout(f"WI_DATA ({pad}) is van een andere gebruiker. Kies een andere map.")
    return pad


def map_voor(naam: str) -> Path:
    """The folder of this name in WI_DATA, made with mode 700 when it is absent."""
    pad = data() / naam
    _maak_prive(pad)
    return pad


def eens(pad: Path, inhoud: str) -> str:
    """The text of `pad`, which is `inhoud` only for the first who asks; mode 600.

    Whole or absent, also when two processes ask at once: the loser of the race reads what the winner wrote.
    """
    if not pad.exists():
        with tempfile.NamedTemporaryFile("w", dir=pad.parent, prefix=f".{pad.name}-") as tijdelijk:
            tijdelijk.write(inhoud)
            tijdelijk.flush()
            with contextlib.suppress(FileExistsError):
                os.link(tijdelijk.name, pad)
    return pad.read_text()


def geheim(naam: str) -> str:
    """The secret of this name: 64 random characters, made once and kept in WI_DATA (mode 600)."""
    return eens(map_voor("geheimen") / naam, secrets.token_urlsafe(48))


def gebruiker_voor(cluster: Path) -> pwd.struct_passwd:
    """Who runs the server on this folder: ourselves, or for root its owner, and for a new one `nobody`.

    PostgreSQL refuses root, and a user without an entry in passwd.
    """
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    gegevens = cluster / "data"
    eigenaar = gegevens.stat().st_uid if gegevens.exists() else 0
    return pwd.getpwuid(eigenaar) if eigenaar else pwd.getpwnam("nobody")


def kan_lezen(pad: Path, wie: pwd.struct_passwd) -> bool:
    """Whether this user reaches and may read `pad`, asked of the system itself (so access lists count)."""
    if wie.pw_uid == os.geteuid():
        return os.access(pad, os.R_OK)
    vraag = ["test", "-r", str(pad)]
    return (
        subprocess.run(vraag, check=False, user=wie.pw_uid, group=wie.pw_gid, extra_groups=[]).returncode == 0
    )


def kies_cluster(map_: Path, kenmerk: str) -> Path:
    """The folder of PostgreSQL for a new installation: in WI_DATA, or under /var/tmp.

    As root the server runs as nobody, who cannot pass a WI_DATA of mode 700.
    """
    binnen = map_ / "postgres"
    if os.geteuid() != 0 or kan_lezen(map_, pwd.getpwnam("nobody")):
        return binnen
    return Path("/var/tmp") / f"wi-{kenmerk}"


@functools.cache
def _installatie(map_: Path) -> Installatie:
    bestand = map_ / "installatie.json"
    if not bestand.exists():
        kenmerk = secrets.token_hex(6)
        cluster = kies_cluster(map_, kenmerk)
        # inside WI_DATA the path stays relative, so that the folder may be moved
        plaats = cluster.relative_to(map_) if cluster.is_relative_to(map_) else cluster
        eens(bestand, json.dumps({"kenmerk": kenmerk, "cluster": str(plaats)}))
    gelezen = json.loads(bestand.read_text())
    return Installatie(kenmerk=gelezen["kenmerk"], cluster=map_ / gelezen["cluster"])


def installatie() -> Installatie:
    """What was decided for this WI_DATA; decided now if this is the first time."""
    return _installatie(data())


def kies_socket(gewenst: Path, *, kort: Path) -> Path:
    """The path of a socket: `gewenst`, or in the folder `kort` when that would pass 107 bytes."""
    if len(os.fsencode(gewenst)) <= LANGSTE_SOCKET:
        return gewenst
    return kort / gewenst.name


def prive_map(pad: Path, wie: pwd.struct_passwd) -> Path:
    """Make `pad` as a folder that only `wie` may enter. Opstartfout if it is somebody else's or a link."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    try:
        pad.mkdir(mode=_PRIVE)
        os.chown(pad, wie.pw_uid, wie.pw_gid)
    except FileExistsError:
        stand = pad.lstat()
        if pad.is_symlink() or not pad.is_dir() or stand.st_uid != wie.pw_uid or stand.st_mode & 0o077:
            raise Opstartfout(f"{pad} is niet van {wie.pw_name} alleen. Verwijder die map.") from None
    return pad


def socketmap() -> Path:
    """The folder of PostgreSQL's socket."""
    deze = installatie()
    gewenst = deze.cluster / "socket" / ".s.PGSQL.5432"
    return kies_socket(gewenst, kort=Path(f"/tmp/wi-{deze.kenmerk}-pg")).parent


def valkey_socket() -> Path:
    """The socket of the broker."""
    return kies_socket(data() / "valkey.sock", kort=Path(f"/tmp/wi-{installatie().kenmerk}-valkey"))
