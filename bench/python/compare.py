"""Runs nn and its peers in turn and prints a table of medians.

    compare.py PROJECT FOLDER A|B|C|D|load|all ROUNDS

Peers time themselves, by the processor time of the thread or process that trains, and print lines
`workload|program|ns per sample|check`. nn is timed from outside, as whole processes: see `Nn`.
"""

import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

project, folder = map(pathlib.Path, sys.argv[1:3])
asked, rounds = sys.argv[3], int(sys.argv[4])
here = pathlib.Path(__file__).parent

THREADS = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]
os.environ.update(dict.fromkeys(THREADS, "1"))
ONE = "-XX:ActiveProcessorCount=1"
LONG_ENOUGH = 1.5  # seconds: by then all is compiled


def say(text):
    print(f"# {text}", file=sys.stderr, flush=True)


def nn(script, options=""):
    """Runs a script; its output, and the processor time and the time it took, in seconds."""
    environment = dict(os.environ, JAVA_OPTS=options)
    if options != ONE:
        for variable in THREADS:
            del environment[variable]
    start = time.perf_counter()
    process = subprocess.Popen([project / "nn", script], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    output = process.stdout.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode == 0, output, used.ru_utime + used.ru_stime, wall


@dataclass
class Nn:
    """One network of a folder's scripts.

    Its time is a slope: that of a long training less that of a third of it, so that starting, reading data and compiling
    drop out. Processor time is that of all threads, of compiler and garbage collector too, whatever they do in the slope.
    """

    workload: str
    script: str
    samples: int  # an epoch
    check: str  # what shows that the work was done, as statements
    length: int = 0  # epochs of the short training

    def write(self, name, statements):
        path = folder / f"run_{name}.nn"
        path.write_text(f'include "{self.script}.nn"\n{statements}\n')
        return path

    def train(self, epochs, options):
        good, output, cpu, wall = nn(self.write("train", f"train {epochs}\nshow step"), options)
        if not good:
            raise RuntimeError(output)
        return cpu, wall

    def calibrate(self):
        """Finds how many epochs take long enough."""
        epochs = 1
        while True:
            extra = self.train(epochs * 2, ONE)[0] - self.train(epochs, ONE)[0]
            if extra > LONG_ENOUGH / 2:
                break
            epochs *= 8 if extra < LONG_ENOUGH / 16 else 2
        self.length = max(1, round(epochs * LONG_ENOUGH / extra))

    def checked(self):
        good, output, *_ = nn(self.write("check", self.check), ONE)
        shown = re.findall(r"^(.*) = (.*)$", output, re.M)
        return " ".join(f"{name}={value}" for name, value in shown) if good else output

    def measure(self, options=ONE):
        short, long = self.train(self.length, options), self.train(3 * self.length, options)
        return [(b - a) * 1e9 / (2 * self.length * self.samples) for a, b in zip(short, long)]


LOSS = "train {}\ndigits = 7\nshow loss"
NETWORKS = {
    "A": [Nn("A", "a", 1, "train 10000\nshow w5 @ 1, error @ 9999")],
    "B": [Nn("B", "b", 4, LOSS.format(100000)), Nn("B full", "b_full", 4, LOSS.format(100000))],
    "C": [Nn("C", "c", 150, LOSS.format(1000)), Nn("C16", "c16", 150, LOSS.format(1000))],
    "D": [
        Nn(f"D{inputs} {precision}", f"d{inputs}" + suffix, rows, LOSS.format(2))
        for inputs, rows in ((64, 1797), (784, 10000))
        for precision, suffix in (("double", ""), ("single", "_single"))
    ],
}
PEERS = {
    "A": ["small", "fann", "numpy_peer.py", "torch_peer.py"],
    "B": ["small", "fann", "numpy_peer.py", "torch_peer.py"],
    "C": ["small", "fann", "numpy_peer.py", "torch_peer.py"],
    "D": ["layers", "numpy_peer.py", "torch_peer.py"],
    "load": ["numpy_peer.py"],
}


class Table:
    def __init__(self):
        self.times, self.walls, self.checks = {}, {}, {}

    def add(self, workload, program, ns, check, wall=None):
        key = workload, program
        self.times.setdefault(key, []).append(ns)
        if wall is not None:
            self.walls.setdefault(key, []).append(wall)
        if check:
            self.checks[key] = check

    def show(self):
        print("| work | program | median ns | lowest … highest | × C | wall ns | check |")
        print("| --- | --- | --: | --: | --: | --: | --- |")
        for workload in dict.fromkeys(key[0] for key in self.times):
            medians = {p: statistics.median(t) for (w, p), t in self.times.items() if w == workload}
            limit = min((m for p, m in medians.items() if p.startswith("C,")), default=None)
            for program, median in sorted(medians.items(), key=lambda item: item[1]):
                times, walls = self.times[workload, program], self.walls.get((workload, program))
                ratio = f"{median / limit:.2f}" if limit else "–"
                wall = number(statistics.median(walls)) if walls else ""
                check = self.checks.get((workload, program), "")
                spread = f"{number(min(times))} … {number(max(times))}"
                print(f"| {workload} | {program} | {number(median)} | {spread} | {ratio} | {wall} | {check} |")

    def failures(self):
        """Where nn came to another result than C, beyond what rounding does."""
        for (workload, program), check in self.checks.items():
            for mine, limit in (("loss", "loss"), ("error @ 9999", "E10k"), ("w5 @ 1", "w5")):
                expected = figure(limit, self.limit_check(workload))
                if program == "nn" and expected is not None and (workload == "A") == (mine != "loss"):
                    found = figure(mine, check)
                    if found is None or abs(found - expected) > abs(expected) * 1e-4:
                        yield f"{workload}: nn says {check}, C has {limit}={expected}"

    def limit_check(self, workload):
        return next((c for (w, p), c in self.checks.items() if w == workload and p.startswith("C,")), "")


def figure(name, check):
    found = re.search(rf"(?:^| ){name}=(\S+)", check)
    return float(found[1]) if found else None


def number(ns):
    return f"{ns:,.1f}" if ns < 1000 else f"{ns:,.0f}"


def run_peer(table, program, workload):
    command = [sys.executable, here / program] if program.endswith(".py") else [folder / program]
    done = subprocess.run([*command, workload, folder], capture_output=True, text=True)
    if done.returncode:
        say(f"{program} {workload} failed: {done.stderr.strip()[-300:]}")
    for line in done.stdout.splitlines():
        name, title, ns, check = line.split("|")
        table.add(name, title, float(ns), check)


def train(table, workload):
    for network in NETWORKS[workload]:
        say(f"{network.workload}: nn's result, and how long to train")
        network.calibrate()
        table.checks[network.workload, "nn"] = network.checked()
    for turn in range(1, rounds + 1):
        say(f"{workload}: round {turn} of {rounds}")
        for program in PEERS[workload]:
            run_peer(table, program, workload)
        for network in NETWORKS[workload]:
            cpu, wall = network.measure()
            table.add(network.workload, "nn", cpu, None, wall)
            if workload == "D" and os.cpu_count() > 1:
                cpu, wall = network.measure(options="")
                table.add(network.workload, f"nn, {os.cpu_count()} processors", cpu, None, wall)


# ---- reading data

LOADS = {
    "d784": ("17 digits", 10000 * 794, "target: [t0, t1, t2, t3, t4, t5, t6, t7, t8, t9]"),
    "pixels": ("whole numbers", 10000 * 785, "target: class"),
}


def load_script(name, rows, options):
    """A script that does nothing but read a file, or its first rows."""
    source = folder / f"{name}.csv"
    if rows:
        with open(source) as whole:
            head = "".join(next(whole) for _ in range(rows + 1))
        source = folder / f"{name}_head.csv"
        source.write_text(head)
    path = folder / f"run_{source.stem}.nn"
    path.write_text(f'input x[784]\nlayer h[1] relu\nlayer y[10] softmax\ndata = csv("{source.name}", {options})\nshow x1\n')
    return path


def smallest_heap(script, numbers):
    low, high = 32, 1024
    while high - low > 2:
        middle = (low + high) // 2
        if nn(script, f"{ONE} -Xmx{middle}m")[0]:
            high = middle
        else:
            low = middle
    return f"in a heap of {high} MB, {high * 2**20 / (8 * numbers):.2f} × its doubles"


def load(table):
    heaps = {}
    for turn in range(1, rounds + 1):
        say(f"load: round {turn} of {rounds}")
        for name, (title, numbers, options) in LOADS.items():
            few, all_rows = load_script(name, 20, options), load_script(name, 0, options)
            if name not in heaps:
                heaps[name] = smallest_heap(all_rows, numbers)
            (_, _, cpu0, wall0), (good, output, cpu, wall) = nn(few, ONE), nn(all_rows, ONE)
            if not good:
                raise RuntimeError(output)
            table.add(f"load {name}", "nn", (cpu - cpu0) * 1e9, heaps[name], (wall - wall0) * 1e9)
        run_peer(table, "numpy_peer.py", "load")
    for name, (title, numbers, _) in LOADS.items():
        size = (folder / f"{name}.csv").stat().st_size
        for program in ("nn", "numpy.loadtxt"):
            key, new = (f"load {name}", program), (f"load, {title}", program)
            times = table.times.pop(key)
            table.times[new] = [t / numbers for t in times]
            table.checks[new] = f"{size * 1e3 / statistics.median(times):,.0f} MB/s; {table.checks.pop(key)}"
            if key in table.walls:
                table.walls[new] = [t / numbers for t in table.walls.pop(key)]


# ---- what it ran on


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
        return (done.stdout or done.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "?"


def package(name):
    return first_line("dpkg-query", "-W", "-f", "${Version}", name)


def machine():
    with open("/proc/cpuinfo") as info:
        model = re.search(r"model name\s*: (.*)", info.read())
    java = (project / "target/start/stamp").read_text().splitlines()[1]
    print(f"{model[1] if model else platform.machine()}, {os.cpu_count()} processors; {platform.platform()}; load {os.getloadavg()[0]:.1f}")
    print(
        f"nn {first_line('git', '-C', project, 'rev-parse', '--short', 'HEAD')} on {first_line(java + '/bin/java', '-version')};"
        f" {first_line('gcc', '--version')}; OpenBLAS {package('libopenblas-dev')}; FANN {package('libfann-dev')};"
        f" numpy {package('python3-numpy')}; PyTorch {package('python3-torch')}; {time.strftime('%Y-%m-%d')}\n"
    )


def main():
    table = Table()
    try:
        for workload in PEERS if asked == "all" else [asked]:
            if workload == "load":
                load(table)
            else:
                train(table, workload)
    except KeyboardInterrupt:
        say("stopped; this is what there is so far")
    machine()
    table.show()
    failures = list(table.failures())
    for failure in failures:
        print(f"wrong: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
