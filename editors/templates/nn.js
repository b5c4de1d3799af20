// nn scripts for highlight.js: hljs.registerLanguage('nn', nn). Generated from editors/templates/nn.js: change that.
export default function nn(hljs) {
  return {
    name: 'nn',
    aliases: ['nn'],
    unicodeRegex: true,
    keywords: {
      $pattern: /{word}/u,
      keyword: '{reserved }'.split(' '),
      built_in: '{names }'.split(' '),
    },
    contains: [
      hljs.COMMENT('#', '$'),
      { scope: 'string', begin: /"/, end: /"|$/, contains: [{ scope: 'char.escape', begin: /\\./ }] },
      { scope: 'number', begin: /(?<!{part}){number}/u },
    ],
  };
}
