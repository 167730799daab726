"""Each test of signing in begins without earlier tries."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _zonder_eerdere_pogingen():
    cache.clear()
