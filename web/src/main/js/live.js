
// A page whose scripts its reader can change and run. The Java side writes a script's session as data- attributes: data-new,
// data-name, data-after, data-skip, data-file.

import { ENDED, Engine, EngineEnded, FORMS, STYLES, canRun } from './nn.js';
import { unpack } from './unpack.js';

const NAME = 'example.nn';
/** How long a run may take to hear of a stop before nn is ended, in milliseconds. */
const PATIENCE = 2500;
const parts = JSON.parse(document.getElementById('nn-live').textContent);

/** The bytes of the engine, from the page or from beside it. */
async function engineBytes() {
    if (parts.address) {
        const response = await fetch(parts.address, { integrity: parts.integrity });
        if (!response.ok) throw new Error(`${parts.address}: ${response.status}`);
        return response.arrayBuffer();
    }
    return unpack(parts.engine);
}

let starting;

/** The engine; starts it at the first call, and again after it has ended. */
function engine() {
    starting ??= (async () => {
        const engine = await Engine.start(parts.worker, await engineBytes());
        await engine.files(parts.files);
        engine.onfile = redraw;
        return engine;
    })();
    starting.catch(() => (starting = undefined));
    return starting;
}

/** Shows a picture that a script has drawn again. */
function redraw(path, svg) {
    for (const image of document.querySelectorAll('img[data-path]')) {
        if (image.dataset.path !== path || !path.endsWith('.svg')) continue;
        image.dataset.shown ??= image.src;
        const drawn = `data:image/svg+xml;base64,${btoa(String.fromCharCode(...new TextEncoder().encode(svg)))}`;
        image.src = drawn;
        mark(image, drawn !== image.dataset.shown);
    }
}

/** Blocks in reading order, each with the one that it goes on from, and the values in sentences after it. */
function readBlocks() {
    const blocks = [];
    const named = new Map();
    let last = null;
    for (const element of document.querySelectorAll('pre.nn-script, .nn-value[data-expression]')) {
        if (element.matches('.nn-value')) {
            last?.values.push({ element, shown: element.textContent });
            continue;
        }
        const { dataset } = element;
        if (dataset.skip !== undefined) continue;
        const text = element.textContent;
        const parent = dataset.after ? named.get(dataset.after) : dataset.new !== undefined ? null : last;
        const block = { element, text, original: text, name: dataset.file || NAME, parent: parent ?? null, values: [], number: blocks.length + 1 };
        block.result = nextResult(element);
        block.shown = block.result?.innerHTML;
        if (dataset.name && !named.has(dataset.name)) named.set(dataset.name, block);
        blocks.push(block);
        last = block;
    }
    return blocks;
}

const all = [...document.querySelectorAll('pre.nn-script, .nn-result')];

/** The result that comes before the next script. */
function nextResult(script) {
    const next = all[all.indexOf(script) + 1];
    return next?.matches('.nn-result') ? next : null;
}

const escaped = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** The HTML of a block's events, as `nn docs render` writes it: text, mathematics and pictures, then what went wrong. */
function html(events) {
    const pieces = [];
    let text = '';
    const endText = style => {
        if (text) pieces.push(`<pre class="${style}" tabindex="0"><samp>${escaped(text)}</samp></pre>\n`);
        text = '';
    };
    const isMistake = event => event.kind === 'error' || event.kind === 'notice';
    for (const event of events.filter(event => !isMistake(event))) {
        if (event.html) {
            endText('nn-output');
            pieces.push(event.html);
        } else {
            text += event.text;
        }
    }
    endText('nn-output');
    text = events.filter(isMistake).map(event => event.text).join('\n');
    endText('nn-output nn-mistake');
    return pieces.join('');
}

const blocks = readBlocks();
let running = null;

/** Runs a block again, with all that it goes on from and all that goes on from it; shows what it changes. */
async function run(block, status) {
    const nn = await engine();
    const line = new Set();
    for (let at = block; at; at = at.parent) line.add(at);
    const fresh = new Set([block]);
    const todo = blocks.filter(one => {
        if (fresh.has(one.parent)) fresh.add(one);
        return fresh.has(one) || line.has(one);
    });
    const session = await nn.open();
    const moments = new Map([[null, await nn.mark(session)]]);
    let now = null;
    try {
        for (const one of todo) {
            if (one.parent !== now) await nn.goTo(session, moments.get(one.parent));
            const events = [];
            one.slips = [];
            running = nn.run(session, one.name, one.text, {
                event(event) {
                    events.push(event);
                    if (event.kind === 'error' && event.file === one.name) one.slips.push(event);
                },
                progress: ({ done, total, loss }) => (status.textContent = `${done} of ${total} updates, loss ${loss.toPrecision(6)}`),
            }, { prefix: `nn${one.number}-`, forms: FORMS.text + FORMS.html });
            const ended = await running.done;
            moments.set(one, await nn.mark(session));
            now = one;
            if (fresh.has(one)) await show(nn, session, one, events);
            if (ended === 130) break;
        }
    } finally {
        running = null;
        const left = [...moments.values()].map(moment => nn.forget(moment));
        await Promise.all([...left, nn.close(session)]).catch(() => {}); // an engine that has ended has forgotten all
    }
}

