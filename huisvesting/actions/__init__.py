"""Writing in huisvesting: one function for each act of a user."""

from huisvesting.actions.amv import bewaar_uitkomst
from huisvesting.actions.opgaven import bewaar_uitruil, leg_opgave_vast, wijzig_opgave
from huisvesting.actions.plaatsen import beeindig, plaats
from huisvesting.actions.woningen import bewaar_woning, leg_verwachting_vast

__all__ = [
    "beeindig",
    "bewaar_uitkomst",
    "bewaar_uitruil",
    "bewaar_woning",
    "leg_opgave_vast",
    "leg_verwachting_vast",
    "plaats",
    "wijzig_opgave",
]
