"""Compares the colours of Pygments with the lexer's, as EditorFilesTest writes them."""

import pathlib
import sys

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent / "pygments"))

from nn_pygments import NnLexer  # noqa: E402
from pygments import lex  # noqa: E402
from pygments.token import Comment, Error, Keyword, Name, Number, String  # noqa: E402

LETTERS = [(Comment, "c"), (String, "s"), (Number, "d"), (Keyword, "k"), (Name.Builtin, "n")]
wrong = 0
paths = sorted((here.parent.parent / "target/editors").glob("*.nn"))
for path in paths:
    text = path.read_text(encoding="utf-8")
    colors = path.with_suffix(".colors").read_text()
    found = ""
    for kind, part in lex(text, NnLexer(stripnl=False, ensurenl=False)):
        assert kind is not Error, (path, part)
        letter = next((letter for known, letter in LETTERS if kind in known), ".")
        found += "".join(c if c == "\n" else letter for c in part)
    for number, (line, seen, expected) in enumerate(zip(text.split("\n"), found.split("\n"), colors.split("\n")), 1):
        if any(a != b and c != " " for a, b, c in zip(seen, expected, line)):
            wrong += 1
            print(f"{path.name}:{number}\n  {line}\n  {seen}\n  {expected} expected")
print("some colours are wrong" if wrong else f"Pygments colours {len(paths)} scripts as the lexer does")
sys.exit(wrong > 0 or not paths)
