"""The mixin that every view with a right starts with."""

from typing import ClassVar

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic.base import View

from toegang.models import Gebruiker
from toegang.rules import mag


class RechtMixin(View):
    """Gives `self.gebruiker`. Who lacks the right gets the page of what does not exist.

    `recht` is (domain, right); a view without it is refused at its first request.
    """

    recht: ClassVar[tuple[str, str] | None] = None
    gebruiker: Gebruiker

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if self.recht is None:
            raise ImproperlyConfigured(f"{type(self).__name__} heeft geen recht.")
        if not isinstance(request.user, Gebruiker) or not mag(request.user, *self.recht):
            raise Http404
        self.gebruiker = request.user
        return super().dispatch(request, *args, **kwargs)
