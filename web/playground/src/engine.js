// nn as the page sees it: one engine, started again when it ends, and the session of the script.

import { canRun, Engine, ENDED, EngineEnded, FORMS, STYLES } from 'nn-engine';
import { valuesOf } from './network.js';
import { unpacked } from './packed.js';

/** How long a run may take to hear of a stop before its engine is ended, in milliseconds. */
const PATIENCE = 2500;
/** After how many milliseconds a question counts as long. */
const LONG = 400;
const NAME = 'script.nn';
const LOOKING = 'look.nn';
const MEMORY = /memory|allocation|RangeError|stack|too large/i;

/**
 * Starts nn, in a worker with this text, with files that scripts may read; null if this browser can't run it.
 *
 * @param busy called when a question begins to take long, with true, and when none does any more
 * @param tell called with what to say when an engine has ended over a question
 */
export function start(worker, files, busy, tell) {
  if (!canRun()) return null;
  const wasm = unpacked('engine');
  let engine, session, empty, run, moment, ending, runs = 0, slow = 0;
  let past = ''; // what has brought the session to where it is

  async function begin() {
    engine = await Engine.start(worker, wasm);
    engine.files(files);
    engine.onfile = (path, written) => { files[path] = written; };
    [session, empty] = await Promise.all([engine.open(), engine.open()]);
  }
  const begun = begin();

  /** What an engine that has ended says. Another has started, and brought its session to where this one's was. */
  async function restarted(error, progress) {
    if (!(error instanceof EngineEnded)) throw error;
    await (ending ??= (async () => {
      const script = past;
      past = ''; // so that a script that ends each engine is run again once only
      await begin();
      if (script === '') return;
      const replay = engine.run(session, NAME, script, { progress }, { forms: 0 }), ends = engine;
      run = { stop: () => { replay.stop(); setTimeout(() => run && ends.end(), PATIENCE); } };
      await replay.done.then(() => { past = script; }, begin);
    })().finally(() => { ending = run = null; }));
    return MEMORY.test(error.message) ? 'The engine ran out of memory, and has started again. Try a smaller network or less data.'
      : error.message === ENDED ? 'Stopped. What was running could not pause, so nn has started again, and has run again what came before it.'
        : `The engine failed, and has started again: ${error.message}`;
  }

  /** Asks something; `nothing` is the answer of an engine that ends over it. */
  async function asked(question, nothing) {
    let late = false;
    const timer = setTimeout(() => { late = true; busy(++slow > 0); }, LONG);
    try {
      await begun;
      return await question();
    } catch (error) {
      tell(await restarted(error));
      return nothing;
    } finally {
      clearTimeout(timer);
      if (late) busy(--slow > 0);
    }
  }

  /** Runs statements and collects what they show, in some forms. While the script runs they may only look. */
  async function events(statements, forms = FORMS.json, where = session) {
    const all = [], on = { event: event => all.push(event) }, options = { typed: true, prefix: `p${++runs}-`, forms };
    if (run && where === session) await engine.look(where, statements, on, options);
    else await engine.run(where, LOOKING, statements, on, options).done;
    return all;
  }
  const read = async statements => lines(await events(statements));

  /** The network as `draw` shows it, with all its numbers; those that it leaves out of a large network are asked for. */
  async function drawing(at = '') {
    const [{ picture } = {}] = await read(`draw${at}`);
    if (!picture) return null;
    const values = valuesOf(picture), missing = picture.edges.map(e => e.name).filter(name => name && !values.has(name));
    if (missing.length > 0) for (const { name, value } of await read(`show ${missing.map(name => name + at).join(', ')}`)) values.set(name.replace(/ @ \d+$/, ''), value);
    return { diagram: picture, values };
  }

  /** Ends a run that is paused, where it is. */
  async function release() {
    if (!run?.paused) return;
    run.task.stop();
    await run.ended;
  }

  return {
    /** Runs a script in a new session. Ends with its status, or with what broke the engine. */
    async run(script, on) {
      let waiting, over;
      try {
        await begun;
        await release();
        const last = session;
        session = await engine.open(); // until then questions go to the last one
        engine.close(last);
        past = '';
        const task = engine.run(session, NAME, script, {
          ...on,
          done: to => { past = script.slice(0, to); },
          paused() {
            clearTimeout(waiting);
            run.paused = true;
            on.paused();
          },
        }, { prefix: `r${++runs}-`, forms: FORMS.text + FORMS.html }), ends = engine;
        run = {
          task,
          ended: new Promise(resolve => { over = resolve; }),
          stop() {
            task.pause();
            clearTimeout(waiting);
            waiting = setTimeout(() => ends.end(), PATIENCE);
          },
        };
        return { status: await task.done };
      } catch (error) {
        return { broken: await restarted(error, on.progress) };
      } finally {
        clearTimeout(waiting);
        run = null;
        over?.();
      }
    },
    /** Lets a run that is paused go on. */
    goOn() {
      run.paused = false;
      run.task.resume();
    },
    /** Pauses the run; ends the engine if it doesn't hear of it, or over a question that takes long. */
    stop() {
      if (run) run.stop();
      else if (slow > 0) engine.end();
    },
    events: statements => asked(() => events(statements, FORMS.text + FORMS.json + FORMS.html), []),
    /** What statements that only look give as JSON; nothing if they fail. */
    ask: statements => asked(() => read(statements), []),
    /** The network now, or with ` @ 7` as it was; null if there is none. */
    drawing: at => asked(() => drawing(at), null),
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
      async begin(step) {
        await release();
        moment = await engine.mark(session);
        await engine.goBack(session, step);
      },
      async end() {
        await engine.goTo(session, moment);
        await engine.forget(moment);
      },
      async next() {
        const [{ diagram, values }, [{ value: step }]] = [await drawing(), await read('step')];
        const told = await events('next', FORMS.text + FORMS.json + FORMS.html), wrong = told.find(e => e.kind === 'error');
        if (wrong) throw new Error(JSON.parse(wrong.json).title);
        const made = told.filter(e => e.kind === 'narrated').flatMap(narrated);
        for (const line of made) line.given = line.starts && line.sample ? await givenBy(line.sample) : [];
        return { diagram, values, step, lines: made };
      },
    },
  };

  /** The inputs and targets of a sample, by name; `input` is all inputs, of which a drawing may leave out some. */
  async function givenBy(sample) {
    const [{ picture }] = await read(`${sample}; draw`);
    const inputs = new Set(picture.columns[0].nodes.map(node => node.name));
    return [['input', await engine.values(session, 'input')], ...[...valuesOf(picture)].filter(([name]) => inputs.has(name) || name.startsWith('target('))];
  }
}

/** The lines of JSON of events; problems have none. */
export const lines = events => events.filter(e => e.kind !== 'error' && e.kind !== 'notice').flatMap(e => e.json.split('\n').filter(Boolean).map(line => JSON.parse(line)));

/** The lines of a pass or an update: what each computes, from what, and its mathematics. */
function narrated(event) {
  const [part, sample] = event.text.split('\n', 1)[0].split(', ');
  const values = new Map(lines([event]).map(({ name, value }) => [name, value]));
  const page = new DOMParser().parseFromString(event.html, 'text/html');
  const groups = []; // the rows of each line, which begin with one that has a name
  for (const row of page.querySelectorAll('math > mtable > mtr')) row.dataset.name === undefined ? groups.at(-1).push(row) : groups.push([row]);
  return groups.filter(([row]) => row.textContent.trim() !== '⋯').map((rows, i) => {
    const [{ dataset: { name }, children }] = rows;
    for (const cell of children) cell.style.paddingTop = 0;
    return {
      name,
      value: values.get(name),
      part, sample,
      starts: i === 0 && part === 'forward',
      formula: children[1].textContent,
      math: `<math display="block"><mtable displaystyle="true">${rows.map(row => row.outerHTML).join('')}</mtable></math>`,
    };
  });
}
