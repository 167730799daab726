"""The servers and files of one machine: the demonstration, the tests and single commands."""

import os
from pathlib import Path

_WI = Path(os.environ.get("WI_DATA", Path(__file__).resolve().parents[2] / "var"))


def map_voor(naam: str) -> Path:
    pad = _WI / naam
    pad.mkdir(parents=True, exist_ok=True)
    return pad


def geheim(naam: str) -> str:
    return "x" * 50 + naam


def database_url() -> str:
    return os.environ["DATABASE_URL"]


def redis_url() -> str:
    return os.environ.get("REDIS_URL", "memory://")
