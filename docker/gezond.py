"""Whether the web answers: exit 0 when the sign-in page comes, as the proxy would ask for it."""

import http.client
import os
import sys

lijn = http.client.HTTPConnection("127.0.0.1", 8000, timeout=8)
gastheer = os.environ["ALLOWED_HOSTS"].split(",")[0]
lijn.request("GET", "/inloggen/", headers={"Host": gastheer, "X-Forwarded-Proto": "https"})
sys.exit(lijn.getresponse().status != http.HTTPStatus.OK)
