"""Runs a command in the process of `tests/preloaded.py`, and ends as it ended.

python -I -S tests/preloaded_caller.py SOCKET check --format json
"""

import json
import os
import signal
import socket
import sys

with socket.socket(socket.AF_UNIX) as process:
    process.connect(sys.argv[1])
    message = json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(process, [f"{len(message):08x}".encode()], [0, 1, 2])
    process.sendall(message)
    code = int(process.recv(16))
if code < 0:
    signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
sys.exit(code)
