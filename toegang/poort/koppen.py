"""Headers on every answer: what a browser may do with our pages, and that it keeps none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

# What a page may use of the device: keys to sign in with, and nothing else.
_NIETS = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
    "usb", "xr-spatial-tracking",
)  # fmt: skip
_SLEUTELS = ("publickey-credentials-get", "publickey-credentials-create")
KOPPEN: Final = {
    "Permissions-Policy": ", ".join(
        [*(f"{wat}=()" for wat in _NIETS), *(f"{wat}=(self)" for wat in _SLEUTELS)]
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Koppen:
    """Middleware, outside the one that serves static files: these may be kept, every page may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        for naam, waarde in KOPPEN.items():
            antwoord.headers[naam] = waarde
        # A page asks who is signed in; a static file is answered before that.
        if hasattr(request, "user"):
            antwoord.headers["Cache-Control"] = "no-store"
        return antwoord
