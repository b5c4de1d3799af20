"""Chooses the figures for the tests of `why`, and writes them with their networks.

    python3 slip_figures.py              writes src/test/resources/slips
    python3 slip_figures.py --nn PATH    compares with that nn instead
    python3 slip_figures.py --pages      searches for all slips that give the numbers of known pages
"""

import argparse
import csv
import itertools
from decimal import Decimal
from pathlib import Path

from slip_checks import check_gradients, compare_restated, compare_right
from slip_networks import NETWORKS
from slip_pages import OWN_NETWORKS, PAGES, check_pages, search
from slips import SLIPS, arguments, work_out

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "slips"

QUANTITIES_EACH = 4


def kinds(net):
    """What is asked of a network: lists of quantities of one kind, each with some of each layer."""
    weights, biases, firsts, found = 0, 0, [], []
    for l in net.layers:
        n = l.size * len(l.w[0])
        firsts.append((l.name, weights + 1, weights + n, biases + 1 if l.b is not None else None))
        weights += n
        biases += 0 if l.b is None else 1 if l.shared else l.size
    out = net.layers[-1].name
    found.append(["error"])
    found += [[f"w{a}", f"w{z}"] for _, a, z, _ in firsts]
    found += [[f"b{b}"] for *_, b in firsts if b]
    found += [[f"grad(w{z})", f"grad(w{a})"] for _, a, z, _ in firsts]
    found += [[f"delta({l}1)"] for l, *_ in firsts]
    found += [[f"out({out}1)"], [f"net({firsts[0][0]}1)"], [f"error({out}1)"], [f"d(error, out({firsts[0][0]}1))"]]
    found += [[f"bias({l.name}{l.size})"] for l in net.layers if l.shared]
    if len(net.samples) > 1:
        found += [["loss"], [f"d(loss, w{weights})", "d(loss, w1)"]]
    return found


def six(v):
    return f"{v:.5e}"


def reads_right(number, right):
    """Whether a number, as it is written, is the right one rounded or cut off; or the same in its first six digits."""
    text = Decimal(repr(number))
    unit = Decimal(1).scaleb(min(text.as_tuple().exponent, 0))
    exact = Decimal(right)
    close = abs(text - exact) < unit
    return close or six(number) == six(right) or abs(number - right) <= 2e-5 * max(abs(number), abs(right))


def digits(number):
    return len(Decimal(repr(number)).normalize().as_tuple().digits)


def told_apart(number, right, least):
    """Whether a wrong number is one that could be asked about: not nearly 0, and of so many digits that it says something."""
    return abs(number) > 1e-7 and digits(number) >= least and not reads_right(number, right)


def figures_of(net, right, wrong, turn, least=3):
    """Up to QUANTITIES_EACH quantities whose wrong number can be told from the right one; `turn` varies which."""
    every = kinds(net)
    found = []
    for kind in every[turn % len(every) :] + every[: turn % len(every)]:
        fits = [q for q in kind if q in wrong and told_apart(wrong[q], right[q], least)]
        if fits:
            found.append((fits[0], wrong[fits[0]]))
    return found[:QUANTITIES_EACH]


def asked(wrong, slip):
    """Without the plain derivatives where the order is the slip: some would read them with the new weights, some not."""
    return {q: v for q, v in wrong.items() if "updated-weights" not in slip or not q.startswith("d(")}


def others(net, right):
    """The right number of another quantity, given for the one that was asked."""
    first = net.layers[0].name
    out = net.layers[-1].name
    last = sum(l.size * len(l.w[0]) for l in net.layers)
    mixed_up = [
        (f"delta({out}1)", f"grad(w{last - len(net.layers[-1].w[0]) + 1})"),
        (f"grad(w{last})", f"delta({out}{net.layers[-1].size})"),
        ("grad(w1)", f"delta({first}1)"),
        (f"delta({first}1)", f"d(error, out({first}1))"),
        (f"out({out}1)", f"net({out}1)"),
        (f"net({first}1)", f"out({first}1)"),
        ("w1", "grad(w1)"),
        (f"w{last}", f"w{last - 1}"),
        ("error", f"error({out}1)"),
    ]
    return [(q, q2, right[q2]) for q, q2 in mixed_up if q in right and q2 in right and told_apart(right[q2], right[q], 3)]


