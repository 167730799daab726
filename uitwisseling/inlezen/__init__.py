"""Between a file and the case: the reader of cells, the staging table, and the work table of SQL."""

from uitwisseling.inlezen.schrijven import volgende
from uitwisseling.inlezen.werk import Werk, zin

__all__ = ["Werk", "volgende", "zin"]
