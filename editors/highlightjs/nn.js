// nn scripts for highlight.js: hljs.registerLanguage('nn', nn). Generated from editors/templates/nn.js: change that.
export default function nn(hljs) {
  return {
    name: 'nn',
    aliases: ['nn'],
    unicodeRegex: true,
    keywords: {
      $pattern: /[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u,
      keyword: 'activation all and animate as backward batch bias boundary check clear clip data decay digits draw edit else engine every expect explain export fixed for forward gradients help history if in include input layer learning let load loss new next none not nudge off on optimizer or order plot precision predict print quit redo reload repeat reset resume round sample save seed shared show shuffle target tie to train undo until unwatch update w watch weights why within'.split(' '),
      built_in: 'abs absolute accuracy adagrad adam adamw biases binary_cross_entropy cos cross_entropy d delta elu epoch error exp gelu grad he he_normal huber leaky_relu linear ln max memory min momentum mse nesterov net network normal ones out pi relu rmsprop settings sgd sigmoid silu sin softmax softplus sqrt squared step tan tanh uniform xavier xavier_normal zeros'.split(' '),
    },
    contains: [
      hljs.COMMENT('#', '$'),
      { scope: 'string', begin: /"/, end: /"|$/, contains: [{ scope: 'char.escape', begin: /\\./ }] },
      { scope: 'number', begin: /(?<![\p{L}\p{M}\p{Nd}_])(?:[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?|\.[0-9]+(?:_[0-9]+)*)(?:[eE][-+−]?[0-9]+(?:_[0-9]+)*)?%?/u },
    ],
  };
}
