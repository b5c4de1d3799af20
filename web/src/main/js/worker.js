// The Worker that runs nn. TeaVM's runtime stands before this text. What it is asked for: {id, call, args}; its answers: {id,
// value} or {id, failed}; in between {id, event}, {id, progress}, {id, done} and {id, paused}; {file, text} for each file that a
// script writes. {stop}, {pause} and {resume} name a run by its id.
let engine;
let files = {};
const stopped = new Set();
const held = new Map(); // runs that are asked to pause, and whether they do
const turns = new Map(); // of each session the last run, after which the next begins

const lent = {
    read: path => (Object.hasOwn(files, path) ? files[path] : null),
    names: () => Object.keys(files).map(name => name + '\n').join(''),
    write(path, text) {
        files[path] = text;
        postMessage({ file: path, text });
    },
};

const client = id => ({
    event(kind, file, line, from, to, text, json, html) {
        postMessage({ id, event: { kind, file, line, from, to, text, json, html } });
    },
    progress(step, done, total, loss) {
        postMessage({ id, progress: { step, done, total, loss } });
    },
    done(to) {
        postMessage({ id, done: to });
    },
    paused() {
        if (!held.has(id) || stopped.has(id)) return false;
        if (!held.get(id)) postMessage({ id, paused: true });
        return !!held.set(id, true);
    },
    stopped: () => stopped.has(id),
});

/** One run of a session at a time. */
function inTurn(session, run) {
    const turn = (turns.get(session) ?? Promise.resolve()).then(run, run);
    turns.set(session, turn);
    return turn;
}

const calls = {
    async load(id, wasm) {
        engine = (await TeaVM.wasmGC.load(wasm)).exports;
    },
    files(id, given) {
        files = given;
    },
    open: () => engine.open(lent),
    close: (id, session) =>
        inTurn(session, () => {
            turns.delete(session);
            engine.close(session);
        }),
    run: (id, session, name, text, { typed = false, prefix = '', forms = 7 }) =>
        inTurn(session, () => engine.run(session, name, text, typed, prefix, forms, client(id))),
    look: (id, session, text, { prefix = '', forms = 7 }) => engine.look(session, text, prefix, forms, client(id)),
    check(id, session, name, text) {
        const found = [];
        const keep = (kind, file, line, from, to, text, json) =>
            found.push({ kind, file, line, from, to, text, ...JSON.parse(json) });
        engine.check(session, name, text, { ...client(id), event: keep });
        return found;
    },
    values: (id, session, expression) => engine.values(session, expression),
    shown: (id, session, expression, digits) => engine.shown(session, expression, digits),
    mark: (id, session) => engine.mark(session),
    goTo: (id, session, moment) => engine.goTo(session, moment),
    goBack: (id, session, step) => engine.goBack(session, step),
    forget: (id, moment) => engine.forget(moment),
    outline: (id, session) => JSON.parse(engine.outline(session)),
    completions: (id, session, text, offset) => JSON.parse(engine.completions(session, text, offset)),
    hover: (id, session, text, offset) => JSON.parse(engine.hover(session, text, offset)),
    help: (id, word) => engine.help(word),
    tokens: (id, text) => engine.tokens(text),
};

onmessage = async ({ data }) => {
    if (data.stop) return stopped.add(data.stop);
    if (data.pause) return held.set(data.pause, false);
    if (data.resume) return held.delete(data.resume);
    const { id, call, args } = data;
    try {
        postMessage({ id, value: (await calls[call](id, ...args)) ?? null });
    } catch (error) {
        postMessage({ id, failed: String((error && error.message) || error) });
    } finally {
        stopped.delete(id);
        held.delete(id);
    }
};
