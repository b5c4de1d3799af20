import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { epochsOf, rest } from '../src/rest.js';
import { fromBase85, toBase85 } from '../src/share.js';
import { ended, launch, output, PAGE, playground, run, write } from './page.mjs';

const NETWORK = `input x[2]
layer h[2] sigmoid
layer y[2] sigmoid
weights h = [0.15, 0.20; 0.25, 0.30]
weights y = [0.40, 0.45; 0.50, 0.55]
bias h = 0.35 shared fixed
bias y = 0.60 shared fixed
input = [0.05, 0.10]
target = [0.01, 0.99]
learning rate = 0.5
`;

let browser, context;
before(async () => ({ browser, context } = await launch()));
after(() => browser.close());

test('smoke: the page runs its script from a file, without a network', async () => {
  const page = await playground(context);
  assert.match(await output(page), /net\(h1\) = 0\.3775\n/);
  assert.match(await output(page), /error = 3\.51018778e-05/);
  assert.equal(await page.locator('#output math').count(), 1);
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = −3\.893, from h1 to y1/);
  assert.match(await page.locator('#loss svg').getAttribute('aria-label'), /^Loss from 0\.2984 at step 0 to 0\.0000351|3\.51e/);
  await page.close();
});

test('a script that is changed and run gives what it says', async () => {
  const page = await playground(context);
  await write(page, `${NETWORK}train 1\nshow w5, error`);
  await run(page);
  assert.equal((await output(page)).trim(), 'w5 = 0.35891648\nerror = 0.291027774');
  assert.match(await page.locator('#moment').innerText(), /after 1 update$/);
  await page.close();
});

test('an error is underlined at its place as one types', async () => {
  const page = await playground(context);
  await write(page, 'input x[2]\nlayer z[2] sigmod\n');
  const underlined = page.locator('.cm-lintRange-error');
  await underlined.waitFor();
  assert.equal(await underlined.innerText(), 'sigmod');
  await underlined.hover();
  assert.match(await page.locator('.cm-diagnostic').innerText(), /unknown activation `sigmod`: did you mean `sigmoid`\?/);
  await page.close();
});

test('a script that is wrong does not run, and leaves what was there', async () => {
  const page = await playground(context);
  await write(page, 'show 1\nshow eror');
  await run(page);
  assert.match(await output(page), /unknown name `eror`[^]*script\.nn:2:6[^]*did you mean `error`/);
  assert.doesNotMatch(await output(page), /^1 = 1/m);
  assert.equal(await page.locator('#status').innerText(), '1 error: nothing has run');
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = −3\.893/);
  await page.close();
});

test('completion offers what fits, with what help says of it', async () => {
  const page = await playground(context);
  await write(page, 'input x[2]\nlayer h[2] sig');
  await page.keyboard.press('Control+Space');
  const choice = page.locator('.cm-tooltip-autocomplete li', { hasText: 'sigmoid' }).first();
  await choice.waitFor();
  assert.match(await choice.innerText(), /1 \/ \(1 \+ e\^−z\)/);
  await choice.click();
  assert.match(await page.locator('.cm-content').innerText(), /layer h\[2\] sigmoid/);
  await page.close();
});

test('the pointer over a quantity shows its present value', async () => {
  const page = await playground(context);
  await page.locator('.cm-line', { hasText: 'show w5, error' }).hover({ position: { x: 48, y: 8 } });
  await page.locator('.cm-value').waitFor();
  assert.equal(await page.locator('.cm-value').innerText(), 'w5 = -3.8929772');
  await page.close();
});

test('smoke: a training run that is stopped keeps its state, and can go on to the same end', async () => {
  const page = await playground(context);
  const script = `${NETWORK}train 3000000\nshow step, error\n`;
  await write(page, script);
  await page.click('#run');
  await page.waitForFunction(() => /^step [\d,]+/.test(document.querySelector('#status').textContent));
  await page.click('#stop');
  await ended(page);
  const stopped = Number((await page.locator('#status').innerText()).match(/stopped after ([\d,]+) updates/)[1].replaceAll(',', ''));
  assert.ok(stopped > 0 && stopped < 3000000);
  assert.match(await output(page), /stopped at step/);
  await page.click('.go-on button');
  await ended(page, 120000);
  assert.match(await output(page), /step = 3000000/);
  await page.close();
});

test('what is left of a stopped script is at the same places', () => {
  assert.equal(epochsOf('train 2 * n until loss < 0.1 every 5 {'), '2 * n');
  assert.equal(epochsOf('train until loss < 1'), null);
  const script = 'show 1\ntrain 1000 every 10 { show loss }\nshow step';
  assert.equal(rest(script, 7, 40, 400), '      \ntrain 400  every 10 { show loss }\nshow step');
  const block = 'repeat 3 {\n  train 100\n  show loss\n}';
  assert.equal(rest(block, 13, 22, 7).trimEnd(), '          \n  train 7');
});

