"""How long ./nn takes to its prompt, beside a Java program that prints one line: on a terminal, in turn; medians.

    python3 src/test/bench/prompt.py [ROUNDS]
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

HELLO = 'public final class Hello { public static void main(String[] args) { System.out.println("0.359"); } }'
PATIENCE = 20  # seconds


def until(command, seen, environment):
    """Milliseconds from the start of a command to the bytes that it shows."""
    start = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    while seen not in shown:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise SystemExit(f"{command} showed {shown!r}, not {seen!r}")
        shown += os.read(terminal, 1 << 16)
    took = (time.perf_counter() - start) * 1e3
    try:
        os.write(terminal, b"\x04")
        while os.read(terminal, 1 << 16):
            pass
    except OSError:
        pass  # it has ended
    os.waitpid(process, 0)
    os.close(terminal)
    return took


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    os.chdir(Path(__file__).parents[3])
    subprocess.run(["./nn", "samples/backprop.nn"], check=True, stdout=subprocess.DEVNULL)  # builds
    java = Path("target/start/stamp").read_text().split("\n")[1] + "/bin/java"
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "Hello.java").write_text(HELLO)
        subprocess.run([java + "c", "-d", folder, folder + "/Hello.java"], check=True)
        environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": folder}
        hello = [java, "-Xshare:auto", "-XX:+UseSerialGC", "-cp", folder, "Hello"]
        times = {"one line of Java": [], "nn, to its prompt": []}
        for round_ in range(-2, rounds):
            line = until(hello, b"0.359", environment)
            prompt = until(["./nn"], b"nn> ", environment)
            if round_ >= 0:
                times["one line of Java"].append(line)
                times["nn, to its prompt"].append(prompt)
    first = statistics.median(times["one line of Java"])
    for name, all_ in times.items():
        median = statistics.median(all_)
        print(f"{name:20} {median:7.1f} ms  fastest {min(all_):6.1f}  slowest {max(all_):6.1f}  ratio {median / first:.2f}")


main()
