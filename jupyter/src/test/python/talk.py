"""Talks to the kernel as Jupyter does, by jupyter_client; the first argument is the prefix that nn is installed in."""

import os
import sys
import time

os.environ["JUPYTER_PATH"] = os.path.join(sys.argv[1], "share", "jupyter")
from jupyter_client import KernelManager

WAIT = 60
NETWORK = """\
input x[2]
layer h[2] sigmoid
layer y[2] sigmoid
weights h = [0.15, 0.20; 0.25, 0.30]
weights y = [0.40, 0.45; 0.50, 0.55]
bias h = 0.35 shared fixed
bias y = 0.60 shared fixed
input = [0.05, 0.10]
target = [0.01, 0.99]
learning rate = 0.5
"""


class Notebook:
    """A running kernel and its client."""

    def __init__(self):
        self.manager = KernelManager(kernel_name="nn")
        self.manager.start_kernel()
        self.connect()

    def connect(self):
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=WAIT)

    def run(self, code, **options):
        """Runs a cell; returns the answer's content, and what was published, as pairs of type and content."""
        return self.outcome(self.client.execute(code, **options))

    def outcome(self, request):
        published = []
        while True:
            message = self.client.get_iopub_msg(timeout=WAIT)
            if message["parent_header"].get("msg_id") != request:
                continue
            published.append((message["msg_type"], message["content"]))
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        while True:
            reply = self.client.get_shell_msg(timeout=WAIT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"], published

    def text(self, code):
        reply, published = self.run(code)
        assert reply["status"] == "ok", reply
        return "".join(content["text"] for kind, content in published if kind == "stream")

    def ask(self, request):
        while True:
            reply = self.client.get_shell_msg(timeout=WAIT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


def displays(published):
    return [content["data"] for kind, content in published if kind == "display_data"]


def execute(notebook):
    assert notebook.text("let a = 6\nshow 7 * a") == "7 * a = 42\n"
    reply, published = notebook.run(NETWORK + "show error")
    assert reply["status"] == "ok" and reply["execution_count"] == 2, reply
    assert [kind for kind, _ in published] == ["status", "execute_input", "stream", "status"], published
    assert published[2][1] == {"name": "stdout", "text": "error = 0.298371109\n"}, published
    (derivation,) = displays(notebook.run("explain grad(w5)")[1])
    assert "<math" in derivation["text/html"] and "\\frac" in derivation["text/latex"], derivation
    assert "0.0821670406" in derivation["text/plain"], derivation
    (table,) = displays(notebook.run("show weights(h)")[1])
    assert "<table" in table["text/html"] and "0.15" in table["text/plain"], table
    (picture,) = displays(notebook.run("train 20; draw")[1])
    assert picture["image/svg+xml"].startswith("<svg") and picture["image/png"].startswith("iVBOR"), picture
    assert "net(h1)" in displays(notebook.run("forward")[1])[0]["text/plain"]
    assert "grad" in notebook.text("help grad")
    reply, published = notebook.run("let b = 1; show b", silent=True)
    assert reply["status"] == "ok" and not [kind for kind, _ in published if kind != "status"], published
    reply, _ = notebook.run("", user_expressions={"two": "b + 1", "none": "c"})
    assert reply["user_expressions"]["two"]["data"]["text/plain"] == "b + 1 = 2", reply
    assert reply["user_expressions"]["none"]["status"] == "error", reply


def error(notebook):
    reply, published = notebook.run("print \"before\"; show eror")
    assert reply["status"] == "error" and "eror" in reply["evalue"], reply
    (shown,) = [content for kind, content in published if kind == "error"]
    text = "\n".join(shown["traceback"])
    assert "\x1b[" in text and "^" in text and "did you mean `error`?" in text, text
    assert published[2][1] == {"name": "stdout", "text": "before\n"}, published
    assert notebook.run("show )")[0]["status"] == "error"
    assert notebook.text("show 2 + 2") == "2 + 2 = 4\n"


def questions(notebook):
    client = notebook.client
    answer = notebook.ask(client.complete("𝒙 = 1; show err", 15))
    assert answer["matches"][0] == "error", answer
    assert (answer["cursor_start"], answer["cursor_end"]) == (12, 15), answer
    answer = notebook.ask(client.inspect("show grad(w5)", 7))
    assert answer["found"] and "text/latex" in answer["data"], answer
    answer = notebook.ask(client.inspect("train 10", 2))
    assert answer["found"] and "train" in answer["data"]["text/plain"], answer
    assert not notebook.ask(client.inspect("show 1", 6))["found"]
    for code, status in (("show 1", "complete"), ("repeat 3 {", "incomplete"), ("show )", "invalid")):
        assert notebook.ask(client.is_complete(code))["status"] == status, code
    entries = notebook.ask(client.history(hist_access_type="tail", n=2))["history"]
    assert len(entries) == 2 and entries[1][2].startswith("show 2 + 2"), entries


def interrupt(notebook):
    before = notebook.text("show step")
    request = notebook.client.execute("train 900000000000 until error < 0")
    waiting = notebook.client.execute("print \"not run\"")
    published = []
    while sum(kind in ("display_data", "update_display_data") for kind, _ in published) < 2:
        message = notebook.client.get_iopub_msg(timeout=WAIT)
        published.append((message["msg_type"], message["content"]))
    ids = {c["transient"]["display_id"] for k, c in published if k in ("display_data", "update_display_data")}
    assert len(ids) == 1, published
    start = time.monotonic()
    notebook.manager.interrupt_kernel()
    reply, _ = notebook.outcome(request)
    print("answered an interrupt after %.3f s" % (time.monotonic() - start))
    assert reply["status"] == "error" and reply["ename"] == "INTERRUPTED", reply
    assert notebook.outcome(waiting)[0]["status"] == "aborted"
    assert notebook.text("show step") != before
    assert notebook.text("show 1 + 1") == "1 + 1 = 2\n"


def two_kernels(notebook):
    other = Notebook()
    try:
        notebook.run("let mine = 1")
        assert other.run("show mine")[0]["status"] == "error"
        assert notebook.text("show mine") == "mine = 1\n"
    finally:
        other.end()


def restart(notebook):
    notebook.client.stop_channels()
    notebook.manager.restart_kernel()
    notebook.connect()
    assert notebook.run("show mine")[0]["status"] == "error"
    assert notebook.text("show 5 * 5") == "5 * 5 = 25\n"


def kill(notebook):
    notebook.client.execute("train 900000000000")
    notebook.client.stop_channels()
    notebook.manager.restart_kernel(now=True)
    notebook.connect()
    assert notebook.text("show 1 + 1") == "1 + 1 = 2\n"


def main():
    start = time.monotonic()
    notebook = Notebook()
    print("ready after %.2f s" % (time.monotonic() - start))
    try:
        for step in (execute, error, questions, interrupt, two_kernels, restart, kill):
            step(notebook)
            print(step.__name__, "is well", flush=True)
    finally:
        start = time.monotonic()
        notebook.end()
    print("ended after %.2f s" % (time.monotonic() - start))


main()
