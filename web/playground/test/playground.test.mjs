import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fromBase85, toBase85 } from '../../src/main/js/base85.js';
import { ended, launch, output, PAGE, playground, run, serve, write } from './page.mjs';

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
before(async () => {
  ({ browser } = await launch());
  context = await browser.newContext({ offline: true, reducedMotion: 'reduce' });
});
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

test('a change that has not run is marked, until it runs or is undone', async () => {
  const page = await playground(context), status = page.locator('#status'), mark = page.locator('#network .changed'), done = await status.innerText();
  assert.equal(await mark.isVisible(), false);
  await page.click('.cm-content');
  await page.keyboard.type('#');
  assert.equal(await status.innerText(), 'changed, not run yet');
  assert.equal(await mark.isVisible(), true);
  await page.keyboard.press('ControlOrMeta+z');
  assert.deepEqual([await status.innerText(), await mark.isVisible()], [done, false]);
  await write(page, 'show 1');
  assert.equal(await mark.isVisible(), true);
  await run(page);
  assert.match(await status.innerText(), /^done/);
  assert.equal(await mark.isVisible(), false);
  await page.close();
});

test('small numbers fit into their neurons', async () => {
  const page = await playground(context);
  await write(page, `${NETWORK}target = [0.7513, 0.7729]\nweights h = [0, 0; 0, -0.000046]\nbias h = 0`);
  await run(page);
  const fit = () => page.locator('.words').evaluateAll(all => all.flatMap(words => {
    const shape = [...document.querySelectorAll('.part .shape')].map(s => s.getBoundingClientRect()), more = words.querySelector('.more')?.getBoundingClientRect();
    return !more?.width || shape.some(s => s.left <= more.left && more.right <= s.right && s.top <= more.top && more.bottom <= s.bottom + 1) ? [] : words.textContent;
  }));
  assert.match(await page.locator('#diagram').textContent(), /net −5e−6/);
  assert.deepEqual(await fit(), []);
  await page.click('#last');
  await page.locator('#diagram', { hasText: 'δ' }).waitFor();
  assert.deepEqual(await fit(), []);
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

test('on a phone an error is shown at its line, and the player it ended is gone', async () => {
  const narrow = await browser.newContext({ offline: true, reducedMotion: 'reduce', viewport: { width: 360, height: 740 } });
  const page = await playground(narrow);
  await page.click('#ahead');
  await page.locator('.part.place').first().waitFor();
  for (const [end, words] of [['show eror', /^line 44: unknown name `eror`[^]*did you mean `error`/], ['expect error < 0', /^line 44: /]]) {
    await write(page, `${NETWORK}${'show 1\n'.repeat(33)}${end}`);
    await run(page);
    await page.locator('#wrong:not(:empty)').waitFor();
    assert.match(await page.locator('#wrong').innerText(), words);
    await page.waitForFunction(() => ['#wrong', '.cm-lintRange-error'].every(part => { // nothing lies over it
      const element = document.querySelector(part), { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }));
    assert.match(await page.locator('#arithmetic').innerText(), /Step through an update/);
  }
  await page.click('.cm-content');
  await page.keyboard.type('#');
  assert.equal(await page.locator('#wrong').isVisible(), false);
  await narrow.close();
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

test('questions while a new session begins get an answer', async () => {
  const page = await playground(context);
  await write(page, 'show 1 + 1\nsh');
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Control+Space');
    await page.keyboard.press('Control+Enter');
  }
  await ended(page);
  await page.keyboard.press('Escape');
  await write(page, 'show 1 + 1');
  await run(page);
  assert.equal((await output(page)).trim(), '1 + 1 = 2');
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
  await page.click('.go-on button');
  await ended(page, 120000);
  assert.match(await output(page), /step = 3000000/);
  assert.equal(await page.locator('.go-on').count(), 0);
  await page.close();
});

/** Runs a script, and stops it while it trains. */
async function stopped(page, script) {
  await write(page, script);
  await page.click('#run');
  await page.waitForFunction(() => /^step [\d,]+/.test(document.querySelector('#status').textContent));
  await page.click('#stop');
  await page.locator('.go-on').waitFor();
}

test('a run that is stopped within a block can be looked at, and goes on with all that is left of the block', async () => {
  const page = await playground(context);
  await stopped(page, `${NETWORK}repeat 3 {\n  train 1000000\n  show step\n}\nshow 1 + 1`);
  await page.locator('[data-part="w5"]').press('Enter');
  await page.locator('#arithmetic math').first().waitFor();
  await page.click('.go-on button');
  await ended(page, 120000);
  assert.equal((await output(page)).trim(), 'step = 1000000\nstep = 2000000\nstep = 3000000\n1 + 1 = 2');
  await page.close();
});

test('after a stop one can step through the next update, or run another script', async () => {
  const page = await playground(context);
  await stopped(page, `${NETWORK}train 100000000`);
  await page.click('#ahead');
  await page.locator('.part.place').first().waitFor();
  assert.equal(await page.locator('.go-on').count(), 0);
  await stopped(page, `${NETWORK}train 100000000`);
  await write(page, 'show 2 + 3');
  await run(page);
  assert.equal((await output(page)).trim(), '2 + 3 = 5');
  await page.close();
});

test('what cannot pause is ended by a stop, and what came before it is brought back', async () => {
  const page = await playground(context);
  await write(page, 'input x[2]\nlayer h[300] tanh\nlayer g[300] tanh\nlayer y[1] linear\ninput = [1, 2]\ntarget = 1\ntrain 3\nshow step\ncheck gradients\nshow 7');
  await page.click('#run');
  await page.locator('#output', { hasText: 'step = 3' }).waitFor();
  await page.click('#stop');
  await ended(page);
  assert.match(await output(page), /^step = 3\s+Stopped\. What was running could not pause, so nn has started again, and has run again what came before it\.$/);
  assert.equal(await page.locator('#status').innerText(), 'stopped after 3 updates');
  assert.match(await page.locator('#moment').innerText(), /after 3 updates/);
  await page.close();
});

test('a question that takes long can be stopped', async () => {
  const page = await playground(context);
  await write(page, 'input x[2]\nlayer h[1500] tanh\nlayer g[1500] tanh\nlayer y[1] linear\ndata = [1, 2 -> 1; 2, 1 -> 0]\nshow 7');
  await page.click('#run');
  await page.locator('#output', { hasText: '7 = 7' }).waitFor(); // the boundary takes long now
  await page.waitForFunction(() => !document.querySelector('#stop').disabled);
  await page.click('#stop');
  await ended(page);
  await write(page, 'show 1 + 1');
  await run(page);
  assert.equal((await output(page)).trim(), '1 + 1 = 2');
  await page.close();
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

test('the player shows the picture of the sample that it tells', async () => {
  const page = await playground(context);
  await page.selectOption('#samples', 'digits.nn');
  await ended(page);
  const picture = () => page.locator('#pixels canvas').evaluate(canvas => canvas.toDataURL()), first = await picture();
  await page.click('#ahead');
  await page.waitForFunction(() => /sample 1320 · line 1 /.test(document.querySelector('#arithmetic').textContent));
  assert.equal(await page.locator('#sample').innerText(), 'sample 1320');
  assert.equal(await page.locator('#pixels figcaption').innerText(), 'Sample 1320');
  assert.notEqual(await picture(), first);
  assert.match((await page.locator('#phases').innerText()).replace(/\s+/g, ' '), /^sample 1320 sample 342 .* Update$/);
  await page.click('#leave');
  await page.locator('#pixels figcaption', { hasText: /^Sample 1$/ }).waitFor();
  assert.equal(await picture(), first);
  await page.close();
});

test('the player begins at any step, and goes to any line', async () => {
  const page = await playground(context);
  const told = text => page.waitForFunction(text => document.querySelector('#arithmetic').textContent.includes(text), text);
  await page.locator('#moment-slider').fill('7');
  await page.waitForFunction(() => /after 7 updates/.test(document.querySelector('#moment').textContent));
  assert.equal(await page.locator('#beginning option:checked').innerText(), 'step 7');
  const before = await page.locator('[data-part="w5"]').getAttribute('aria-label');
  await page.click('#ahead');
  await told('line 1 of 33');
  assert.match(await page.locator('#moment').innerText(), /update 8,/);
  assert.equal((await page.locator('[data-part="w5"]').getAttribute('aria-label')).split(',')[0], before.split(',')[0]);
  await page.locator('#phases button', { hasText: 'Update' }).click();
  await told('Update');
  const first = await page.locator('#line-slider').inputValue();
  await told(`line ${first} of 33`);
  assert.match(await page.locator('#line-slider').getAttribute('aria-valuetext'), /^line \d+ of 33, Update$/);
  await page.locator('#line-slider').fill('3');
  await told('line 3 of 33');
  await page.locator('#line-slider').press('End');
  await told('line 33 of 33');
  assert.equal(await page.locator('#phases [aria-current]').innerText(), 'Update');
  await page.click('#leave');
  await page.waitForFunction(() => /after 10,000 updates/.test(document.querySelector('#moment').textContent));
  await page.close();
});

test('the page says what to do first, and does it', async () => {
  const page = await playground(context);
  await page.getByRole('button', { name: 'Change 0.01 on line 15' }).click();
  await page.keyboard.insertText('0.5');
  assert.match(await page.locator('.cm-content').innerText(), /target = \[0\.5, 0\.99\]/);
  await run(page);
  assert.match(await page.locator('#status').innerText(), /^done/);
  await page.getByRole('button', { name: /^See how w\d changes the error/ }).click();
  await page.waitForFunction(() => /How the error changes with w\d/.test(document.querySelector('#arithmetic').textContent));
  await page.selectOption('#samples', 'example.nn');
  await ended(page);
  await page.getByRole('button', { name: 'Step through an update' }).click();
  await page.waitForFunction(() => /Forward/.test(document.querySelector('#arithmetic').textContent));
  await page.close();
});

test('the network is shown for one sample after another', async () => {
  const page = await playground(context);
  await page.selectOption('#samples', 'xor.nn');
  await ended(page);
  const shows = (sample, x1, x2) => page.waitForFunction(
    ([sample, ...inputs]) => document.querySelector('#sample').textContent.includes(sample) && inputs.every((x, i) => document.querySelector(`[data-part="x${i + 1}"]`).getAttribute('aria-label') === `x${i + 1}, ${x}`),
    [`sample ${sample}`, x1, x2]);
  await shows(2, 0, 1);
  await page.click('#sample-after');
  await shows(3, 1, 0);
  await page.click('#sample-after');
  await shows(4, 1, 1);
  await page.click('#sample-after');
  await shows(1, 0, 0);
  assert.equal(await page.locator('#sample-before').isDisabled(), true);
  await page.close();
});

test('names and numbers of iris and a picture of digits are in the drawing', async () => {
  const narrow = await browser.newContext({ offline: true, reducedMotion: 'reduce', viewport: { width: 360, height: 740 } });
  for (const where of [context, narrow]) {
    const page = await playground(where);
    await page.selectOption('#samples', 'iris.nn');
    await ended(page);
    const words = (await page.locator('#diagram').textContent()).replaceAll('sepal_length', 'sepal_ length');
    for (const word of ['length', 'versicolor', 'virginica', '0.9944', '−1.158']) assert.ok(words.includes(word), `${word} in ${words}`);
    assert.doesNotMatch(words, /…/);
    await page.selectOption('#samples', 'digits.nn');
    await ended(page);
    assert.match(await page.locator('#pixels canvas').getAttribute('aria-label'), /^Sample 1, its 64 inputs as a picture$/);
    await page.close();
  }
  await narrow.close();
});

test('on a phone there is one heading for each part, a key of the colours, and all tools in a menu', async () => {
  const narrow = await browser.newContext({ offline: true, reducedMotion: 'reduce', viewport: { width: 360, height: 740 }, acceptDownloads: true });
  const page = await playground(narrow);
  for (const part of ['.legend', '#beginning']) assert.equal(await page.locator(part).isVisible(), true);
  assert.equal(await page.locator('#replay').innerText(), 'Watch');
  assert.equal(await page.locator('#results h2').evaluate(h2 => getComputedStyle(h2).clipPath !== 'none'), true);
  assert.equal(await page.locator('#share').isVisible(), false);
  await page.click('#menu');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
  assert.equal(download.suggestedFilename(), 'example.nn');
  assert.equal(await page.locator('#share').isVisible(), false);
  await page.getByRole('button', { name: 'Change 0.01 on line 15' }).click();
  await page.waitForFunction(() => scrollY > 0); // the editor is below
  await run(page);
  assert.equal(await page.evaluate(() => scrollY), 0, 'the network is in sight');
  await narrow.close();
});

test('the network is seen to learn when the page opens, until one does something', async () => {
  const moving = await browser.newContext({ offline: true, reducedMotion: 'no-preference' });
  const page = await playground(moving);
  await page.waitForFunction(() => /as it was after/.test(document.querySelector('#moment').textContent));
  await page.waitForFunction(() => /^after 10,000 updates$/.test(document.querySelector('#moment').textContent));
  await page.locator('#replay[aria-pressed=false]').waitFor();
  await page.click('#replay');
  await page.waitForFunction(() => /as it was after/.test(document.querySelector('#moment').textContent));
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#replay').getAttribute('aria-pressed'), 'false');
  const other = await playground(moving);
  await other.waitForFunction(() => /as it was after/.test(document.querySelector('#moment').textContent));
  await other.locator('[data-part="y1"]').click();
  await other.waitForFunction(() => /How y1/.test(document.querySelector('#arithmetic:not(.old)')?.textContent) && /^after 10,000/.test(document.querySelector('#moment').textContent));
  assert.equal(await other.locator('#moment-slider').inputValue(), '10000');
  await moving.close();
});

test('the page runs under a policy without unsafe-eval', async () => {
  const { address, close } = await serve(readFileSync(PAGE), "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; worker-src blob:");
  const online = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await online.newPage(), refused = [];
  page.on('console', message => { if (/policy/i.test(message.text())) refused.push(message.text()); });
  await page.goto(address);
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  assert.match(await output(page), /error = 3\.51018778e-05/);
  assert.deepEqual(refused, []);
  await online.close();
  close();
});

test('a browser that cannot run nn is told so, and still edits', async () => {
  const old = await browser.newContext({ offline: true, reducedMotion: 'reduce' });
  await old.addInitScript(() => { WebAssembly.validate = () => false; });
  const page = await playground(old), wrong = [];
  page.on('pageerror', error => wrong.push(error.message));
  assert.match(await output(page), /needs WebAssembly with garbage collection: Chrome 119/);
  await write(page, 'show 1');
  await page.locator('.cm-line').hover();
  await page.click('#share');
  await page.waitForFunction(() => location.hash.length > 3);
  assert.deepEqual(wrong, []);
  await old.close();
});

test('a weight shows its derivation, a neuron its net, also by keyboard', async () => {
  const page = await playground(context);
  await page.locator('[data-part="w5"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#arithmetic math').first().waitFor();
  assert.match(await page.locator('#arithmetic').innerText(), /How the error changes with w5/);
  await page.locator('[data-part="h1"]').click();
  await page.waitForFunction(() => /How h1 is computed/.test(document.querySelector('#arithmetic').textContent));
  assert.match(await page.locator('#arithmetic').innerText(), /net[^]*out/);
  await page.close();
});

test('one can look back at an earlier step', async () => {
  const page = await playground(context);
  await page.locator('#moment-slider').fill('1');
  await page.waitForFunction(() => /as it was after 1 update$/.test(document.querySelector('#moment').textContent));
  assert.match(await page.locator('[data-part="w5"]').getAttribute('aria-label'), /^w5 = 0\.3589/);
  await page.close();
});

test('the arithmetic of a part is of the step that is shown, until it is closed', async () => {
  const page = await playground(context), told = text => page.waitForFunction(text => document.querySelector('#arithmetic:not(.old)')?.innerText.includes(text), text);
  const out = async () => (await page.locator('[data-part="y1"]').getAttribute('aria-label')).match(/output ([\d.]+)/)[1];
  const now = await out();
  await page.locator('[data-part="y1"]').click();
  await told(now);
  await page.locator('#moment-slider').fill('100');
  await page.waitForFunction(() => /after 100 updates/.test(document.querySelector('#moment').textContent));
  assert.notEqual(await out(), now);
  await told(await out());
  for (const close of [() => page.keyboard.press('Escape'), () => page.locator('[data-part="y1"]').click(), () => page.locator('#diagram').click({ position: { x: 3, y: 3 } })]) {
    if (!(await page.locator('.part.chosen').count())) await page.locator('[data-part="y1"]').click();
    await told('How y1 is computed');
    await close();
    await told('Step through an update');
    assert.equal(await page.locator('.part.chosen').count(), 0);
  }
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
      const narrow = await browser.newContext({ offline: true, reducedMotion: 'reduce', viewport: { width, height }, colorScheme });
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

test('the page is at most 1.3 MB', () => assert.ok(statSync(PAGE).size <= 1.3e6, `${statSync(PAGE).size} bytes`));
