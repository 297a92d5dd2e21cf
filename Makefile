# Sigap: `make run` menyiapkan semuanya lalu menjalankan. PORT, SIGAP_HOST dan SIGAP_INSTANCE diteruskan dari lingkungan.
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install -qq --disable-pip-version-check
OFFLINE := { echo "Pemasangan paket Python gagal; sebabnya tertulis di atas. Periksa sambungan Internet, lalu ulangi." >&2; exit 1; }

.DEFAULT_GOAL := help
.SILENT:
.PHONY: help run demo test quick check bench

help: ## daftar perintah ini
	echo "Sigap. Perintah:"
	sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile

run: .venv/.installed ## siapkan dan jalankan Sigap
	exec $(PY) wsgi.py

demo: .venv/.installed ## jalankan contoh dengan data rekaan, tanpa menyentuh data kantor
	exec $(PY) wsgi.py --demo

check: .venv/.installed ## periksa pemasangan ini
	exec $(PY) -m flask --app wsgi check

test: .venv/.installed-dev ## jalankan semua pengujian
	$(PY) -m pytest -n 2 --dist loadfile -m "not browser" $(ARGS)
	$(PY) -m pytest -n 2 --dist loadfile tests/browser $(ARGS) $(BROWSER_ARGS)

quick: .venv/.installed-dev ## jalankan bagian pengujian yang cepat
	exec $(PY) -m pytest -n 2 --dist loadfile -m "not browser and not slow" $(ARGS)

bench: .venv/.installed ## ukur pengenalan klien, pencarian dan impor dengan data rekaan (lama; satu saja: make bench ARGS=twins)
	exec $(PY) -m bench $(ARGS)

.venv/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Sigap memerlukan Python 3.11 atau lebih baru." >&2; exit 1; }
	echo "Menyiapkan Python untuk Sigap (sekali saja) ..."
	$(PYTHON) -m venv .venv >/dev/null || { rm -rf .venv; echo "Lingkungan Python tidak dapat dibuat. Di Debian: apt install python3-venv" >&2; exit 1; }
	touch $@

.venv/.installed: requirements.txt | .venv/.made
	echo "Memasang paket yang diperlukan ..."
	$(PIP) -r requirements.txt || $(OFFLINE)
	touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	echo "Memasang paket untuk pengujian ..."
	$(PIP) -r requirements-dev.txt || $(OFFLINE)
	touch $@
