// Colours scripts with Shiki, highlight.js and VS Code's engine, and compares each character's colour with the lexer's, as
// EditorFilesTest writes it: NAME.colors has a letter for each character of NAME.nn.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import hljs from 'highlight.js/lib/core';
import { createHighlighter } from 'shiki';
import nn from '../highlightjs/nn.js';

const here = import.meta.dirname;
const grammarFile = join(here, '../vscode/syntaxes/nn.tmLanguage.json');
const grammar = JSON.parse(readFileSync(grammarFile, 'utf8'));
const scopes = {
  c: 'comment.line.number-sign.nn',
  s: 'string.quoted.double.nn',
  d: 'constant.numeric.nn',
  k: 'keyword.control.nn',
  n: 'support.function.nn',
};
const folder = join(here, '../../target/editors');
const scripts = readdirSync(folder)
  .filter((file) => file.endsWith('.nn'))
  .map((file) => {
    const name = basename(file, '.nn');
    const [text, colors] = ['.nn', '.colors'].map((end) => readFileSync(join(folder, name + end), 'utf8'));
    return { name, text, colors };
  });
let failed = false;

function compare(tool, script, colors) {
  const lines = script.text.split('\n');
  const expected = script.colors.split('\n');
  colors.split('\n').forEach((line, i) => {
    // a tool may colour a symbol; blanks have no colour
    const differs = [...expected[i]].some((color, at) => lines[i][at] !== ' ' && color !== line[at]);
    if (differs) {
      failed = true;
      console.error(`${tool}: ${script.name}.nn:${i + 1}\n  ${lines[i]}\n  ${line}\n  ${expected[i]} expected`);
    }
  });
}

const highlighter = await createHighlighter({ langs: [{ ...grammar, name: 'nn' }], themes: ['github-light'] });
for (const script of scripts) {
  const { tokens } = highlighter.codeToTokens(script.text, { lang: 'nn', theme: 'github-light', includeExplanation: true });
  const colors = tokens.map((line) =>
    line
      .flatMap((token) => token.explanation)
      .map((part) => {
        const names = part.scopes.map((scope) => scope.scopeName);
        const color = Object.keys(scopes).find((key) => names.includes(scopes[key])) ?? '.';
        return color.repeat(part.content.length);
      })
      .join(''),
  );
  compare('shiki', script, colors.join('\n'));
}

hljs.registerLanguage('nn', nn);
const classes = { comment: 'c', string: 's', number: 'd', keyword: 'k', built_in: 'n' };
for (const script of scripts) {
  const html = hljs.highlight(script.text, { language: 'nn' }).value;
  const open = [];
  let colors = '';
  for (const [part] of html.matchAll(/<[^>]*>|&[^;]*;|[^<&]+/g)) {
    if (part.startsWith('</')) {
      open.pop();
    } else if (part.startsWith('<')) {
      open.push(/hljs-(\w+)/.exec(part)[1]);
    } else {
      const color = classes[open.find((name) => name in classes)] ?? '.';
      colors += part.startsWith('&') ? color : part.replace(/[^\n]/g, color);
    }
  }
  compare('highlight.js', script, colors);
}

// vscode-tmgrammar-test reads what it should find from comments below each line.
const tests = mkdtempSync(join(tmpdir(), 'nn-'));
for (const script of scripts) {
  const colors = script.colors.split('\n');
  const lines = script.text.split('\n').flatMap((line, i) => {
    const asserted = [...colors[i].matchAll(/(\S)\1*/g)]
      .filter(([run]) => run[0] !== '.' && run[0] !== 'c')
      .map(({ 0: run, index }) =>
        index === 0
          ? `# <${'-'.repeat(run.length)} ${scopes[run[0]]}`
          : `#${' '.repeat(index - 1)}${'^'.repeat(run.length)} ${scopes[run[0]]}`,
      );
    return [line, ...asserted];
  });
  const test = join(tests, `${script.name}.test.nn`);
  writeFileSync(test, `# SYNTAX TEST "source.nn"\n${lines.join('\n')}`);
}
const run = spawnSync(
  process.execPath,
  [join(here, 'node_modules/vscode-tmgrammar-test/dist/unit.js'), '-g', grammarFile, join(tests, '*.test.nn')],
  { encoding: 'utf8' },
);
if (run.status !== 0) {
  failed = true;
  console.error(run.stdout.replace(/^✓.*\n/gm, ''), run.stderr);
}
rmSync(tests, { recursive: true });
console.log(failed ? 'some colours are wrong' : `Shiki, highlight.js and VS Code colour ${scripts.length} scripts as the lexer does`);
process.exit(failed ? 1 : 0);
