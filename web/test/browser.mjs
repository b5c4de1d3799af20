// A headless Chromium without a network, and the engine in a page of it.
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const WEB = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const ROOT = path.dirname(WEB);
export const ENGINE = path.join(WEB, 'target/engine');

/** Starts Chromium, which $CHROMIUM names, or Debian's. */
export async function launch() {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    if (!existsSync(executablePath)) throw new Error(`there is no ${executablePath}; install chromium, or set CHROMIUM`);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const context = await browser.newContext({ offline: true });
    return { browser, context };
}

/** Opens a page from file:// whose console is this one's. */
export async function open(context, file) {
    const page = await context.newPage();
    page.on('console', message => console.log('page:', message.text()));
    page.on('pageerror', error => console.log('page:', error.message));
    await page.goto(pathToFileURL(file).href);
    return page;
}

/** A page with window.start(), which starts an engine, and the exports of nn.js in window.nn. */
export async function enginePage(context) {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'nn-web-')), 'engine.html');
    const client = readFileSync(path.join(WEB, 'src/main/js/nn.js'), 'utf8');
    writeFileSync(
        file,
        `<!doctype html><meta charset="utf-8"><title>engine</title><script type="module">${client}
        window.nn = { Engine, EngineEnded, STYLES, canRun };</script>`,
    );
    const page = await open(context, file);
    const worker = readFileSync(path.join(ENGINE, 'nn-worker.js'), 'utf8');
    const wasm = readFileSync(path.join(ENGINE, 'nn.wasm')).toString('base64');
    await page.evaluate(
        ([worker, wasm]) => {
            window.start = () =>
                nn.Engine.start(worker, Uint8Array.from(atob(wasm), c => c.charCodeAt(0)));
        },
        [worker, wasm],
    );
    return page;
}
