// The Worker that runs nn. TeaVM's runtime stands before this text. What it is asked for: {id, call, args}; its answers: {id,
// value} or {id, failed}; in between {id, event} and {id, progress}; {file, text} for each file that a script writes.
let engine;
let files = {};
const stopped = new Set();
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
    close(id, session) {
        turns.delete(session);
        engine.close(session);
    },
    run: (id, session, name, text, { typed = false, prefix = '' } = {}) =>
        inTurn(session, () => engine.run(session, name, text, typed, prefix, client(id))),
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
    forget: (id, moment) => engine.forget(moment),
    outline: (id, session) => JSON.parse(engine.outline(session)),
    completions: (id, session, text, offset) => JSON.parse(engine.completions(session, text, offset)),
    hover: (id, session, text, offset) => JSON.parse(engine.hover(session, text, offset)),
    help: (id, word) => engine.help(word),
    tokens: (id, text) => engine.tokens(text),
};

onmessage = async ({ data }) => {
    if (data.stop !== undefined) {
        stopped.add(data.stop);
        return;
    }
    const { id, call, args } = data;
    try {
        postMessage({ id, value: (await calls[call](id, ...args)) ?? null });
    } catch (error) {
        postMessage({ id, failed: String((error && error.message) || error) });
    } finally {
        stopped.delete(id);
    }
};
