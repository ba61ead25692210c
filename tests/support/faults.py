"""Faults at the seam to the operating system: the n-th call of a kind fails, or the process dies in it."""

import builtins
import contextlib
import errno
import io
import os
import sqlite3
from urllib.parse import unquote, urlsplit

#: The kinds of calls that can fail, and the functions of `os` that make them.
CALLS = {
    "open": ("open",),
    "fsync": ("fsync",),
    "rename": ("rename", "replace"),
    "unlink": ("unlink", "remove", "rmdir"),
    "link": ("link",),
    "mkdir": ("mkdir",),
    "chmod": ("chmod",),
}


#: What SQLite says where the operating system says this. It does not tell quotas from other failures.
SQLITE_CODES = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR_WRITE,
    errno.EACCES: sqlite3.SQLITE_READONLY,
    errno.EDQUOT: sqlite3.SQLITE_IOERR_WRITE,
}


class Faults:
    """Counts the calls inside a folder, and lets one of them do something else first."""

    def __init__(self, root):
        self.root = os.fspath(root)
        self.calls = []
        self.at = None
        self.action = None
        self.after = lambda kind, target: None

    def arm(self, at, action):
        """Let call number `at`, from 0, run `action` first."""
        self.at, self.action = at, action

    def hit(self, kind, target, elsewhere=False):
        if not elsewhere and not self._is_inside(target):
            return
        self.calls.append(kind)
        if self.at == len(self.calls) - 1:
            self.action()

    def _is_inside(self, target):
        return isinstance(target, int) or os.path.abspath(os.fsdecode(target)).startswith(self.root)

    @contextlib.contextmanager
    def watch(self):
        """Count the calls in the block."""
        with contextlib.ExitStack() as stack:
            for kind, names in CALLS.items():
                for name in names:
                    stack.enter_context(_replace(os, name, self._counting(kind, getattr(os, name))))
            opener = self._counting_open(builtins.open)
            stack.enter_context(_replace(builtins, "open", opener))
            stack.enter_context(_replace(io, "open", opener))
            stack.enter_context(_replace(sqlite3, "connect", self._counting_connect(sqlite3.connect)))
            yield self

    def _counting_connect(self, connect):
        """Databases work outside of Python: there, a statement is a call, and so is a commit."""

        def counted(database, *arguments, **options):
            path = unquote(urlsplit(database).path)
            if not self._is_inside(path):
                return connect(database, *arguments, **options)
            connection = connect(database, *arguments, factory=_CountedConnection, **options)
            connection.faults, connection.path = self, path
            return connection

        return counted

    def _counting(self, kind, call):
        def counted(target, *arguments, **options):
            self.hit(kind, target, elsewhere="dir_fd" in options)
            result = call(target, *arguments, **options)
            self.after(kind, target)
            return result

        return counted

    def _counting_open(self, opener):
        def counted(target, mode="r", *arguments, **options):
            if not isinstance(target, int):
                self.hit("open", target)
            file = opener(target, mode, *arguments, **options)
            inside = isinstance(target, int) or self._is_inside(target)
            return _Writing(file, self) if inside and set(mode) & set("wax+") else file

        return counted


class _CountedConnection(sqlite3.Connection):
    """A connection whose statements are counted."""

    faults = path = None

    def execute(self, statement, *values):
        return self._count(super().execute, statement, *values)

    def executemany(self, statement, *values):
        return self._count(super().executemany, statement, *values)

    def close(self):
        super().close()
        self.faults.after("statement", self.path)

    def _count(self, call, *arguments):
        try:
            self.faults.hit("statement", self.path)
        except OSError as error:
            raised = sqlite3.OperationalError(error.strerror)
            raised.sqlite_errorcode = SQLITE_CODES[error.errno]
            raise raised from error
        result = call(*arguments)
        self.faults.after("statement", self.path)
        return result


class _Writing:
    """A file whose writes are counted."""

    def __init__(self, file, faults):
        self._file, self._faults = file, faults

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        self._file.__enter__()
        return self

    def __exit__(self, *error):
        return self._file.__exit__(*error)

    def write(self, content):
        self._faults.hit("write", 0)
        return self._file.write(content)

    def writelines(self, lines):
        self._faults.hit("write", 0)
        self._file.writelines(lines)


@contextlib.contextmanager
def _replace(module, name, value):
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


class DurableDisk:
    """What of a folder survives a power cut: the content of files and folders as they were when they were synced.

    `states` are the trees that a cut may leave, each once. In one kind, all that was not synced is gone; in the other,
    folders are as they are, but files that were not synced are empty, as file systems leave them that write the names
    before the content.
    """

    def __init__(self, root):
        self._root = os.fspath(root)
        self._contents, self._entries = {}, {}
        self._scan(self._root)
        self.states = []
        self._add(self._synced(os.stat(self._root).st_ino))

    def observe(self, kind, target):
        """See a call after it was made (`Faults.after`)."""
        if kind == "fsync":
            status = os.fstat(target)
            if status.st_ino in self._entries or os.path.isdir(f"/proc/self/fd/{target}"):
                self._entries[status.st_ino] = self._list(target)
            else:
                self._contents[status.st_ino] = os.pread(target, status.st_size, 0)
            self._add(self._synced(os.stat(self._root).st_ino))
        elif kind == "statement":  # SQLite syncs its files itself, with every commit
            self._sync_database(target)
            self._add(self._synced(os.stat(self._root).st_ino))
        elif kind in {"rename", "unlink", "mkdir"}:
            self._add(self._named(self._root))

    def _sync_database(self, path):
        """Take a database and its log as they are; the index of the log is made anew where it is missing."""
        home = os.path.dirname(path)
        entries = self._entries.setdefault(os.stat(home).st_ino, {})
        for ending in ("", "-wal"):
            name = os.path.basename(path) + ending
            entries.pop(name, None)
            with contextlib.suppress(FileNotFoundError):
                number = os.stat(path + ending).st_ino
                entries[name] = number, False
                self._contents[number] = _content(path + ending)

    def _scan(self, folder):
        handle = os.open(folder, os.O_RDONLY)
        self._entries[os.fstat(handle).st_ino] = self._list(handle)
        os.close(handle)
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                self._scan(entry.path)
            else:
                self._contents[entry.inode()] = _content(entry.path)

    @staticmethod
    def _list(handle):
        return {entry.name: (entry.inode(), entry.is_dir(follow_symlinks=False)) for entry in os.scandir(handle)}

    def _synced(self, number):
        entries = self._entries.get(number, {})
        return {
            name: self._synced(inode) if is_folder else self._contents.get(inode, b"")
            for name, (inode, is_folder) in entries.items()
        }

    def _named(self, folder):
        return {
            entry.name: self._named(entry.path)
            if entry.is_dir(follow_symlinks=False)
            else self._contents.get(entry.inode(), b"")
            for entry in os.scandir(folder)
        }

    def _add(self, state):
        if state not in self.states:
            self.states.append(state)


def _content(path):
    with io.FileIO(path) as file:
        return file.read()


def restore(state, folder):
    """Write a state of a `DurableDisk` to a folder."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    for name, content in state.items():
        path = os.path.join(folder, name)
        if isinstance(content, dict):
            restore(content, path)
        else:
            with io.FileIO(path, "w") as file:
                file.write(content)
