#!/usr/bin/env python3
"""Writes src/test/resources/wrong: numbers that are wrong by a known slip, and right ones, for testing `why`.

python3 wrong_numbers.py                 writes everything
python3 wrong_numbers.py --check         checks the right numbers: central differences, and arrays instead of loops
python3 wrong_numbers.py --check ./nn    compares them with nn's as well

The README in that folder says what is in the files.
"""

import json
import math
import random
import subprocess
import sys
from collections import Counter
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

import numpy
import wrong_copies  # noqa: F401  these six enter their slips in the table
import wrong_functions  # noqa: F401
import wrong_lines  # noqa: F401
import wrong_more  # noqa: F401
import wrong_rare  # noqa: F401
import wrong_updates  # noqa: F401
from wrong_networks import NETWORKS, VARIANTS
from wrong_single import Arrays
from wrong_slips import SLIPS, scope
from wrong_work import Work

TARGET = Path(__file__).resolve().parent.parent / "resources" / "wrong"
KINDS = {  # with how likely a slip in a network is asked about a quantity of this kind: enough of each, in small files
    "weight": 1.0,
    "bias": 0.6,
    "gradient": 1.0,
    "delta": 1.0,
    "net": 0.5,
    "out": 0.6,
    "error": 1.0,
    "loss": 0.6,
}
AFTER = (0, 1, 2, 3, 100)
SETS = ("common", "rare", "more")
TRIED = {  # the steps to ask at, drawn in this order until the slip shows
    True: [1] * 15 + [2, 3, 3] + [100] * 2,  # parameters
    False: [0] * 7 + [1] * 9 + [2, 3] + [100] * 2,
}
FAILS = (ArithmeticError, ValueError)  # a slip that leads out of the numbers


def kind(quantity):
    head = quantity.partition("(")[0]
    return {"grad": "gradient"}.get(head) or (head if head in KINDS else {"w": "weight", "b": "bias"}[head[0]])


def near(a, b, digits):
    return abs(a - b) <= 10.0**-digits * abs(b)


class Calculation:
    """The figures of one slip in one network, each step computed once, when it is asked for."""

    def __init__(self, make, network, *lapse):
        self.make, self.network, self.lapse, self.known = make, network, lapse, {}

    def at(self, after):
        if after not in self.known:
            try:
                self.known[after] = self.make(self.network, *self.lapse).train(after).figures()
            except FAILS:
                self.known[after] = {}
        return self.known[after]


def steady(make, network, lapse, after, quantity, value):
    """Whether the value hardly hangs on the last bits, so that it can be told from another slip's."""
    nudged = network.filled(network.variant)
    nudged.w[0][0][0] += 1e-13
    try:
        return near(make(nudged, *lapse).train(after).figures()[quantity], value, 10)
    except FAILS:
        return False


