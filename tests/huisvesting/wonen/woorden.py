"""What stands on a page, without its line ends."""

import re
from typing import Any


def tekst(antwoord: Any) -> str:
    """The HTML of an answer with single spaces, without the spans that keep a date in one line."""
    html = re.sub(r'<span class="wi-nowrap">([^<]*)</span>', r"\1", antwoord.content.decode())
    return " ".join(html.split())
