// Makes a module of TeaVM's smaller, with Binaryen.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constantTables } from './tables.mjs';

/** Just what TeaVM uses: with more, Binaryen writes what browsers don't read yet. */
const FEATURES = ['gc', 'reference-types', 'bulk-memory', 'exception-handling', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue'];

const run = (tool, from, to, ...options) => execFileSync(
  process.execPath,
  [fileURLToPath(new URL(`node_modules/binaryen/bin/${tool}`, import.meta.url)), from, ...FEATURES.map(feature => `--enable-${feature}`), ...options, '-o', to],
  { stdio: 'inherit' },
);

/** Writes the module in the file `from`, optimized for its size, to the file `to`. */
export function optimize(from, to) {
  const folder = mkdtempSync(join(tmpdir(), 'nn-optimize-'));
  const text = join(folder, 'module.wat'), module = join(folder, 'module.wasm');
  try {
    run('wasm-dis', from, text);
    writeFileSync(text, constantTables(readFileSync(text, 'utf8')));
    run('wasm-as', text, module);
    run('wasm-opt', module, to, '-Os', '-Oz');
    writeFileSync(to, Buffer.concat([readFileSync(to), ...ownSections(readFileSync(from))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The sections by which a module tells TeaVM's runtime what it needs; the text form lacks them. */
function ownSections(module) {
  const sections = [];
  for (let at = 8; at < module.length; ) {
    let size = 0, shift = 0, content = at + 1;
    do size |= (module[content] & 127) << shift, shift += 7; while (module[content++] & 128);
    const name = module.subarray(content + 1, content + 1 + module[content]);
    if (module[at] === 0 && name.toString().startsWith('teavm.')) sections.push(module.subarray(at, content + size));
    at = content + size;
  }
  return sections;
}