class Asked:
    """What is asked about one slip in one network."""

    def __init__(self, slip, variants, right):
        self.slip, self.variants, self.right = slip, variants, right
        self.rng = random.Random(f"{slip.id} {variants[0].name}")
        self.site, self.made = None, {}

    def choose_site(self):
        """One line that exists in all variants; None if there is none."""
        if scope(self.slip) == "belief":
            return True
        common = set.intersection(*(set(self.slip.sites(v)) for v in self.variants))
        if not common:
            return False
        self.site = self.rng.choice(sorted(common))
        return True

    def figures(self, v, at, after):
        key = v, at
        if key not in self.made:
            self.made[key] = Calculation(self.slip, self.variants[v], self.site, at)
        return self.made[key].at(after)

    def lapses_at(self, after):
        """When the lapse may be: while the quantity itself is computed, else in the last update."""
        return [after, after - 1] if scope(self.slip) == "lapse" else [None]

    def shows(self, quantity, after, at):
        """The wrong value, the right one, and the slip's in the other variants; None if this is no case."""
        values = [self.figures(v, at, after).get(quantity) for v in range(VARIANTS)]
        if any(v is None or not math.isfinite(v) or abs(v) > 1e4 for v in values):
            return None
        wrong, right = values[0], self.right[0].at(after)[quantity]
        if wrong == 0 or near(wrong, right, 8):
            return None
        if any(abs(self.right[v].at(after)["error"]) < 1e-9 for v in range(VARIANTS)):
            return None
        if all(near(values[v], self.right[v].at(after)[quantity], 8) for v in range(1, VARIANTS)):
            return None
        lapse = (self.site, at)
        if after > 3 and not all(
            steady(self.slip, self.variants[v], lapse, after, quantity, values[v]) for v in range(VARIANTS)
        ):
            return None
        return wrong, right, values[1:]

    def cases(self):
        network = self.variants[0]
        if not self.slip.when(network) or not self.choose_site():
            return []
        names = [q for q in self.right[0].at(0) if q != "loss" or network.rows > 1]
        found = []
        for k, likely in KINDS.items():
            of_kind = [q for q in names if kind(q) == k]
            self.rng.shuffle(of_kind)
            wanted = 2 if len(of_kind) > 1 and self.rng.random() < 0.1 else 1
            for _ in range(wanted if self.rng.random() < likely else 0):
                case = self.first(k, of_kind)
                if case:
                    found.append(case)
                    of_kind.remove(case[1])
        return found

    def first(self, k, quantities):
        """The first quantity of a kind that the slip changes, at the first of the drawn steps at which it does."""
        pool = TRIED[k in ("weight", "bias")]
        drawn = self.rng.sample(pool, len(pool))
        for after in dict.fromkeys(drawn):
            for at in self.lapses_at(after):
                for q in quantities:
                    shown = self.shows(q, after, at)
                    if shown:
                        return after, q, *shown, at
        return None


def line_name(network, site):
    """How a reader names the line of a lapse, or the number that is copied."""
    if site is None or site[0] == "rate":
        return "" if site is None else "learning rate"
    if site[0] in "xt":
        return f"{'x' if site[0] == 'x' else 'target y'}{site[1] + 1}"
    if site[0] in "wb":
        return network.parameters()[site]
    return f"{site[0]}({network.names[site[1]][site[2]]})"


