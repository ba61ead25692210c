# Everything runs from .venv in this checkout; `setup` makes it and does nothing when it is up to date.
# ARGS passes options on: make run ARGS="--source demo", make test ARGS="-k people".

ARGS ?=
export PYTHON

.PHONY: help setup dev run test check format bench screenshots rooms translations lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the program into .venv: .venv/bin/visavis
	@tools/setup

dev: # the same, with what tests and checks need
	@tools/setup dev

run: setup ## open the window
	@.venv/bin/visavis $(ARGS)

test: dev ## run the tests
	@.venv/bin/python -m pytest $(ARGS)

check: dev ## lint, format, types, who may import whom, and translations
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	tools/translations --check
	.venv/bin/python tools/rooms.py --check

format: dev ## put the code into form
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

bench: setup ## measure how fast this computer is, and say what became slower
	@.venv/bin/python bench/baseline.py $(ARGS)

screenshots: setup ## pictures of every screen in every look, in build/screenshots/
	@.venv/bin/python tools/screenshots $(ARGS)

rooms: dev ## draw docs/rooms.svg from the imports
	@.venv/bin/python tools/rooms.py

translations: dev ## collect the window's texts and compile their translations
	@tools/translations

lock: ## lock the newest versions that pyproject.toml admits, for all platforms (needs uv)
	@tools/lock

clean: ## delete what was built and cached; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app training tests tools bench -name __pycache__ -prune -exec rm -rf {} +
