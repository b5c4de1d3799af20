"""A Pygments lexer for nn scripts. Generated from editors/templates/nn_pygments.py: change that."""

from pygments.lexer import RegexLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

__all__ = ["NnLexer"]

KEYWORDS = set("activation all and animate as backward batch bias boundary check clear clip data decay digits draw edit else engine every expect explain export fixed for forward gradients help history if in include input layer learning let load loss new next none not nudge off on optimizer or order plot precision predict print quit redo reload repeat reset resume round sample save seed shared show shuffle target tie to train undo until unwatch update w watch weights why within".split())
NAMES = set("abs absolute accuracy adagrad adam adamw biases binary_cross_entropy cos cross_entropy d delta elu epoch error exp gelu grad he he_normal huber leaky_relu linear ln max memory min momentum mse nesterov net network normal ones out pi relu rmsprop settings sgd sigmoid silu sin softmax softplus sqrt squared step tan tanh uniform xavier xavier_normal zeros".split())


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
            (r"(?:[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*)(?:[eE][-+−]?[0-9]+(?:_[0-9]+)*)?%?", Number),
            (r"[^\W\d]\w*", word),
            (r"->|[<>=!]=|[-+*/^@~=<>−·×]", Operator),
            (r"[()\[\]{},;:]", Punctuation),
        ],
    }
