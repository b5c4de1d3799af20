// The playground's page in a headless Chromium without a network.

import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, open, WEB } from '../../test/browser.mjs';

export { launch };
export const PAGE = join(WEB, 'target/nn-playground.html');

/** Opens the page and waits until its script has run; `given` is what `nn playground` puts into it. */
export async function playground(context, { given, hash = '', file = PAGE } = {}) {
  if (given) {
    file = join(mkdtempSync(join(tmpdir(), 'nn-playground-')), 'page.html');
    writeFileSync(file, readFileSync(PAGE, 'utf8').replace('id="given">null<', `id="given">${JSON.stringify(given).replaceAll('<', '\\u003c')}<`));
  }
  const page = await open(context, file);
  if (hash) {
    await page.goto(`${page.url()}${hash}`);
    await page.reload();
  }
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  return page;
}

/** Serves a page under a Content-Security-Policy. */
export async function serve(text, policy) {
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(text);
  }).listen(0, '127.0.0.1');
  await new Promise(ready => server.once('listening', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Replaces the script, as by typing over it all. */
export async function write(page, script) {
  if (await page.locator('#tab-script').isVisible()) await page.click('#tab-script');
  await page.click('.cm-content');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(script);
}

/** Waits until the script has ended and all is shown. */
export const ended = (page, timeout = 60000) => page.waitForFunction(() => !document.body.classList.contains('is-running') && !/^(running|step)/.test(document.querySelector('#status').textContent), null, { timeout });

/** Runs the script to its end. */
export async function run(page) {
  await page.click('#run');
  await ended(page);
}

export const output = page => page.locator('#output').innerText();
