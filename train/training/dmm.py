"""Reading and writing model files (data/models/README.md describes the format)."""

import hashlib
import json

import numpy as np

MAGIC, ALIGN = b"DMMODEL1", 64
_DTYPES = {"i8": np.dtype("<i1"), "f32": np.dtype("<f4"), "utf8": np.dtype("u1")}


def _pad(n):
    return -n % ALIGN


def write(path, kind, config, labels, tensors):
    """Write one file; tensors is {name: int8 or float32 array, or str}."""
    entries, blobs, offset = [], [], 0
    for name, value in tensors.items():
        dtype, shape, blob = _encode(value)
        entries.append({"name": name, "dtype": dtype, "shape": shape, "offset": offset, "bytes": len(blob)})
        blobs.append(blob + bytes(_pad(len(blob))))
        offset += len(blobs[-1])
    header = {"kind": kind, "config": config, "labels": labels, "tensors": entries}
    header = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head = MAGIC + len(header).to_bytes(4, "little") + header
    with open(path, "wb") as f:
        f.write(head + bytes(_pad(len(head))))
        f.writelines(blobs)


def _encode(value):
    if isinstance(value, str):
        blob = value.encode()
        return "utf8", [len(blob)], blob
    dtype = {"int8": "i8", "float32": "f32"}[value.dtype.name]
    return dtype, list(value.shape), np.ascontiguousarray(value, _DTYPES[dtype]).tobytes()


def read(path):
    """(kind, config, labels, tensors) of a file that write made."""
    with open(path, "rb") as f:
        blob = f.read()
    if blob[:8] != MAGIC:
        raise ValueError(f"{path}: not a model file")
    end = 12 + int.from_bytes(blob[8:12], "little")
    header = json.loads(blob[12:end])
    first = end + _pad(end)
    tensors = {e["name"]: _decode(e, blob, first) for e in header["tensors"]}
    return header["kind"], header["config"], header["labels"], tensors


def _decode(entry, blob, first):
    raw = blob[first + entry["offset"] : first + entry["offset"] + entry["bytes"]]
    if len(raw) != entry["bytes"]:
        raise ValueError(f"tensor {entry['name']}: file too short")
    if entry["dtype"] == "utf8":
        return raw.decode()
    return np.frombuffer(raw, _DTYPES[entry["dtype"]]).reshape(entry["shape"])


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()
