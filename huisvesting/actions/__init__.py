"""Writing in huisvesting: one function for each act of a user."""

from huisvesting.actions.plaatsen import beeindig, plaats
from huisvesting.actions.woningen import bewaar_woning, leg_verwachting_vast

__all__ = ["beeindig", "bewaar_woning", "leg_verwachting_vast", "plaats"]
