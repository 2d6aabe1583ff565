#!/bin/sh
# bench/run.sh [SECTION ...]    sections: fill write command memory start pdf (all of them without arguments: a quarter
# of an hour), batch and curve (only if named: an hour), or one size of one, as command:1000
#
# Everything is made and installed under $BENCH_WORK (default: a folder in the temporary directory); the results stay
# there as results.jsonl. BENCH_PYTHON=… uses an interpreter that has ita-docs and the peers already; BENCH_ROUNDS=n
# changes the number of rounds; BENCH_FULL=1 lets the peers of batch make as much as we do.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${BENCH_WORK:-${TMPDIR:-/tmp}/ita-docs-bench}
mkdir -p "$work/node"
python=${BENCH_PYTHON:-$work/venv/bin/python}
if [ -z "${BENCH_PYTHON:-}" ] && [ ! -f "$work/venv/.installed" ]; then
  "${PYTHON:-python3}" -m venv "$work/venv"
  "$python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" -e "$here/.."
  touch "$work/venv/.installed"
fi
if [ ! -d "$work/node/node_modules/easy-template-x" ]; then
  cp "$here/node/package.json" "$work/node/"
  (cd "$work/node" && npm install --no-audit --no-fund --silent) || echo "npm: easy-template-x could not be installed"
fi
export NODE_PATH="$work/node/node_modules"
# as after `pip install`: without it every start would compile what was edited since
unset PYTHONDONTWRITEBYTECODE
"$python" -m compileall -q "$here/../ita_docs"
[ $# -gt 0 ] || set -- fill write command memory start pdf
"$python" "$here/inputs.py" "$work/inputs"
case " $* " in *" pdf"*) "$python" "$here/pdf_inputs.py" "$work/inputs" ;; esac
case " $* " in *" batch"*|*" curve"*) "$python" "$here/batch_inputs.py" "$work/inputs" "$@" ;; esac
rm -f "$work/results.jsonl"
"$python" "$here/measure.py" "$work" "$@"
"$python" "$here/table.py" "$work"
