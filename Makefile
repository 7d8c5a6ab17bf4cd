.DEFAULT_GOAL := help
PYTHON ?= python3
PERIOD ?= $(PERIODE)
# Brings what a target needs; silent where everything is there.
READY = @$(PYTHON) -m pipeline.siapkan
IN = .venv/bin
# As many tests at once as the machine has cores; a file's tests stay together, as they share what they make.
PARALLEL = -n auto --dist loadfile

.PHONY: help report status new check check-code test test-long bench golden schema lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: ## Build the report: DOCX files and one PDF in output/ (PERIOD=2026-tw3; else the newest period)
	$(READY) report
	@$(IN)/kinerja report $(PERIOD)

status: ## Show the eleven steps of the SOP (PERIOD=2026-tw3; else the newest period)
	$(READY) check
	@$(IN)/kinerja status $(PERIOD)

new: ## Prepare the next quarter's folder (PERIOD=2026-tw4)
	$(READY) check
	@$(IN)/kinerja new $(PERIOD)

check: ## Check the inputs without building (PERIOD=2026-tw3; else the newest period)
	$(READY) check
	@$(IN)/kinerja check $(PERIOD)

check-code: ## Check the code: style, types, import contracts
	$(READY) check-code
	$(IN)/ruff check .
	$(IN)/ruff format --check .
	$(IN)/mypy
	$(IN)/lint-imports

test: ## Run the tests (a few minutes)
	$(READY) test
	$(IN)/pytest $(PARALLEL)

test-long: ## Run the slow tests, with the Open XML SDK's judgement of every DOCX
	$(READY) test-long
	$(IN)/pytest $(PARALLEL) -m long

bench: ## Measure the report against LibreOffice alone, as ratios
	$(READY) test
	@$(IN)/python -m tests.bench

golden: ## Write what the documents say now as what the tests expect; read the git diff afterwards
	$(READY) test
	@$(IN)/python -m tests.sidik
	$(IN)/pytest tests/test_golden.py tests/test_messages.py tests/test_fields.py --golden

schema: ## Write the JSON Schemas of the YAML files from their declarations
	$(READY) check
	@$(IN)/kinerja schema

lock: ## Choose the locked versions anew from pyproject.toml (UPGRADE=--upgrade: the newest of all)
	$(READY) check
	$(IN)/python -m pip install --quiet uv
	echo 'setuptools>=77' | $(LOCK) -o requirements.lock
	echo 'setuptools>=77' | $(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --extra long -c requirements-dev.lock -o requirements-long.lock </dev/null

LOCK = $(IN)/uv pip compile pyproject.toml - --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --custom-compile-command 'make lock' $(UPGRADE)

clean: ## Remove what is built: reports in output/, caches. Inputs, .venv and what people put into output/ stay
	@$(PYTHON) -m pipeline.archive
	rm -rf build *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find pipeline tests -name __pycache__ -type d -prune -exec rm -rf {} +