# Pairs: what two people often do at once. Each is tried on networks in turn, and kept where both slips make a difference.
PAIRS = """
bias-separate+bias-trained updated-weights+bias-trained updated-weights+factor-2 updated-weights+rounded
updated-weights+rate-forgotten updated-weights+derivative-missing updated-weights+bias-fixed updated-weights+weights-swapped
factor-2+rate-twice factor-2+bias-trained factor-2+rounded factor-2+by-columns factor-2+step-before factor-2+bias-left-out
factor-half+bias-fixed factor-half+inputs-swapped factor-half+derivative-at-net factor-half+not-updated
mean-of-outputs+bias-trained mean-of-outputs+rounded mean-of-outputs+by-columns mean-of-outputs+derivative-missing
sum-of-outputs+bias-fixed sum-of-outputs+targets-swapped sum-of-outputs+rate-twice
sum-of-samples+factor-2 sum-of-samples+derivative-missing sum-of-samples+bias-fixed sum-of-samples+rate-forgotten
derivative-missing+bias-left-out derivative-missing+rate-twice derivative-missing+rounded derivative-missing+step-after
derivative-extra+rate-forgotten derivative-extra+log10 derivative-extra+bias-fixed derivative-at-net+rounded
derivative-at-net+plus-in-update derivative-at-out+rate-forgotten derivative-at-out+by-columns derivative-of+rounded
derivative-of+bias-left-out target-minus-output+bias-trained target-minus-output+rounded target-minus-output+step-after
rate-forgotten+bias-trained rate-forgotten+step-before rate-twice+by-columns plus-in-update+bias-left-out
plus-in-update+weights-swapped bias-left-out+by-columns bias-left-out+rounded bias-trained+rounded bias-fixed+rounded
bias-shared+rate-twice bias-shared+factor-2 bias-separate+derivative-missing by-columns+step-after
weights-swapped+inputs-swapped inputs-swapped+targets-swapped targets-swapped+rounded degrees+rate-forgotten
degrees+bias-left-out log10+step-before log2+bias-fixed log10+factor-2 not-updated+bias-left-out not-updated+rate-forgotten
""".split()


def same(one, other):
    return all(six(one[q]) == six(other[q]) for q in one if q in other)


def pair_rows(turn=0):
    for pair in PAIRS:
        first, second = pair.split("+")
        kept = 0
        for net in NETWORKS[turn % len(NETWORKS) :] + NETWORKS[: turn % len(NETWORKS)]:
            ways = list(itertools.product(arguments(first, net), arguments(second, net)))
            if not ways or kept == 2:
                continue
            a, b = ways[(turn * 5 + kept) % len(ways)]
            right, wrong = work_out(net), work_out(net, (first, a), (second, b))
            singles = [work_out(net, (first, a)), work_out(net, (second, b))]
            if pair != "bias-separate+bias-trained" and any(same(s, right) for s in singles):
                continue
            # a quantity that one of the two alone explains is no case for a pair
            fits = [
                (q, v)
                for q, v in figures_of(net, right, asked(wrong, pair), turn)
                if not any(q in s and reads_right(v, s[q]) for s in singles)
            ]
            for q, v in fits[:2]:
                yield net.name, q, pair, " ".join(a) + "+" + " ".join(b), v
            kept += bool(fits)
        turn += 1


def single_rows():
    turn = 0
    for net in NETWORKS:
        right = work_out(net)
        for kind in kinds(net):
            for q in kind:
                if q in right:
                    yield net.name, q, "right", "", right[q]
        for slip in SLIPS:
            for args in arguments(slip, net):
                wrong = work_out(net, (slip, args))
                for q, v in figures_of(net, right, asked(wrong, slip), turn, 2 if args == ("2",) else 3):
                    yield net.name, q, slip, " ".join(args), v
                turn += 1
        for q, q2, v in others(net, right):
            yield net.name, q, "other-quantity", q2, v


def write(rows):
    FOLDER.mkdir(parents=True, exist_ok=True)
    for net in NETWORKS:
        (FOLDER / f"{net.name}.nn").write_text(net.script())
    with open(FOLDER / "figures.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["network", "quantity", "slip", "arguments", "number"])
        out.writerows((*row[:-1], repr(row[-1])) for row in rows)


def count(rows):
    for slip in dict.fromkeys(row[2] for row in rows if "+" not in row[2]):
        of = [row for row in rows if row[2] == slip]
        networks = len({row[0] for row in of})
        print(f"{slip:20} {len(of):4} figures of {networks} networks" + ("" if networks >= 3 else "  TOO FEW"))
    pairs = [row for row in rows if "+" in row[2]]
    print(f"pairs                {len(pairs):4} figures of {len({row[2] for row in pairs})} pairs")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nn", help="compare the right numbers with this nn instead of writing the figures")
    parser.add_argument("--pages", action="store_true", help="search for all slips that give the numbers of known pages")
    options = parser.parse_args()
    for net in NETWORKS + OWN_NETWORKS:
        check_gradients(net)
    check_pages()
    if options.pages:
        for net, q, text, _ in PAGES:
            found, tried = search(net, q, text)
            print(f"{net.name} after {net.epochs}: {q} = {text} (right: {work_out(net)[q]:.9g}), {tried} tried: {found}")
        return
    if options.nn:
        compare_right(options.nn)
        compare_restated(options.nn)
        return
    rows = [*single_rows(), *pair_rows()]
    write(rows)
    count(rows)


if __name__ == "__main__":
    main()
