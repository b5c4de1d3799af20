// Makes a module of TeaVM's smaller, with Binaryen.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const WASM_OPT = fileURLToPath(new URL('node_modules/binaryen/bin/wasm-opt', import.meta.url));

/** Just what TeaVM uses: with more, Binaryen writes what browsers don't read yet. */
const FEATURES = ['gc', 'reference-types', 'bulk-memory', 'exception-handling', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue'];

/** Writes the module in the file `from`, optimized for its size, to the file `to`. */
export function optimize(from, to) {
  execFileSync(process.execPath, [WASM_OPT, from, ...FEATURES.map(feature => `--enable-${feature}`), '-Os', '-o', to], { stdio: 'inherit' });
}