async function show(nn, session, block, events) {
    const made = html(events);
    if (block.result) {
        block.result.innerHTML = made;
        mark(block.result, block.result.innerHTML.trim() !== block.shown.trim());
    }
    paint(block, await nn.tokens(block.text));
    for (const value of block.values) {
        const { expression, digits } = value.element.dataset;
        const text = await nn.shown(session, expression, Number(digits));
        value.element.textContent = text ?? '–';
        mark(value.element, text !== value.shown);
    }
}

/** Marks what differs from the page as its author wrote it. */
function mark(element, differs) {
    element.classList.toggle('nn-changed', differs);
    if (differs) element.setAttribute('aria-description', 'differs from the page');
    else element.removeAttribute('aria-description');
}

/** Colours a script by nn's own tokens, and underlines what is wrong. */
function paint(block, tokens) {
    const marks = block.slips ?? [];
    const cuts = new Set([0, block.text.length]);
    for (let i = 0; i < tokens.length; i += 3) cuts.add(tokens[i]).add(tokens[i + 1]);
    for (const { from, to } of marks) cuts.add(from).add(Math.max(to, from + 1));
    const places = [...cuts].filter(at => at <= block.text.length).sort((a, b) => a - b);
    let token = 0;
    let painted = '';
    for (let i = 0; i + 1 < places.length; i++) {
        const [from, to] = [places[i], places[i + 1]];
        while (token < tokens.length && tokens[token + 1] <= from) token += 3;
        const style = token < tokens.length && tokens[token] <= from ? STYLES[tokens[token + 2]] : '';
        const slip = marks.some(mark => mark.from <= from && from < Math.max(mark.to, mark.from + 1));
        const names = [style && `nn-${style}`, slip && 'nn-slip'].filter(Boolean).join(' ');
        const text = escaped(block.text.slice(from, to));
        painted += names ? `<span class="${names}">${text}</span>` : text;
    }
    block.element.firstElementChild.innerHTML = painted + (block.area ? '\n' : '');
}

function button(words, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.onclick = action;
    return button;
}

/** Puts the buttons below a script. */
function addBar(block) {
    const bar = document.createElement('div');
    bar.className = 'nn-bar';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    const attempt = async work => {
        try {
            status.textContent = starting ? '' : 'Starting nn …';
            await work();
            status.textContent = block.text === block.original ? '' : 'Changed.';
        } catch (error) {
            starting = undefined;
            status.textContent = error.message === ENDED
                ? 'Stopped. nn starts again when you run a script.'
                : error instanceof EngineEnded
                ? 'nn ended; it probably ran out of memory. Make the network or the data smaller, and run again.'
                : `nn can't start: ${error.message}`;
        }
    };
    const runNow = () =>
        attempt(async () => {
            let waiting;
            runButton.textContent = 'Stop';
            runButton.onclick = async () => {
                running?.stop();
                const nn = await engine();
                waiting ??= setTimeout(() => nn.end(), PATIENCE); // over what doesn't hear of it, like a long derivation
            };
            try {
                await run(block, status);
            } finally {
                clearTimeout(waiting);
                runButton.textContent = 'Run';
                runButton.onclick = runNow;
            }
        });
    const runButton = button('Run', runNow);
    const back = button('Put back', () =>
        attempt(async () => {
            setText(block, block.original);
            await run(block, status);
            changed(); // it may have been changed again meanwhile
        }),
    );
    back.hidden = true;
    const changed = () => (back.hidden = block.text === block.original);
    const edit = button('Edit', () => attempt(() => openEditor(block, edit, changed, runNow)));
    bar.append(edit, runButton, back, status);
    block.element.after(bar);
    block.bar = bar;
}

function setText(block, text) {
    block.text = text;
    block.slips = [];
    if (block.area) block.area.value = text.replace(/\n$/, '');
    block.element.firstElementChild.textContent = text;
}

/** Lays a text area over the coloured script. */
async function openEditor(block, edit, changed, runNow) {
    const nn = await engine();
    const editor = document.createElement('div');
    editor.className = 'nn-editor';
    block.element.replaceWith(editor);
    editor.append(block.element);
    const area = document.createElement('textarea');
    area.value = block.text.replace(/\n$/, '');
    area.spellcheck = false;
    area.autocapitalize = 'off';
    area.setAttribute('autocomplete', 'off');
    area.setAttribute('aria-label', 'Script; Control and Enter run it, Escape leaves it');
    block.element.removeAttribute('tabindex');
    block.area = area;
    area.oninput = async () => {
        block.text = area.value + '\n';
        block.slips = [];
        block.element.firstElementChild.textContent = block.text + '\n';
        changed();
        const { text } = block, nn = await engine();
        const tokens = await nn.tokens(text);
        if (text === block.text) paint(block, tokens);
    };
    area.onkeydown = event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            runNow();
        } else if (event.key === 'Escape') {
            block.bar.querySelector('button:not([hidden])').focus();
        }
    };
    editor.append(area);
    paint(block, await nn.tokens(block.text));
    edit.hidden = true;
    area.focus();
}

if (canRun()) {
    blocks.filter(block => !block.element.hidden).forEach(addBar);
} else {
    const note = document.createElement('p');
    note.className = 'nn-note';
    note.textContent = "The scripts of this page can be changed and run in a newer browser: this one doesn't have WebAssembly with garbage collection.";
    document.querySelector('pre.nn-script')?.before(note);
}
