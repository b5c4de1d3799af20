// A live page from file://, without a network: edit, run, put back, a mistake's place, values in sentences, a stop, and an end of
// the memory. $NN names the command that renders; else it is the project's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, launch, open } from './browser.mjs';

const LARGEST_TUTORIAL = 1.4e6;

const folder = mkdtempSync(path.join(tmpdir(), 'nn-live-'));
let failed = 0;

function expect(what, got, wanted) {
    const fine = wanted instanceof RegExp ? wanted.test(got) : got === wanted;
    if (!fine) {
        failed++;
        console.log(`${what}: expected ${wanted}, got ${JSON.stringify(got)}`);
    }
}

function render(document, page) {
    execFileSync(process.env.NN ?? path.join(ROOT, 'nn'), ['docs', 'render', '--live', document, '-o', page], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
}

const source = path.join(folder, 'page.md');
writeFileSync(source, `# A page

\`\`\`nn hidden name=net
input x[1]
layer y[1] sigmoid
weights y = 2
data = [0 -> 0; 1 -> 1]
\`\`\`

\`\`\`nn
show loss
\`\`\`

\`\`\`output
loss = 0.0662733391
\`\`\`

The loss is <!-- nn: loss, 3 -->0.0663<!-- /nn -->.

\`\`\`nn
train 10
explain w1
\`\`\`

\`\`\`nn after=net
draw to "net.svg"
show w1
\`\`\`

\`\`\`output
w1 = 2
\`\`\`

![the network](net.svg)
`);
const file = path.join(folder, 'page.html');
render(source, file);
const { browser, context } = await launch();
const page = await open(context, file);
const bars = page.locator('.nn-bar');
const results = page.locator('.nn-result');
const settled = bar => bar.getByRole('button', { name: 'Run' }).waitFor();

expect('the scripts with buttons', await bars.count(), 3);
await bars.nth(0).getByRole('button', { name: 'Run' }).click();
await page.waitForFunction(() => document.querySelector('.nn-bar [role=status]').textContent === '');
await settled(bars.nth(0));
expect('an unchanged script marks nothing but what the page left out', await page.locator('.nn-value.nn-changed').count(), 0);
expect('its output', await results.nth(1).innerText(), /^loss = 0\.066/);
expect('its mark', await results.nth(1).getAttribute('class'), 'nn-result');
expect('a later block of the same session', await results.nth(2).locator('math').count(), 1);

await bars.nth(0).getByRole('button', { name: 'Edit' }).click();
const area = page.locator('.nn-editor textarea').first();
await area.fill('weights y = 3\nshow loss');
await area.press('Control+Enter');
await page.locator('.nn-value.nn-changed').waitFor();
await settled(bars.nth(0));
expect('the changed output', await results.nth(1).getAttribute('class'), 'nn-result nn-changed');
expect('the changed value', await page.locator('.nn-value').innerText(), /^0\.\d+$/);
expect('a block of another branch', await results.nth(3).innerText(), /^w1 = 2\n?$/);
expect('the colours', await page.locator('.nn-editor .nn-word').first().innerText(), 'weights');

await area.fill('show loss\nshow lss');
await area.press('Control+Enter');
await page.locator('.nn-slip').waitFor();
expect("a mistake's place", await page.locator('.nn-slip').innerText(), 'lss');
expect("a mistake's line", await page.locator('.nn-mistake').first().innerText(), /example\.nn:2:6/);

await bars.nth(0).getByRole('button', { name: 'Put back' }).click();
await page.waitForFunction(() => document.querySelectorAll('.nn-value.nn-changed').length === 0);
await page.waitForFunction(() => document.querySelectorAll('.nn-slip').length === 0);
await results.nth(1).filter({ hasText: 'loss = 0.066' }).waitFor();
expect('put back', await results.nth(1).innerText(), /^loss = 0\.066/);

await bars.nth(2).getByRole('button', { name: 'Run' }).click();
await page.locator('img[data-shown]').waitFor();
await settled(bars.nth(2));
expect('a picture drawn again is the same', await page.locator('img.nn-changed').count(), 0);
await bars.nth(2).getByRole('button', { name: 'Edit' }).click();
const other = page.locator('.nn-editor textarea').nth(1);
await other.fill('w1 = 4; draw to "net.svg"');
await other.press('Control+Enter');
await page.locator('img.nn-changed').waitFor();

await area.fill('train 100000000');
await area.press('Control+Enter');
await page.waitForFunction(() => document.querySelector('.nn-bar [role=status]').textContent.includes('updates'));
await bars.nth(0).getByRole('button', { name: 'Stop' }).click();
await page.waitForFunction(() => document.querySelectorAll('.nn-result')[1].textContent.includes('stopped at step'));

await area.fill('new\ninput x[9000]\nlayer h[9000] sigmoid\nlayer g[9000] sigmoid\nshow w1');
await area.press('Control+Enter');
await page.waitForFunction(
    () => /ended|memory/.test(document.querySelector('.nn-bar [role=status]').textContent + document.querySelectorAll('.nn-result')[1].textContent),
    null,
    { timeout: 120_000 },
);
await bars.nth(0).getByRole('button', { name: 'Put back' }).click();
await page.waitForFunction(() => /^loss = 0\.066/.test(document.querySelectorAll('.nn-result')[1].innerText));
await browser.close();

const tutorial = path.join(folder, 'tutorial.html');
render('docs/tutorial.md', tutorial);
const size = statSync(tutorial).size;
console.log(`the live tutorial: ${(size / 1e6).toFixed(2)} MB (at most ${LARGEST_TUTORIAL / 1e6})`);
if (size > LARGEST_TUTORIAL) failed++;
console.log(failed ? `${failed} failed` : 'the live page does what it should');
process.exit(failed ? 1 : 0);
