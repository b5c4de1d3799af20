// A live page from file://, without a network: edit, run, put back, a mistake's place, values in sentences, a stop, and an end of
// the memory; a page from a server that allows what the documentation says; a browser that can't run nn; accessibility. $NN names
// the command that renders; else it is the project's.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, launch, open } from './browser.mjs';

const LARGEST_TUTORIAL = 0.8e6;
const AXE = createRequire(path.join(ROOT, 'web/playground/package.json')).resolve('axe-core/axe.min.js');

const folder = mkdtempSync(path.join(tmpdir(), 'nn-live-'));
let failed = 0;

function expect(what, got, wanted) {
    const fine = wanted instanceof RegExp ? wanted.test(got) : got === wanted;
    if (!fine) {
        failed++;
        console.log(`${what}: expected ${wanted}, got ${JSON.stringify(got)}`);
    }
}

function render(document, page, ...options) {
    execFileSync(process.env.NN ?? path.join(ROOT, 'nn'), ['docs', 'render', '--live', ...options, document, '-o', page], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function expectAccessible(what, page) {
    await page.addScriptTag({ path: AXE });
    const { violations } = await page.evaluate(() => window.axe.run());
    expect(`${what}: what axe finds`, violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' ')}`).join('\n'), '');
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

await area.fill('new\ninput x[2]\nlayer h[300] tanh\nlayer g[300] tanh\nlayer y[1] linear\ninput = [1, 2]\ntarget = 1\ncheck gradients');
await area.press('Control+Enter');
await bars.nth(0).getByRole('button', { name: 'Stop' }).click();
await page.waitForFunction(() => document.querySelector('.nn-bar [role=status]').textContent === 'Stopped. nn starts again when you run a script.');
await bars.nth(0).getByRole('button', { name: 'Put back' }).click();
await page.waitForFunction(() => /^loss = 0\.066/.test(document.querySelectorAll('.nn-result')[1].innerText));

// accessibility: as it was rendered, with an editor, and with a mistake; without the page's policy, which keeps axe out
for (const [width, height] of [[360, 740], [1440, 900]]) {
    for (const colorScheme of ['light', 'dark']) {
        const other = await browser.newContext({ offline: true, viewport: { width, height }, colorScheme, bypassCSP: true });
        const one = await open(other, file);
        await expectAccessible(`${width} pixels, ${colorScheme}`, one);
        await one.locator('.nn-bar').nth(0).getByRole('button', { name: 'Edit' }).click();
        await one.locator('.nn-editor textarea').fill('show loss\nshow lss');
        await one.keyboard.press('Control+Enter');
        await one.locator('.nn-slip').waitFor();
        await expectAccessible(`${width} pixels, ${colorScheme}, with a mistake`, one);
        await other.close();
    }
}

// a browser without WebAssembly's garbage collection: the plain page, and why
const old = await browser.newContext({ offline: true });
await old.addInitScript(() => {
    WebAssembly.validate = () => false;
    WebAssembly.compile = WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('no garbage collection'));
});
const plain = await open(old, file);
expect('no buttons in an old browser', await plain.locator('.nn-bar, button').count(), 0);
expect('why', await plain.locator('.nn-note').innerText(), /can be changed and run in a newer browser: this one doesn't have WebAssembly with garbage collection/);
expect('the output that was rendered', await plain.locator('.nn-result').nth(1).innerText(), /^loss = 0\.066/);
await old.close();

// an engine for several pages, from a server whose policy allows only what docs/embedding.md names
const policy = [...readFileSync(path.join(ROOT, 'docs/embedding.md'), 'utf8').matchAll(/`((?:script|worker|connect)-src [^`]+)`/g)].map(([, rule]) => rule);
expect('the rules that the documentation names', policy.length, 3);
const site = path.join(folder, 'site.html');
render(source, site, '--engine', path.join(folder, 'nn.wasm'));
const types = { '.html': 'text/html; charset=utf-8', '.wasm': 'application/wasm' };
const server = createServer((request, response) => {
    const name = path.join(folder, path.basename(request.url));
    response.setHeader('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'; img-src data:; ${policy.join('; ')}`);
    response.setHeader('Content-Type', types[path.extname(name)] ?? 'text/plain');
    try {
        response.end(readFileSync(name));
    } catch {
        response.writeHead(404).end();
    }
}).listen(0, '127.0.0.1');
await new Promise(ready => server.once('listening', ready));
const visit = await browser.newContext();
const served = await visit.newPage();
const refused = [];
served.on('console', message => /policy/i.test(message.text()) && refused.push(message.text()));
await served.goto(`http://127.0.0.1:${server.address().port}/site.html`);
await served.locator('.nn-bar').nth(0).getByRole('button', { name: 'Edit' }).click();
await served.locator('.nn-editor textarea').fill('weights y = 3\nshow loss');
await served.keyboard.press('Control+Enter');
await served.locator('.nn-value.nn-changed').waitFor();
expect('an engine beside the page', await served.locator('.nn-result').nth(1).innerText(), /^loss = 0\.\d+/);
expect('what the policy refused', refused.join('\n'), '');
server.close();
await browser.close();

const tutorial = path.join(folder, 'tutorial.html');
render('docs/tutorial.md', tutorial);
const size = statSync(tutorial).size;
console.log(`the live tutorial: ${(size / 1e6).toFixed(2)} MB (at most ${LARGEST_TUTORIAL / 1e6})`);
if (size > LARGEST_TUTORIAL) failed++;
console.log(failed ? `${failed} failed` : 'the live page does what it should');
process.exit(failed ? 1 : 0);
