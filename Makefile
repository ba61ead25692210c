# Everything runs in .venv in this checkout. `setup` creates it, and does nothing if it is up to date.
# ARGS passes options: make run ARGS="--source demo", make test ARGS="-k people".

ARGS ?=
export PYTHON

.PHONY: help setup dev run wheels test faults offline fuzz check format bench soak screenshots rooms docs translations lock package clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the program into .venv (.venv/bin/visavis)
	@tools/setup

dev: ## the same, with the tools for tests and checks
	@tools/setup dev

run: ## open the window, as soon as what it needs is installed
	@tools/run $(ARGS)

wheels: ## download everything that make run and make test install, for computers without a network (wheels/)
	@tools/wheels

# Files in the order of their names: by default, those with few tests come last, and they have the longest tests.
test: dev ## run the tests, on all processors but at most four
	@.venv/bin/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder --durations 20 $(ARGS)

faults: dev ## let every operation that writes fail and be killed at each of its calls, and print how often
	@.venv/bin/python -m pytest -q -s --whole tests/faults

offline: dev ## run the whole program where no network can be reached, and print what was run
	@.venv/bin/python -m pytest -q -s --whole tests/test_offline.py

fuzz: dev ## fuzz every parser for ten minutes each; ARGS="--seconds N NAME" changes that
	@.venv/bin/python tests/fuzz/run.py $(ARGS)

check: dev ## check lint, format, types, imports, translations and docs/rooms.svg
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	tools/translations --check
	.venv/bin/python tools/rooms.py --check

format: dev ## format the code
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

bench: setup ## measure the speed, and compare it with bench/baseline.json
	@.venv/bin/python bench/baseline.py $(ARGS)

package: setup ## build the program with its own Python: a folder, and a Debian package (build/package/)
	@.venv/bin/python installers/build.py

soak: setup ## do the same work 200,000 times, and see that nothing grows (hours; ARGS="--frames 20000" for less)
	@.venv/bin/python tools/soak.py $(ARGS)

screenshots: setup ## take a screenshot of every screen in every theme and language (build/screenshots/)
	@.venv/bin/python tools/screenshots $(ARGS)

rooms: dev ## draw docs/rooms.svg from the imports
	@.venv/bin/python tools/rooms.py

docs: dev ## build the documentation (docs/_build/html/index.html); LINKS=1 also checks its links to other sites
	@.venv/bin/python -m sphinx --quiet --nitpicky --fail-on-warning --keep-going docs docs/_build/html
	@[ -z "$(LINKS)" ] || .venv/bin/python -m sphinx --quiet --builder linkcheck docs docs/_build/links
	@echo "The documentation: docs/_build/html/index.html"

translations: dev ## collect the window's texts and compile their translations
	@tools/translations

lock: ## lock the newest versions that pyproject.toml allows, for all platforms (needs uv)
	@tools/lock

clean: ## delete build output and caches, but not .venv
	rm -rf build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app training tests tools bench -name __pycache__ -prune -exec rm -rf {} +
