# make demo      everything from nothing: install into .venv, every sample as DOCX in out/
# make test      install and run the tests
# make interop   our files in programs that no one here wrote (installs LibreOffice and poppler with apt, Dask with pip)
# make lint      ruff and mypy
# make templates write every kind's template.docx and sample workbook from tools/
# make docs      regenerate what is generated in docs/ and README.md, with pictures
# make bench     speed against peers (minutes; see bench/README.md)

PYTHON ?= python3
BIN = .venv/bin
INSTALLED = .venv/.installed

.PHONY: demo test interop lint templates docs bench clean

demo: .venv/.demo
	$(BIN)/python -m tools.demo out

test: $(INSTALLED)
	$(BIN)/python -m pytest tests -n auto --dist loadfile

interop: .venv/.cluster
	sh interop/install.sh
	$(BIN)/python -m pytest interop

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

templates: $(INSTALLED)
	$(BIN)/python -m tools.templates
	$(BIN)/python -m tools.samples

docs: $(INSTALLED)
	$(BIN)/python -m tools.reference docs
	$(BIN)/python -m tools.reproducing docs
	$(BIN)/python -m tools.report_parts docs
	$(BIN)/python -m tools.text_examples
	$(BIN)/python -m tools.gallery

bench: $(INSTALLED)
	sh bench/run.sh

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.demo: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(INSTALLED): pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,lint]"
	touch $@ .venv/.demo

.venv/.cluster: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,lint,cluster]"
	touch $@
