"""Which functions of the program take a content apart that they did not make, and which of these a parser runs."""

import ast
import os
import sys
from contextlib import contextmanager

from support.places import ROOT

#: The roots of the source.
ROOTS = (ROOT / "app", ROOT / "training")
#: What opens a file to read, or takes a content apart: by the name of a module or class, its functions.
READING = {
    "reader": {"read_json", "read_toml", "read_text", "read_bytes", "parse_json"},
    "arrays": {"read", "decode"},
    "data_files": {"read", "read_head", "plain_file"},
    "regular_file": {"open_regular"},
    "json": {"load", "loads"},
    "tomllib": {"load", "loads"},
    "pickle": {"load", "loads"},
    "pickletools": {"genops"},
    "zipfile": {"ZipFile"},
    "tarfile": {"open"},
    "sqlite3": {"connect"},
    "struct": {"unpack", "unpack_from", "iter_unpack"},
    "np": {"frombuffer", "fromfile", "load", "loadtxt"},
    "csv": {"reader", "DictReader"},
    "cv2": {"imread", "imdecode", "VideoCapture", "FileStorage"},
    "Image": {"open"},
    "av": {"open"},
    "ElementTree": {"parse", "fromstring", "XMLParser"},
}
#: The same of paths, and of what is imported by its own name.
METHODS = {"read_bytes", "read_text", "DefusedXMLParser", "open_regular"}


#: Modules of ours whose functions of these names open regular files only.
_GUARDED = {"codec", "reader", "archive"}


def reading_functions(roots=ROOTS):
    """The functions that read by themselves, as "package/module.py:Class.function"."""
    return _named(roots, _is_reading)


def waiting_functions(roots=ROOTS):
    """The functions that open a path whatever lies there, so that a pipe or a device would be waited for."""
    return _named(roots, _is_waiting)


def _named(roots, predicate):
    return {
        f"{path.relative_to(root).as_posix()}:{name}"
        for root in roots
        for path in root.rglob("*.py")
        for name, function in _functions(ast.parse(path.read_text("utf-8")))
        if any(map(predicate, _own_nodes(function)))
    }


def _functions(tree, outer=""):
    """The functions in a tree by the names that `co_qualname` has."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{outer}{node.name}", node
            yield from _functions(node, f"{outer}{node.name}.<locals>.")
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{outer}{node.name}.")
        else:
            yield from _functions(node, outer)


def _own_nodes(function):
    pending = list(ast.iter_child_nodes(function))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            pending += ast.iter_child_nodes(node)


def _is_reading(node):
    if isinstance(node, ast.Attribute):
        module = node.value.id if isinstance(node.value, ast.Name) else None
        return node.attr in READING.get(module, ()) or node.attr in METHODS
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in METHODS
    return False


def _is_waiting(node):
    if not isinstance(node, ast.Call):
        return False
    called, mode = node.func, node.args
    if isinstance(called, ast.Attribute):
        if called.attr in {"read_bytes", "read_text"}:
            return not (isinstance(called.value, ast.Name) and called.value.id in _GUARDED)
        return called.attr == "open" and (
            _reads(mode[:1]) if mode else any(each.arg == "encoding" for each in node.keywords)
        )
    return isinstance(called, ast.Name) and called.id == "open" and (len(mode) < 2 or _reads(mode[1:2]))


def _reads(mode):
    """Whether a file is opened for reading in a mode that stands in the source."""
    return any(isinstance(each, ast.Constant) and str(each.value) in {"r", "rb", "r+", "rb+", "r+b"} for each in mode)


def name_of(code):
    """The function of the program that has this code, as `reading_functions` has it; empty if it is another's."""
    for root in map(os.fspath, ROOTS):
        if code.co_filename.startswith(root + os.sep):
            name = os.path.relpath(code.co_filename, root).replace(os.sep, "/")
            return f"{name}:{code.co_qualname.removesuffix('.<locals>.<lambda>')}"
    return ""


class Calls:
    """The functions of the program that are called."""

    def __init__(self):
        self._codes = set()

    @contextmanager
    def watch(self):
        sys.setprofile(self._note)
        try:
            yield
        finally:
            sys.setprofile(None)

    def names(self):
        """As `reading_functions` has them; a lambda is part of its function."""
        return set(filter(None, map(name_of, self._codes)))

    def _note(self, frame, event, _):
        if event == "call":
            self._codes.add(frame.f_code)
