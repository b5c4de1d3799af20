// Every script prints in a page what it prints on Java, byte for byte, as text and as JSON. The argument: what Java printed.
import { readFileSync } from 'node:fs';
import { enginePage, launch } from './browser.mjs';

const MOST_SHOWN = 10;

const { files, runs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { browser, context } = await launch();
const page = await enginePage(context);
await page.evaluate(async files => {
    window.engine = await start();
    window.run = async (file, text) => {
        await engine.files(files);
        const session = await engine.open();
        const printed = { text: '', json: '', diagnostics: '' };
        const status = await engine.run(session, file, text, {
            event(event) {
                if (event.kind === 'error' || event.kind === 'notice') {
                    printed.diagnostics += (printed.diagnostics && '\n') + event.text;
                } else {
                    printed.text += event.text;
                    printed.json += event.json;
                }
            },
        }).done;
        await engine.close(session);
        return { ...printed, status };
    };
}, files);

/** The first line in which two texts differ. */
function difference(expected, got) {
    const [a, b] = [expected.split('\n'), got.split('\n')];
    const line = a.findIndex((text, i) => text !== b[i]);
    return `line ${line + 1}\n    on Java    ${a[line]}\n    in a page  ${b[line]}`;
}

let same = 0;
const differences = [];
for (const [file, expected] of Object.entries(runs)) {
    let got;
    try {
        got = await page.evaluate(([file, text]) => run(file, text), [file, files[file]]);
    } catch (error) {
        differences.push(`${file}: ${error.message}`);
        await page.evaluate(async () => (window.engine = await start()));
        continue;
    }
    for (const part of ['text', 'json', 'diagnostics', 'status']) {
        if (got[part] === expected[part]) same++;
        else differences.push(`${file}, ${part}: ${difference(String(expected[part]), String(got[part]))}`);
    }
}
await browser.close();
console.log(`${Object.keys(runs).length} scripts: ${same} outputs the same, ${differences.length} different`);
differences.slice(0, MOST_SHOWN).forEach(text => console.log(text));
process.exit(differences.length === 0 && same > 0 ? 0 : 1);
