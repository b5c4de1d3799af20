// nn in a page: sessions that run in a Worker, so that the page stays alive.

/** What tokens() calls the style of a token, by its number. */
export const STYLES = ['', 'comment', 'number', 'text', 'word', 'name', 'unreadable'];

/** The forms of a result, to be added up: nn makes only those that a run asks for. */
export const FORMS = { text: 1, json: 2, html: 4 };

/** Whether this browser can run nn: it needs WebAssembly with garbage collection (a struct type is valid there only). */
export function canRun() {
    const module = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 127, 0]);
    return typeof WebAssembly === 'object' && typeof Worker === 'function' && WebAssembly.validate(module);
}

/** Says that a Worker ended, like one that ran out of memory. Its sessions are gone; start() makes another. */
export class EngineEnded extends Error {}

/** What an EngineEnded says after end(). */
export const ENDED = 'the engine was ended';

/** A started engine. All methods but stop() return promises. */
export class Engine {
    #worker;
    #address;
    #calls = new Map();
    #next = 1;
    /** Called with each file that a script writes: a path and a text. */
    onfile = () => {};

    /** Starts a Worker with the text of nn-worker.js and the bytes of nn.wasm. */
    static async start(workerText, wasm) {
        const engine = new Engine(workerText);
        await engine.#ask('load', wasm);
        return engine;
    }

    constructor(workerText) {
        this.#address = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
        this.#worker = new Worker(this.#address);
        this.#worker.onmessage = ({ data }) => this.#hear(data);
        this.#worker.onerror = event => this.#end(event.message || 'the Worker ended');
    }

    #hear({ id, event, progress, done, paused, value, failed, file, text }) {
        if (file !== undefined) {
            this.onfile(file, text);
            return;
        }
        const call = this.#calls.get(id);
        if (event) {
            call?.on.event?.(event);
        } else if (progress) {
            call?.on.progress?.(progress);
        } else if (done !== undefined) {
            call?.on.done?.(done);
        } else if (paused) {
            call?.on.paused?.();
        } else {
            this.#calls.delete(id);
            if (failed === undefined) call?.resolve(value);
            else this.#end(failed, call);
        }
    }

    /** A trap leaves sessions in no state to go on from. */
    #end(why, failed) {
        this.#worker.terminate();
        URL.revokeObjectURL(this.#address);
        const ended = new EngineEnded(why);
        failed?.reject(ended);
        for (const call of this.#calls.values()) call.reject(ended);
        this.#calls.clear();
        this.#worker = null;
    }

    #call(call, args, on = {}) {
        const id = this.#next++;
        const promise = new Promise((resolve, reject) => {
            if (!this.#worker) reject(new EngineEnded('the engine has ended'));
            else this.#calls.set(id, { resolve, reject, on });
        });
        this.#worker?.postMessage({ id, call, args });
        return { id, promise };
    }

    #ask(call, ...args) {
        return this.#call(call, args).promise;
    }

    /** Ends the Worker. */
    end() {
        if (this.#worker) this.#end(ENDED);
    }

    /** Gives the files that scripts may read: an object with a text for each path. */
    files(files) {
        return this.#ask('files', files);
    }

    /** Opens a session; its number. */
    open() {
        return this.#ask('open');
    }

    close(session) {
        return this.#ask('close', session);
    }

    /**
     * Runs a script. {done: a promise of the exit status, stop(), pause(), resume()}. The parts of `on`: event({kind, file, line,
     * from, to, text, json, html}), progress({step, done, total, loss}), done(the end of a statement that has run) and paused().
     * Options: typed (statement by statement, not checked as a whole first), prefix (what ids in the HTML begin with), forms.
     */
    run(session, name, text, on = {}, options = {}) {
        const { id, promise } = this.#call('run', [session, name, text, options], on);
        const tell = what => () => this.#worker?.postMessage({ [what]: id });
        return { done: promise, stop: tell('stop'), pause: tell('pause'), resume: tell('resume') };
    }

    /** Runs statements that only show something, even while a run of the session pauses; false if it can't be looked at. */
    look(session, text, on = {}, options = {}) {
        return this.#call('look', [session, text, options], on).promise;
    }

    /** The errors and notices of a script that doesn't run: {kind, file, line, from, to, text, title, label, notes}. */
    check(session, name, text) {
        return this.#ask('check', session, name, text);
    }

    /** The numbers of an expression, row after row, or null. */
    values(session, expression) {
        return this.#ask('values', session, expression);
    }

    /** A value as a sentence shows it, to so many significant digits or, for 0, to the session's; null if it isn't one value. */
    shown(session, expression, digits) {
        return this.#ask('shown', session, expression, digits);
    }

    /** Notes the present moment of a session; its number. */
    mark(session) {
        return this.#ask('mark', session);
    }

    goTo(session, moment) {
        return this.#ask('goTo', session, moment);
    }

    /** Goes back to an earlier step. */
    goBack(session, step) {
        return this.#ask('goBack', session, step);
    }

    forget(moment) {
        return this.#ask('forget', moment);
    }

    /** {step, layers: [{name, neurons}], weights, biases, values}. */
    outline(session) {
        return this.#ask('outline', session);
    }

    /** {from, choices: [{text, meaning, goesOn}]}. */
    completions(session, text, offset) {
        return this.#ask('completions', session, text, offset);
    }

    /** {from, to, name, value, help}, or null. */
    hover(session, text, offset) {
        return this.#ask('hover', session, text, offset);
    }

    /** What help says about a word; about the language for ''. */
    help(word) {
        return this.#ask('help', word);
    }

    /** Start, end and style of each token, one after another; STYLES names the styles. */
    tokens(text) {
        return this.#ask('tokens', text);
    }
}
