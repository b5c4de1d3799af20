// Arithmetic and numbers as text are the same bit by bit. The arguments: the engine of the fuzz, and what Java gave: lines of
// seed, count and digest.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { optimize } from '../playground/optimize.mjs';
import { WEB, enginePage, launch } from './browser.mjs';

const optimized = path.join(mkdtempSync(path.join(tmpdir(), 'nn-fuzz-')), 'fuzz.wasm');
optimize(process.argv[2], optimized);
const wasm = readFileSync(optimized).toString('base64');
const runtime = readFileSync(path.join(WEB, 'target/runtime/runtime.js'), 'utf8');
const { browser, context } = await launch();
const page = await enginePage(context);
await page.addScriptTag({ content: runtime });
let different = 0;
let values = 0;
for (const line of readFileSync(process.argv[3], 'utf8').trim().split('\n')) {
    const [seed, count, expected] = line.split(' ');
    const got = await page.evaluate(
        async ([wasm, seed, count]) => {
            window.fuzz ??= (await TeaVM.wasmGC.load(Uint8Array.from(atob(wasm), c => c.charCodeAt(0)))).exports;
            return window.fuzz.digest(seed, count);
        },
        [wasm, Number(seed), Number(count)],
    );
    values += Number(count);
    if (got !== expected) {
        different++;
        const [java, web] = [expected.split(','), got.split(',')];
        const numbers = java.flatMap((digest, i) => (digest === web[i] ? [] : [i]));
        console.log(`seed ${seed}, ${count} values: operations ${numbers.join(', ')} differ`);
    }
}
await browser.close();
console.log(`${values} values, ${different} series different`);
process.exit(different === 0 ? 0 : 1);
