"""What the figures of slip_figures.py rest on: right gradients, right numbers that are nn's own, and slips said in nn."""

import json
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from slip_networks import NETWORKS
from slip_work import Work
from slips import SLIPS, arguments, where, work_out


def check_gradients(net):
    """The right gradients against central differences, at the start and after the training."""
    for work in (Work(net), Work(net).train()):
        for x, t in work.samples:
            found = work.gradients(x, t)
            for l in net.layers:
                for j in range(l.size):
                    rows = [(work.w[l.name][j], i, found[l.name][0][j][i]) for i in range(len(l.w[0]))]
                    if not work.shared[l.name]:
                        rows.append((work.b[l.name], j, found[l.name][1][j]))
                    for values, i, gradient in rows:
                        close(difference(work, x, t, [(values, i)]), gradient, net.name)
                if work.shared[l.name]:
                    places = [(work.b[l.name], j) for j in range(l.size)]
                    close(difference(work, x, t, places), found[l.name][1][0], net.name)


def difference(work, x, t, places, h=1e-3):
    """Of fourth order, moving all places together."""
    starts = [values[i] for values, i in places]

    def at(step):
        for (values, i), start in zip(places, starts):
            values[i] = start + step
        return work.error(x, t)

    found = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
    at(0)
    return found


def close(one, other, name, within=1e-9):
    assert abs(one - other) <= within * max(1e-2, abs(one), abs(other)), f"{name}: {one} is not {other}"


# ------------------------------------------------------------------------------------------------- against nn itself


def run(program, script, quantities):
    """What nn shows for them; none when this nn can't read the script yet."""
    with tempfile.NamedTemporaryFile("w", suffix=".nn", delete=False) as file:
        file.write(script + "".join(f"show {q}\n" for q in quantities))
    done = subprocess.run([program, "--json", file.name], capture_output=True, text=True)
    Path(file.name).unlink()
    if done.returncode:
        return done.stderr.splitlines()[0], None
    return "", {line["name"]: line["value"] for line in map(json.loads, done.stdout.splitlines())}


def compare_right(program):
    """The right numbers against nn's own; a network that this nn can't read yet is named and passed over."""
    for net in NETWORKS:
        right = work_out(net)
        trouble, shown = run(program, net.script(), right)
        if trouble:
            print(f"{net.name}: not compared: {trouble}")
            continue
        for q, v in right.items():
            close(shown[q], v, f"{net.name} {q}", 1e-12)
        print(f"{net.name}: {len(right)} quantities agree with nn")


def compare_restated(program):
    """Many a slip can be said in nn: as a script with another bias, other weights, another rate. The numbers must agree."""
    for slip in SLIPS:
        agreed, troubles = 0, set()
        for net in NETWORKS:
            for args in arguments(slip, net):
                script = restated(net, slip, *args)
                if script is None:
                    continue
                wrong = {q: v for q, v in work_out(net, (slip, args)).items() if comparable(q, slip)}
                trouble, shown = run(program, script, wrong)
                if trouble:
                    troubles.add(trouble)
                    continue
                for q, v in wrong.items():
                    close(shown[q], v, f"{net.name} {slip} {args} {q}", 1e-9)
                agreed += len(wrong)
        if agreed or troubles:
            print(f"{slip}: {agreed} wrong numbers agree with nn", *sorted(troubles))


def comparable(q, slip):
    """The numbers of biases change where a layer's biases are counted otherwise; for d see slip_figures.asked."""
    if slip == "updated-weights" and q.startswith("d("):
        return False
    numbered = q.startswith(("b", "grad(b")) and not (q.startswith("bias(") and slip != "bias-left-out")
    return not (numbered and slip in ("bias-left-out", "bias-shared", "bias-separate"))


def restated(net, slip, *args):
    """An nn script for which the slip's numbers are the right ones; none for a slip that no script can make."""
    change = lambda fits, **new: replace(net, layers=[replace(l, **new) if fits(l) else l for l in net.layers]).script()
    meant = lambda: (lambda l: l.name in (where(slip, net) if args[0] == "*" else [args[0]]))
    own = "\n".join(net.own)
    if slip == "updated-weights":
        return "order = sequential\n".join(parts(net))
    if slip == "rounded":
        return f"round = {args[0]}\n".join(parts(net))
    if slip == "not-updated":
        return re.sub(rf"(weights {args[0]} = .*)", r"\1 fixed", net.script())
    if slip in ("factor-2", "factor-half", "mean-of-outputs", "sum-of-outputs") and net.loss in ("squared", "mse"):
        n = net.layers[-1].size
        right = 0.5 if net.loss == "squared" else 1 / n
        factor = right * {"factor-2": 2, "factor-half": 0.5, "mean-of-outputs": 1 / n, "sum-of-outputs": n}[slip]
        return replace(net, loss="slipped", own=(*net.own, f"loss slipped(t, o) = {factor} * (t - o)^2")).script()
    if slip == "rate-forgotten":
        return replace(net, rate=1.0).script()
    if slip == "rate-twice":
        return net.script().replace(f"learning rate = {net.rate:g}", f"learning rate = {net.rate} * {net.rate}")
    if slip == "bias-left-out":
        return change(meant(), b=None, shared=False, fixed=False)
    if slip == "bias-trained":
        return change(meant(), fixed=False)
    if slip == "bias-fixed":
        return change(meant(), fixed=True)
    if slip == "bias-shared":
        chosen = meant()
        layers = [replace(l, shared=True, b=l.starts()[0]) if chosen(l) else l for l in net.layers]
        return replace(net, layers=layers).script()
    if slip == "bias-separate":
        return change(meant(), shared=False)
    if slip == "by-columns":
        chosen = meant()
        layers = [replace(l, w=filled_by_columns(l.w)) if chosen(l) else l for l in net.layers]
        return replace(net, layers=layers).script()
    if slip == "weights-swapped":
        now = {f"w{i}": v for i, v in enumerate((v for l in net.layers for row in l.w for v in row), 1)}
        one, other = args
        before, train = parts(net)
        return before + f"{one} = {now[other]}\n{other} = {now[one]}\n" + train
    if slip in ("inputs-swapped", "targets-swapped"):
        i, j = int(args[0]) - 1, int(args[1]) - 1
        side = 0 if slip == "inputs-swapped" else 1
        samples = [(list(x), list(t)) for x, t in net.samples]
        for sample in samples:
            values = sample[side]
            values[i], values[j] = values[j], values[i]
        return replace(net, samples=samples).script()
    if slip == "degrees":
        said = re.sub(r"(sin|cos)\(([^()]*)\)", r"\1((\2) * pi / 180)", own)
        return net.script().replace(own, said)
    if slip in ("log10", "log2") and "entropy" not in net.loss:
        return net.script().replace(own, own.replace("ln(", f"1 / ln({slip[3:]}) * ln("))
    if slip in ("step-before", "step-after"):
        batches = -(-len(net.samples) // net.batch)
        steps = net.epochs * batches + (1 if slip == "step-after" else -1)
        return parts(net)[0] + "next\n" * steps + "sample 1\n" * (len(net.samples) > 1)
    return None


def parts(net):
    """The script up to its `train`, and that."""
    text = net.script()
    return [text[: text.index("train ")], text[text.index("train ") :]] if "train " in text else [text, ""]


def filled_by_columns(rows):
    numbers = iter([v for row in rows for v in row])
    columns = zip(*[numbers] * len(rows))
    return [list(row) for row in zip(*columns)]
