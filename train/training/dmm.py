"""Reading and writing model files (data/models/README.md describes the format)."""

import hashlib
import json

import numpy as np

MAGIC, ALIGN = b"DMMODEL2", 64
_DTYPES = {"i8": np.dtype("<i1"), "i32": np.dtype("<i4"), "f32": np.dtype("<f4"), "utf8": np.dtype("u1")}


def _pad(n):
    return -n % ALIGN


def write(path, kind, config, labels, tensors):
    """Write one file; tensors is {name: int8, int32 or float32 array, or str}."""
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
    dtype = {"int8": "i8", "int32": "i32", "float32": "f32"}[value.dtype.name]
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


def pack(weights):
    """Integers [out, in] in the order of the files: rounded up to multiples of 16, in blocks of 16 rows and 4 columns."""
    out, width = weights.shape
    weights = np.pad(weights.astype(np.int8), ((0, -out % 16), (0, -width % 16)))
    rows, columns = weights.shape
    return weights.reshape(rows // 16, 16, columns // 4, 4).transpose(0, 2, 1, 3).reshape(rows, columns)


def unpack(packed):
    """What pack was given, with the rows and columns that it added."""
    rows, columns = packed.shape
    return packed.reshape(rows // 16, columns // 4, 16, 4).transpose(0, 2, 1, 3).reshape(rows, columns)


def sha256(path):
    with open(path, "rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()
