"""Which functions of the program write files, and which of these an operation runs."""

import ast
import os
import sys

from support.faults import Faults
from support.places import ROOT

#: The roots of the source.
ROOTS = (ROOT / "app", ROOT / "training")
#: What makes a file, replaces one or moves one: by the name of a module, its functions.
WRITING = {
    "os": {"replace", "rename", "link", "symlink"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move"},
    "tempfile": {"mkdtemp", "mkstemp", "TemporaryFile", "NamedTemporaryFile"},
    "disk": {"write_whole", "write_json", "open_whole", "move"},
    "shared_file": {"write_whole"},
    "arrays": {"write"},
    "codec": {"write"},
}
#: The same of paths and files.
METHODS = {"write_bytes", "write_text", "symlink_to", "hardlink_to", "touch"}
#: Modes in which a file is written.
MODES = frozenset("wax+")


def writing_functions(roots=ROOTS):
    """The functions that write by themselves, as "package/module.py:Class.function"."""
    return {
        f"{path.relative_to(root).as_posix()}:{name}"
        for root in roots
        for path in root.rglob("*.py")
        for name, writes in _functions(ast.parse(path.read_text("utf-8")))
        if writes
    }


def writes_of(name):
    """The calls by which a function writes."""
    file, _, function = name.partition(":")
    [path] = [root / file for root in ROOTS if (root / file).is_file()]
    return dict(_functions(ast.parse(path.read_text("utf-8"))))[function]


def _functions(tree, outer=""):
    """The functions in a tree by the names that `co_qualname` has, each with what it writes by."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{outer}{node.name}", [ast.unparse(each) for each in _own_nodes(node) if _is_writing(each)]
            yield from _functions(node, f"{outer}{node.name}.<locals>.")
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{outer}{node.name}.")
        else:
            yield from _functions(node, outer)


def _own_nodes(function):
    """What is in a function, without the functions in it; lambdas are its own."""
    pending = list(ast.iter_child_nodes(function))
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            pending += ast.iter_child_nodes(node)


def _is_writing(node):
    if isinstance(node, ast.Attribute):
        module = node.value.id if isinstance(node.value, ast.Name) else None
        return node.attr in WRITING.get(module, ()) or node.attr in METHODS
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id == "open" and any(map(_is_mode, node.args[1:2]))
    return isinstance(node.func, ast.Attribute) and node.func.attr == "open" and any(map(_is_mode, node.args))


def _is_mode(node):
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and len(text) <= 3 and set(text) <= MODES | set("rbt") and bool(set(text) & MODES)


class Callers(Faults):
    """The functions of the program that make the calls inside a folder, directly or through others."""

    def __init__(self, root):
        super().__init__(root)
        self.functions = set()

    def hit(self, kind, target, elsewhere=False):
        if elsewhere or self._is_inside(target):
            frame = sys._getframe(1)
            while frame is not None:
                self.functions.add((frame.f_code.co_filename, frame.f_code.co_qualname))
                frame = frame.f_back
        super().hit(kind, target, elsewhere)

    def names(self):
        """As `writing_functions` has them; a lambda is part of its function."""
        found = set()
        for file, function in self.functions:
            for root in map(os.fspath, ROOTS):
                if file.startswith(root + os.sep):
                    name = os.path.relpath(file, root).replace(os.sep, "/")
                    found.add(f"{name}:{function.removesuffix('.<locals>.<lambda>')}")
        return found
