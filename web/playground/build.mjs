// Makes the playground's page: one file with the editor, the engine and the samples in it.
//   node build.mjs [ENGINE-FOLDER [PAGE]]

import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALIASES, pack } from './pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [engine = resolve(here, '../target/engine'), page = resolve(here, '../target/nn-playground.html')] = process.argv.slice(2);
const read = (...path) => readFileSync(resolve(here, ...path), 'utf8');

/** The worked example, as the README shows it. */
const EXAMPLE = 'example.nn';
const SCRIPTS = ['backprop.nn', 'xor.nn', 'iris.nn', 'regression.nn', 'activations.nn', 'own.nn', 'digits.nn'];
const DATA = ['iris.csv', 'digits.csv'];

const packages = new Set();
const bundle = async name => {
  const { outputFiles, metafile } = await build({
    entryPoints: [resolve(here, 'src', name)], bundle: true, minify: true, write: false, legalComments: 'none', charset: 'utf8',
    format: 'esm', target: 'es2022', alias: ALIASES, metafile: true,
  });
  for (const input of Object.keys(metafile.inputs)) {
    const from = input.match(/node_modules\/((@[^/]+\/)?[^/]+)\//);
    if (from) packages.add(from[1]);
  }
  return outputFiles[0].text;
};
/** A sample to play with: without its checks, which a change would break. */
const sample = text => text.replace(/^expect .*\n/gm, '').replace(/\n{3,}/g, '\n\n');
const parts = {
  STYLE: await bundle('style.css'),
  PROGRAM: pack(await bundle('main.js')),
  TEXTS: pack(JSON.stringify({
    scripts: Object.fromEntries([[EXAMPLE, sample(read('../../README.md').match(/```nn\n([^]*?)\n```/)[1])], ...SCRIPTS.map(name => [name, sample(read('../../samples', name))])]),
    files: Object.fromEntries(DATA.map(name => [name, read('../../samples', name)])),
    worker: readFileSync(resolve(engine, 'nn-worker.js'), 'utf8'),
  })),
  ENGINE: readFileSync(resolve(engine, 'nn.packed'), 'latin1'),
  BOOT: await bundle('boot.js'),
};
let html = read('src/page.html');
for (const [name, text] of Object.entries(parts)) html = html.replace(`/*${name}*/`, () => text);
mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, html);
writeFileSync(page.replace(/\.html$/, '') + '.packages', [...packages].sort().join('\n') + '\n'); // for dist/licences
console.log(`${page}: ${Buffer.byteLength(html).toLocaleString('en')} bytes (${Object.entries(parts).map(([name, text]) => `${name.toLowerCase()} ${text.length.toLocaleString('en')}`).join(', ')})`);
