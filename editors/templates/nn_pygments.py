"""A Pygments lexer for nn scripts. Generated from editors/templates/nn_pygments.py: change that."""

from pygments.lexer import RegexLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

__all__ = ["NnLexer"]

KEYWORDS = set("{reserved }".split())
NAMES = set("{names }".split())


def word(lexer, match):
    text = match.group()
    kind = Keyword if text in KEYWORDS else Name.Builtin if text in NAMES else Name
    yield match.start(), kind, text


class NnLexer(RegexLexer):
    name = "nn"
    aliases = ["nn"]
    filenames = ["*.nn"]
    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"#[^\r\n]*", Comment.Single),
            (r'"(?:[^"\\\r\n]|\\.)*(?:"|$)', String.Double),
            (r"{number}", Number),
            (r"[^\W\d]\w*", word),
            (r"->|[<>=!]=|[-+*/^@~=<>−·×]", Operator),
            (r"[()\[\]{},;:]", Punctuation),
        ],
    }
