// Makes the playground's page: one file with the editor, the engine and the samples in it.
//   node build.mjs [ENGINE-FOLDER [PAGE]]

import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const [engine = resolve(here, '../target/engine'), page = resolve(here, '../target/nn-playground.html')] = process.argv.slice(2);
const read = (...path) => readFileSync(resolve(here, ...path), 'utf8');

/** The worked example, as the README shows it. */
const EXAMPLE = 'example.nn';
const SCRIPTS = ['backprop.nn', 'xor.nn', 'iris.nn', 'regression.nn', 'activations.nn', 'own.nn', 'digits.nn'];
const DATA = ['iris.csv', 'digits.csv'];

const common = { minify: true, write: false, legalComments: 'none' };
const built = await build({ ...common, entryPoints: [resolve(here, 'src/main.js')], bundle: true, format: 'esm', target: 'es2022', alias: { 'nn-engine': resolve(engine, 'nn.js') } });
const payload = {
  scripts: Object.fromEntries([[EXAMPLE, read('../../README.md').match(/```nn\n([^]*?)\n```/)[1]], ...SCRIPTS.map(name => [name, read('../../samples', name)])]),
  files: Object.fromEntries(DATA.map(name => [name, read('../../samples', name)])),
};
const parts = {
  STYLE: (await build({ ...common, entryPoints: [resolve(here, 'src/style.css')] })).outputFiles[0].text,
  PAYLOAD: gzipSync(JSON.stringify(payload), { level: 9 }).toString('base64'),
  ENGINE: gzipSync(readFileSync(resolve(engine, 'nn.wasm')), { level: 9 }).toString('base64'),
  WORKER: JSON.stringify(readFileSync(resolve(engine, 'nn-worker.js'), 'utf8')).replaceAll('<', '\\u003c'),
  PROGRAM: built.outputFiles[0].text.replaceAll('</script', '<\\/script'),
};
let html = read('src/page.html');
for (const [name, text] of Object.entries(parts)) html = html.replace(`/*${name}*/`, () => text);
mkdirSync(dirname(page), { recursive: true });
writeFileSync(page, html);
console.log(`${page}: ${Buffer.byteLength(html).toLocaleString('en')} bytes (${Object.entries(parts).map(([name, text]) => `${name.toLowerCase()} ${text.length.toLocaleString('en')}`).join(', ')})`);
