# The image of web, worker and scheduler. Its settings come from the environment when it runs.

FROM node:22-bookworm-slim AS npm
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.13-slim-bookworm AS basis
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# what WeasyPrint opens when it draws a PDF
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements/productie.txt requirements/
RUN pip install --require-hashes -r requirements/productie.txt
COPY . .

FROM basis AS statisch
COPY --from=npm /app/node_modules node_modules
# invented values: collecting files reads none of them
RUN python scripts/pakketten.py \
    && DJANGO_SETTINGS_MODULE=wassenaar_integratie.settings.productie SECRET_KEY=bouw BSN_SLEUTEL=bouw \
       BSN_INDEX_SLEUTEL=bouw ALLOWED_HOSTS=bouw DATABASE_URL=postgres://bouw/bouw REDIS_URL=redis://bouw \
       EMAIL_URL=smtp://bouw DEFAULT_FROM_EMAIL=bouw@example.org WI_DATA=/tmp \
       python manage.py collectstatic --no-input

FROM basis
COPY --from=statisch /app/static/pakketten static/pakketten
COPY --from=statisch /app/staticfiles staticfiles
RUN useradd --system --uid 10001 wi && mkdir /gegevens && chown wi /gegevens
USER wi
EXPOSE 8000
CMD ["gunicorn", "wassenaar_integratie.wsgi", "--bind", "0.0.0.0:8000", "--no-control-socket"]
