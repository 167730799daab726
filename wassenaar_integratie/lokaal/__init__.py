"""The servers and files of one machine: the demonstration, the tests and single commands.

Nothing here is for production: there every server and secret comes from the environment.
"""

import os
from urllib.parse import quote

from wassenaar_integratie.lokaal.paden import geheim, map_voor, socketmap, valkey_socket

__all__ = ["database_url", "eigen_broker", "eigen_server", "geheim", "map_voor", "redis_url"]


def eigen_server() -> bool:
    """Whether the database is the embedded one, because DATABASE_URL names no other."""
    return not os.environ.get("DATABASE_URL")


def eigen_broker() -> bool:
    """Whether the broker is the demonstration's own, because REDIS_URL names no other."""
    return not os.environ.get("REDIS_URL")


def database_url() -> str:
    """DATABASE_URL, or the address of the embedded server (started by manage.py, not by asking here)."""
    return os.environ.get("DATABASE_URL") or f"postgres://wi@{quote(str(socketmap()), safe='')}/wassenaar"


def redis_url() -> str:
    """REDIS_URL, or the socket of the broker that the demonstration starts."""
    return os.environ.get("REDIS_URL") or f"redis+socket://{valkey_socket()}"