def write_cases(file, slips, variants, rights, counts):
    lines = []
    for slip in slips:
        for name, networks in variants.items():
            asked = Asked(slip, networks, rights[name])
            cases = asked.cases()
            if not cases:
                continue
            lines.append(f"> {name},{slip.id},{line_name(networks[0], asked.site)}")
            for after, q, wrong, right, others, at in cases:
                numbers = [repr(wrong), *(f"{v + 0:.11g}" for v in (right, *others))]
                lines.append(",".join([str(after), q, *numbers] + ([str(at)] if at is not None else [])))
                counts[kind(q)] += 1
                counts["after", after] += 1
            counts["pairs"] += 1
            counts["slip", slip.id] += len(cases)
    (TARGET / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain(d):
    text = str(d).lower()
    return text if "e" not in text or abs(d) < Decimal("1e-6") else f"{d:f}"


def written(value, digits):
    """The value with so many digits, rounded and cut off."""
    exact = Decimal(repr(value))
    if exact == 0:
        return "0", "0"
    places = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    half = Decimal(f"{exact:.{digits - 1}e}")
    return plain(half), plain(exact.quantize(places, ROUND_DOWN))


def write_right(variants, rights):
    rows = ["network,after,quantity,value,rounded4,cut4,rounded6,cut6,rounded9,cut9,single"]
    for name, networks in variants.items():
        single = Arrays(networks[0], numpy.float32)
        for after in range(101):
            if after in (0, 1, 3, 100):
                rows += right_rows(name, after, networks[0], rights[name][0].at(after), single.figures())
            single.update()
    (TARGET / "right.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return len(rows) - 1


def right_rows(name, after, network, figures, single):
    """Two quantities of each kind, chosen by the step; at 100 only where the network has not arrived."""
    rng, found = random.Random(f"right {name} {after}"), []
    for k in KINDS:
        names = [q for q in figures if kind(q) == k and (q != "loss" or network.rows > 1)]
        for q in rng.sample(names, min(2, len(names))):
            value = figures[q]
            if abs(value) > 1e-6 or value == 0:
                digits = [text for n in (4, 6, 9) for text in written(value, n)]
                found.append(",".join([name, str(after), q, repr(value + 0), *digits, repr(float(str(single[q])) + 0)]))
    return found


def write():
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "networks").mkdir(exist_ok=True)
    for old in (TARGET / "networks").glob("*.nn"):
        old.unlink()
    variants = {n.name: [n.filled(v) for v in range(VARIANTS)] for n in NETWORKS}
    rights = {name: [Calculation(Work, n, None, None) for n in four] for name, four in variants.items()}
    for n in (n for four in variants.values() for n in four):
        (TARGET / "networks" / f"{n.file}.nn").write_text(n.script(), encoding="utf-8")
    listed = ["network,updates per epoch"] + [f"{n.name},{-(-n.rows // n.batch)}" for n in NETWORKS]
    (TARGET / "networks.csv").write_text("\n".join(listed) + "\n", encoding="utf-8")
    table = ["id\tset\tgroup\tscope\tsentence\tsource"]
    for s in SLIPS.values():
        table.append("\t".join([s.id, s.of, s.group, scope(s), s.sentence, s.origin]))
    (TARGET / "slips.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")
    print(f"right numbers: {write_right(variants, rights)}")
    for file in SETS:
        slips, counts = [s for s in SLIPS.values() if s.of == file], Counter()
        write_cases(f"{file}.csv", slips, variants, rights, counts)
        unseen = [s.id for s in slips if not counts["slip", s.id]]
        print(f"{file}: {len(slips)} slips, {counts['pairs']} slips in networks, {sum(counts[k] for k in KINDS)} cases")
        print("  ", ", ".join(f"{k} {counts[k]}" for k in KINDS))
        print("  ", ", ".join(f"after {a} {counts['after', a]}" for a in AFTER))
        assert not unseen, unseen


# checks


def difference(network, key, row):
    """The derivative of the error of a sample with respect to a parameter, by central differences."""
    h, errors = 1e-5, []
    for d in (h, -h):
        work = Work(network)
        work.put(key, work.get(key) + d)
        errors.append(work.error(work.passes([row])[0]))
    return (errors[0] - errors[1]) / (2 * h)


def check(nn=None):
    worst = Counter()
    for n in NETWORKS:
        for v in range(VARIANTS):
            network = n.filled(v)
            for row in range(network.rows):
                turned = network.filled(v)
                turned.x, turned.t = turned.x[row:] + turned.x[:row], turned.t[row:] + turned.t[:row]
                figures = Work(turned).figures()
                for key, name in network.parameters().items():
                    apart = abs(figures[f"grad({name})"] - difference(network, key, row))
                    worst["central differences"] = max(worst["central differences"], apart)
            arrays, all_figures = Arrays(network, numpy.float64), {}
            for after in range(101):
                if after in AFTER:
                    all_figures[after] = Work(network).train(after).figures()
                    apart = distance(arrays.figures(), all_figures[after])
                    worst["arrays"] = max(worst["arrays"], apart)
                arrays.update()
            if nn:
                worst["nn"] = max(worst["nn"], compare(nn, network, all_figures))
    for what, apart in worst.items():
        print(f"{what}: {apart:.1e}")
    assert worst["central differences"] < 1e-9 and worst["arrays"] < 1e-10 and worst["nn"] < 1e-10


def distance(a, b):
    return max(abs(a[q] - b[q]) / max(abs(b[q]), 1e-3) for q in b)


def compare(nn, network, figures):
    """The worst difference from nn's numbers."""
    per_epoch = -(-network.rows // network.batch)
    script = network.script() + f"train {-(-100 // per_epoch)}\n"
    asked = [(after, q) for after in figures for q in figures[after]]
    script += "".join(f"show {q} @ {after}\n" for after, q in asked)
    out = subprocess.run([nn, "--json", "-"], input=script, text=True, capture_output=True, check=True).stdout
    values = [json.loads(line)["value"] for line in out.splitlines()]
    assert len(values) == len(asked)
    return max(
        abs(v - figures[after][q]) / max(abs(figures[after][q]), 1e-3) for v, (after, q) in zip(values, asked)
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        check(*sys.argv[2:3])
    else:
        write()
