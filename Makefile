# The commands of this project. Each sets up first what it needs; what is up to date is skipped.
.DEFAULT_GOAL := help
# a process for each core, each with a database of its own; the tests of a file stay together, and the files come
# as tests/conftest.py orders them: what takes minutes first
SAMEN = --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: help setup demo stop test test-snel lint bench

help:
	@echo 'make demo       de demonstratie: installeert, start en toont het adres en de inloggegevens'
	@echo 'make stop       stopt de demonstratie en de databank'
	@echo 'make setup      installeert alles, ook wat ontwikkelen nodig heeft, en start niets'
	@echo 'make test       alle tests'
	@echo 'make test-snel  de tests zonder browser'
	@echo 'make lint       stijl, typen, lagen, sjablonen, migraties en de instellingen voor productie'
	@echo 'make bench      meet de snelheid bij 1.000 en 100.000 dossiers, en schrijft docs/prestaties.md'

setup:
	@scripts/opzetten --browser
	@echo 'Klaar. Nu kan: make demo, make test, .venv/bin/python manage.py help'

demo:
	@scripts/opzetten
	@exec .venv/bin/python -m wassenaar_integratie.lokaal.demo

stop:
	@if [ -x .venv/bin/python ]; then exec .venv/bin/python -m wassenaar_integratie.lokaal.stop; fi

test:
	@scripts/opzetten --browser
	@exec .venv/bin/pytest $(SAMEN)

test-snel:
	@scripts/opzetten
	@exec .venv/bin/pytest $(SAMEN) -m 'not browser'

lint:
	@scripts/opzetten
	@exec scripts/lint

bench:
	@scripts/opzetten
	@exec .venv/bin/python -m benchmarks
