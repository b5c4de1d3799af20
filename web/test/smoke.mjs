// The engine is small, runs the first sample in a page, and prints what it should.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ENGINE, ROOT, enginePage, launch } from './browser.mjs';

const LARGEST = 480_000;

const wasm = readFileSync(path.join(ENGINE, 'nn.wasm'));
const size = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } }).length;
console.log(`the engine: ${wasm.length.toLocaleString('en')} bytes, ${size.toLocaleString('en')} with brotli (at most ${LARGEST.toLocaleString('en')})`);

const { browser, context } = await launch();
const page = await enginePage(context);
const script = readFileSync(path.join(ROOT, 'samples/backprop.nn'), 'utf8');
const printed = await page.evaluate(async script => {
    const engine = await start();
    let text = '';
    const run = engine.run(await engine.open(), 'backprop.nn', script, { event: event => (text += event.text) });
    const status = await run.done;
    // a session that is closed first does what it was asked to do
    const other = await engine.open();
    const runs = ['repeat 20000 { show 1 }', 'show 2'].map(asked => engine.run(other, 'other.nn', asked).done);
    engine.close(other);
    if (`${await Promise.all(runs)}` !== '0,0') text += 'a closed session did not run\n';
    return `${text}status ${status}`;
}, script);
await browser.close();
const lines = printed.split('\n');
if (size > LARGEST || !lines.includes('The error fell from 0.298371109 to 0.291027774') || lines.at(-1) !== 'status 0') {
    console.log(printed);
    process.exit(1);
}
console.log('backprop.nn runs in a page');