test('bytes survive being written as text', () => {
  const bytes = Uint8Array.from({ length: 259 }, (_, i) => (i < 4 ? 255 : i < 8 ? 0 : i * 37));
  for (let length = 0; length <= bytes.length; length++) {
    const text = toBase85(bytes.subarray(0, length));
    assert.deepEqual(fromBase85(text), bytes.subarray(0, length));
    assert.doesNotMatch(text, /[<&\\"'\s]/);
  }
});

test('the player tells an update line by line, forward and back', async () => {
  const page = await playground(context);
  const told = () => page.locator('#arithmetic').innerText();
  const places = cls => page.locator(`.part.${cls}`).evaluateAll(parts => parts.map(p => p.dataset.part).sort());
  await page.click('#ahead');
  await page.locator('.part.place').first().waitFor();
  assert.match(await told(), /Forward.*line 1 of 33/s);
  assert.deepEqual([await places('place'), await places('used')], [['h1'], ['b1', 'w1', 'w2', 'x1', 'x2']]);
  await page.click('#first');
  for (let i = 1; i < 12; i++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => /Backward/.test(document.querySelector('#arithmetic').textContent));
  assert.match(await told(), /line 12 of 33/);
  assert.deepEqual(await places('place'), ['y1']);
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => /line 11 of 33/.test(document.querySelector('#arithmetic').textContent));
  assert.deepEqual(await places('place'), ['error']);
  await page.click('#last');
  await page.waitForFunction(() => /update 2/.test(document.querySelector('#moment').textContent));
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = 0\.3589/);
  await page.click('#leave');
  await page.waitForFunction(() => /after 10,000 updates/.test(document.querySelector('#moment').textContent));
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = −3\.893/);
  await page.close();
});

test('a weight shows its derivation, a neuron its net, also by keyboard', async () => {
  const page = await playground(context);
  await page.locator('[data-part="w5"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#arithmetic math').first().waitFor();
  assert.match(await page.locator('#arithmetic').innerText(), /How the error changes with w5/);
  await page.locator('[data-part="h1"]').click();
  await page.waitForFunction(() => /How h1 is computed/.test(document.querySelector('#arithmetic').textContent));
  assert.equal(await page.locator('#arithmetic math').count(), 2);
  await page.close();
});

test('one can look back at an earlier step', async () => {
  const page = await playground(context);
  await page.locator('#moment-slider').fill('1');
  await page.waitForFunction(() => /as it was after 1 update$/.test(document.querySelector('#moment').textContent));
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = 0\.3589/);
  await page.close();
});

test('a shared address opens with the same script', async () => {
  const page = await playground(context);
  await write(page, 'show 6 · 7 # größe');
  await page.click('#share');
  await page.waitForFunction(() => location.hash.length > 3);
  const other = await playground(context, { hash: new URL(page.url()).hash });
  assert.equal(await other.locator('.cm-content').innerText(), 'show 6 · 7 # größe');
  assert.equal((await output(other)).trim(), '6 · 7 = 42');
  await page.close();
  await other.close();
});

test('a script is saved as a file', async () => {
  const page = await playground(context);
  await write(page, 'show 1');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  assert.equal(download.suggestedFilename(), 'script.nn');
  assert.equal(readFileSync(await download.path(), 'utf8'), 'show 1');
  await page.close();
});

test('each sample runs', async () => {
  const page = await playground(context);
  const samples = await page.locator('#samples option').evaluateAll(options => options.map(o => o.value));
  for (const sample of samples.filter(name => !['digits.nn', 'activations.nn'].includes(name))) {
    await page.selectOption('#samples', sample);
    await ended(page);
    assert.match(await page.locator('#status').innerText(), /^done/, sample);
    assert.equal(await page.locator('#boundary').isVisible(), sample === 'xor.nn', sample);
  }
  await page.close();
});

test('an engine out of memory says so, and starts again', async () => {
  const page = await playground(context);
  await write(page, 'input x[20000]\nlayer h[9000] tanh\nlayer y[1] linear\nshow step');
  await page.click('#run');
  await ended(page, 120000);
  assert.match(await output(page), /memory/);
  await write(page, 'show 1 + 1');
  await run(page);
  assert.match(await output(page), /1 \+ 1 = 2/);
  await page.close();
});

test('a page made for a script has its files, and plays it', async () => {
  const given = { name: 'own.nn', script: `${NETWORK}include "more.nn"`, files: { 'more.nn': 'show error' }, plays: true };
  const page = await playground(context, { given });
  await page.waitForFunction(() => /Forward/.test(document.querySelector('#arithmetic').textContent));
  assert.match(await output(page), /error = 0\.298371109/);
  assert.equal(await page.locator('#samples').inputValue(), 'own.nn');
  await page.close();
});

test('axe finds nothing, at any size, in the light and in the dark', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  for (const [width, height] of [[360, 740], [1440, 900]]) {
    for (const colorScheme of ['light', 'dark']) {
      const narrow = await browser.newContext({ offline: true, viewport: { width, height }, colorScheme });
      const page = await playground(narrow);
      await page.addScriptTag({ path: axe });
      const look = async () => (await page.evaluate(() => window.axe.run())).violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' ')}`);
      assert.deepEqual(await look(), []);
      await page.click('#ahead');
      await page.locator('.part.place').first().waitFor();
      assert.deepEqual(await look(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${width} pixels are enough`);
      await narrow.close();
    }
  }
});

test('the page is at most 1.45 MB', () => assert.ok(statSync(PAGE).size <= 1.45e6, `${statSync(PAGE).size} bytes`));
