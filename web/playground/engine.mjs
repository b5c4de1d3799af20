// Makes what pages need of nn's engine from what TeaVM compiled:
//   node engine.mjs TARGET
// TARGET/teavm/nn.wasm and TARGET/runtime/runtime.js are read. TARGET/engine gets nn.wasm, optimized for its size; nn.packed, the same
// as a text; nn-worker.js, TeaVM's runtime with the Worker's code; and live.js and live.css, a live page's script and style.

import { build, transform } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { optimize } from './optimize.mjs';
import { ALIASES, pack } from './pack.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2]);
const engine = resolve(target, 'engine'), sources = resolve(here, '../src/main/js');
mkdirSync(engine, { recursive: true });

/** The licences of what a live page has in it. */
const NOTICE = '/* nn and TeaVM: Apache License 2.0. ANTLR: BSD, © 2012–2024 The ANTLR Project. lzma1: MIT, © 2023 Filip Seman. */';

const wasm = resolve(engine, 'nn.wasm');
optimize(resolve(target, 'teavm/nn.wasm'), wasm);
const bytes = readFileSync(wasm);
const packed = pack(bytes);
writeFileSync(resolve(engine, 'nn.packed'), packed);

const runtime = readFileSync(resolve(target, 'runtime/runtime.js'), 'utf8'), worker = readFileSync(resolve(sources, 'worker.js'), 'utf8');
const { code } = await transform(`${runtime}\n${worker}`, { minify: true, target: 'es2022' });
writeFileSync(resolve(engine, 'nn-worker.js'), code);

await build({
  entryPoints: [resolve(sources, 'live.js')], bundle: true, minify: true, legalComments: 'none', charset: 'utf8', format: 'esm', target: 'es2022',
  alias: ALIASES, banner: { js: NOTICE }, outfile: resolve(engine, 'live.js'),
});
copyFileSync(resolve(sources, 'live.css'), resolve(engine, 'live.css'));
console.log(`${wasm}: ${bytes.length.toLocaleString('en')} bytes, packed ${packed.length.toLocaleString('en')}`);
