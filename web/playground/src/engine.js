// nn as the page sees it: one engine, started again when it ends, and the session of the script.

import { canRun, Engine, EngineEnded, STYLES } from 'nn-engine';
import { valuesOf } from './network.js';
import { unpackedBytes } from './share.js';

/** How long a run may take to hear of a stop before its engine is ended, in milliseconds. */
const PATIENCE = 3000;
const NAME = 'script.nn';
const LOOKING = 'look.nn';
const MEMORY = /memory|allocation|RangeError|stack|too large/i;

/** Starts nn, in a worker with this text, with files that scripts may read; null if this browser can't run it. */
export function start(worker, files) {
  if (!canRun()) return null;
  const wasm = unpackedBytes('engine');
  let engine, session, empty, run, moment, ending, runs = 0;

  async function begin() {
    engine = await Engine.start(worker, await wasm);
    engine.files(files);
    engine.onfile = (path, written) => { files[path] = written; };
    [session, empty] = await Promise.all([engine.open(), engine.open()]);
  }
  const begun = begin();

  /** What an engine that has ended says; it has started again. */
  async function restarted(error) {
    if (!(error instanceof EngineEnded)) throw error;
    await (ending ??= begin().finally(() => { ending = null; }));
    return MEMORY.test(error.message) ? 'The engine ran out of memory, and has started again. Try a smaller network or less data.'
      : error.message === 'the engine was ended' ? 'Stopped. This was not a training run, so nothing is kept: the engine has started again.'
        : `The engine failed, and has started again: ${error.message}`;
  }

  /** Asks something; `nothing` is the answer of an engine that ends over it. */
  async function asked(question, nothing) {
    try {
      await begun;
      return await question();
    } catch (error) {
      await restarted(error);
      return nothing;
    }
  }

  /** Runs statements and collects what they show. */
  async function events(statements, where = session) {
    const all = [];
    await engine.run(where, LOOKING, statements, { event: event => all.push(event) }, { typed: true, prefix: `p${++runs}-` }).done;
    return all;
  }
  /** The network as `draw` shows it, with all its numbers; those that it leaves out of a large network are asked for. */
  async function drawing(at = '', where = session) {
    const [{ picture } = {}] = lines(await events(`draw${at}`, where));
    if (!picture) return null;
    const values = valuesOf(picture), missing = picture.edges.map(e => e.name).filter(name => name && !values.has(name));
    if (missing.length > 0) for (const { name, value } of lines(await events(`show ${missing.map(name => name + at).join(', ')}`, where))) values.set(name.replace(/ @ \d+$/, ''), value);
    return { diagram: picture, values };
  }

  return {
    /** Runs a script in a new session, or with `typed` in the present one. Ends with its status, or with what broke the engine. */
    async run(script, typed, on) {
      let waiting;
      try {
        await begun;
        if (!typed) {
          engine.close(session);
          session = await engine.open();
        }
        const running = engine.run(session, NAME, script, on, { typed, prefix: `r${++runs}-` }), ends = engine;
        run = {
          stop() {
            running.stop();
            waiting ??= setTimeout(() => ends.end(), PATIENCE);
          },
        };
        return { status: await running.done };
      } catch (error) {
        return { broken: await restarted(error) };
      } finally {
        clearTimeout(waiting);
        run = null;
      }
    },
    stop: () => run?.stop(),
    events: statements => asked(() => events(statements), []),
    /** What statements that only look give as JSON; nothing if they fail. */
    ask: statements => asked(async () => lines(await events(statements)), []),
    /** The network now, or with ` @ 7` as it was; null if there is none. */
    drawing: at => asked(() => drawing(at), null),
    /** The network that the first statements of a script declare; null if they declare none. */
    sketch: statements => asked(async () => {
      const own = await engine.open();
      await events(statements, own);
      const drawn = await drawing('', own);
      await engine.close(own);
      return drawn;
    }, null),
    /** The numbers of expressions, row after row; null for an expression without a value. A run that trains answers, too. */
    values: expressions => asked(() => Promise.all(expressions.map(expression => engine.values(session, expression))), expressions.map(() => null)),
    /** What is wrong with a text, and its tokens. */
    check: script => asked(async () => {
      const [problems, flat] = await Promise.all([engine.check(empty, NAME, script), engine.tokens(script)]);
      const tokens = [];
      for (let i = 0; i < flat.length; i += 3) if (STYLES[flat[i + 2]] && flat[i + 1] > flat[i]) tokens.push({ from: flat[i], to: flat[i + 1], kind: STYLES[flat[i + 2]] });
      return { problems: problems.filter(p => p.file === NAME), tokens };
    }),
    complete: (script, at) => asked(() => engine.completions(session, script, at), { from: at, choices: [] }),
    hover: (script, at) => asked(() => engine.hover(session, script, at), null),
    /** A telling of updates, which leaves the session as it was. */
    telling: {
      async begin(fromStart) {
        moment = await engine.mark(session);
        if (fromStart) await events('reset');
      },
      async end() {
        await engine.goTo(session, moment);
        await engine.forget(moment);
      },
      async next() {
        const [{ diagram, values }, [{ value: step }]] = [await drawing(), lines(await events('step'))];
        const told = await events('next'), wrong = told.find(e => e.kind === 'error');
        if (wrong) throw new Error(JSON.parse(wrong.json).title);
        const made = told.filter(e => e.kind === 'narrated').flatMap(narrated);
        for (const line of made) line.given = line.starts && line.sample ? await givenBy(line.sample) : [];
        return { diagram, values, step, lines: made };
      },
    },
  };

  /** The inputs and targets of a sample, by name. */
  async function givenBy(sample) {
    const [{ picture }] = lines(await events(`${sample}; draw`));
    const inputs = new Set(picture.columns[0].nodes.map(node => node.name));
    return [...valuesOf(picture)].filter(([name]) => inputs.has(name) || name.startsWith('target('));
  }
}

/** The lines of JSON of events; problems have none. */
export const lines = events => events.filter(e => e.kind !== 'error' && e.kind !== 'notice').flatMap(e => e.json.split('\n').filter(Boolean).map(line => JSON.parse(line)));

/** The lines of a pass or an update: what each computes, from what, and its mathematics. */
function narrated(event) {
  const [part, sample] = event.text.split('\n', 1)[0].split(', ');
  const values = new Map(lines([event]).map(({ name, value }) => [name, value]));
  const page = new DOMParser().parseFromString(event.html, 'text/html');
  const elements = [...page.querySelectorAll('[data-name]')].filter(element => element.textContent.trim() !== '⋯');
  return elements.map((element, i) => ({
    name: element.dataset.name,
    value: values.get(element.dataset.name),
    part, sample,
    starts: i === 0 && part === 'forward',
    formula: element.querySelector('mtr')?.lastElementChild.textContent ?? '',
    math: element.querySelector('math').outerHTML,
  }));
}
