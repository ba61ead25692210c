"""Runs a command that no network can be reached from, on Linux.

    python sealed.py filter COMMAND...       the kernel kills the process that asks for an internet socket
    python sealed.py namespace COMMAND...    in a network of its own, without a route and without an address

The filter shows that nothing asks for a connection; the namespace, that nothing needs one. Child processes inherit
both.
"""

import ctypes
import os
import platform
import struct
import sys

#: Exit status if the kernel does not offer the way that was asked for.
UNAVAILABLE = 77
#: Of `prctl`: no privileges are gained by `execve`, which an unprivileged filter requires. From linux/prctl.h.
_PR_SET_NO_NEW_PRIVS = 38
#: Of `prctl`: install a filter. From linux/prctl.h.
_PR_SET_SECCOMP = 22
#: Of `prctl`: the filter is a BPF program. From linux/seccomp.h.
_SECCOMP_MODE_FILTER = 2
#: A filter's verdict: the system call is made. From linux/seccomp.h.
_ALLOW = 0x7FFF0000
#: A filter's verdict: the process ends by SIGSYS. From linux/seccomp.h.
_KILL_PROCESS = 0x80000000
#: Of `unshare`: a new user namespace. From linux/sched.h.
_CLONE_NEWUSER = 0x10000000
#: Of `unshare`: a new network namespace. From linux/sched.h.
_CLONE_NEWNET = 0x40000000
#: The number of the system call `socket`, by machine. From asm/unistd.h.
_SOCKET = {"x86_64": 41, "aarch64": 198}
#: Address families that stay on this computer: AF_UNIX and AF_NETLINK. From linux/socket.h.
_LOCAL_FAMILIES = (1, 16)
#: BPF instructions: load a word, jump if equal, return. From linux/bpf_common.h.
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
#: Where `struct seccomp_data` has the number of the system call and its first argument, in bytes.
_NUMBER_AT, _ARGUMENT_AT = 0, 16


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _instruction(code: int, jump_true: int, jump_false: int, operand: int) -> bytes:
    return struct.pack("HBBI", code, jump_true, jump_false, operand)


def _filter() -> bytes:
    unix, netlink = _LOCAL_FAMILIES
    return b"".join(
        (
            _instruction(_LOAD, 0, 0, _NUMBER_AT),
            _instruction(_JUMP_IF_EQUAL, 0, 3, _SOCKET[platform.machine()]),
            _instruction(_LOAD, 0, 0, _ARGUMENT_AT),
            _instruction(_JUMP_IF_EQUAL, 1, 0, unix),
            _instruction(_JUMP_IF_EQUAL, 0, 1, netlink),
            _instruction(_RETURN, 0, 0, _ALLOW),
            _instruction(_RETURN, 0, 0, _KILL_PROCESS),
        )
    )


def _install_filter(libc: ctypes.CDLL) -> bool:
    if platform.machine() not in _SOCKET:
        return False
    program = _filter()
    description = _Program(len(program) // 8, program)
    return (
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        and libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(description), 0, 0) == 0
    )


def _leave_network(libc: ctypes.CDLL) -> bool:
    return libc.unshare(_CLONE_NEWNET) == 0 or libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0


def main() -> None:
    way, *command = sys.argv[1:]
    libc = ctypes.CDLL(None, use_errno=True)
    if not {"filter": _install_filter, "namespace": _leave_network}[way](libc):
        sys.exit(UNAVAILABLE)
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
