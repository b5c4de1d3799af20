// The page: an editor, a network that lives, and what nn says.

import { lines, start } from './engine.js';
import { editor } from './editor.js';
import { NetworkView, brief } from './network.js';
import { BoundaryPicture, LossCurve } from './charts.js';
import { Player } from './player.js';
import { epochsOf, rest } from './rest.js';
import { fragment, script as shared, unpacked } from './share.js';

const $ = id => document.getElementById(id);
const make = (name, cls, text = '') => Object.assign(document.createElement(name), { className: cls, textContent: text });
const FIRST = 'example.nn';

// ---- light and dark ----

const stored = (key, value) => {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null; // a page from a file may have no storage
  }
};
const dark = matchMedia('(prefers-color-scheme: dark)');
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  $('theme').setAttribute('aria-pressed', String(theme === 'dark'));
  boundary?.draw(boundary.field);
}
let boundary;
setTheme(stored('nn-theme') ?? (dark.matches ? 'dark' : 'light'));
dark.addEventListener('change', () => stored('nn-theme') ?? setTheme(dark.matches ? 'dark' : 'light'));
$('theme').onclick = () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  stored('nn-theme', theme);
  setTheme(theme);
};

// ---- what the page brings with it ----

const { scripts, files, worker } = JSON.parse(await unpacked('texts'));
const given = JSON.parse($('given').textContent);
Object.assign(files, given?.files);
const nn = start(worker, files);

// ---- the pictures ----

const network = new NetworkView($('diagram'), explainPart);
const loss = new LossCurve($('loss'));
boundary = new BoundaryPicture($('boundary'));
let moment = { last: 0, curve: [] };

/** Asks the session for pictures and numbers as they are now, or were at a step; shows what there is. */
async function refresh(step = null) {
  const at = step === null ? '' : ` @ ${step}`;
  const drawn = await nn.drawing(at);
  if (!drawn) {
    $('diagram').replaceChildren(make('p', 'hint', 'A script that declares a network has it drawn here.'));
    network.diagram = null;
  } else {
    network.draw(drawn.diagram, drawn.values);
  }
  if (step === null) {
    const [last] = await nn.ask('step');
    const [curve] = last?.value > 0 ? await nn.ask('plot loss') : [];
    moment = { last: last?.value ?? 0, curve: curve ? curve.picture.curves[0].x.map((x, i) => [x, curve.picture.curves[0].y[i]]) : [] };
    $('time').hidden = $('from').hidden = !(moment.last > 0);
    Object.assign($('moment-slider'), { max: moment.last, value: moment.last });
  }
  loss.draw(moment.curve, step);
  tellMoment(step ?? moment.last);
  const inputs = drawn?.diagram.columns[0].nodes.filter(n => n.kind === 'input').length;
  const [field] = inputs === 2 ? await nn.ask(`plot boundary${at}`) : [];
  boundary.draw(field && trained(field.picture) ? field.picture : null);
}

const trained = field => field.points.length > 1;

function tellMoment(step) {
  const text = moment.last === 0 ? 'before training' : step === moment.last ? `after ${count(step, 'update')}` : `as it was after ${count(step, 'update')}`;
  $('moment').textContent = network.diagram ? text : '';
  $('moment-step').textContent = `step ${step.toLocaleString('en')}`;
}
const count = (n, word) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;

let looking = null;
$('moment-slider').oninput = async () => {
  const asked = +$('moment-slider').value;
  const busy = looking !== null;
  looking = asked;
  if (busy) return; // the one under way sees the newest wish when it is done
  await player.leave();
  for (let shown = null; shown !== looking;) await refresh(shown = looking);
  looking = null;
};

// ---- derivations ----

async function explainPart(name, kind) {
  if (player.active) await pausePlayer();
  const at = +$('moment-slider').value, step = moment.last > 0 && at < moment.last ? ` @ ${at}` : '';
  const asks = {
    weight: [`explain grad(${name})${step}`], bias: [`explain grad(${name})${step}`], input: [`show ${name}${step}`],
    neuron: [`explain net(${name})${step}`, `explain out(${name})${step}`], error: [`explain error${step}`],
  }[kind];
  const title = { weight: `How the error changes with ${name}`, bias: `How the error changes with ${name}`, input: `Input ${name}`, neuron: `How ${name} is computed`, error: 'The error' }[kind];
  network.mark(name);
  const events = (await Promise.all(asks.map(text => nn.events(text)))).flat();
  const box = $('arithmetic');
  const [{ name: of, value } = {}] = kind === 'weight' || kind === 'bias' ? lines(events.slice(0, 1)) : [];
  box.replaceChildren(make('h3', '', of ? `${title}: ${of.replace(/^grad\((.*)\)/, '∂error/∂$1')} = ${brief(value)}` : title), ...events.map(item));
  box.scrollTop = 0;
}

// ---- output ----

const isProblem = event => event.kind === 'error' || event.kind === 'notice';

/** An event as an element: mathematics, a picture, or text. */
function item(event) {
  const element = make('div', 'item');
  if (event.html) {
    element.innerHTML = event.html;
    if (!event.html.startsWith('<svg')) element.classList.add('math');
  } else {
    element.append(make('pre', isProblem(event) ? 'mistake' : '', event.text.replace(/\n$/, '')));
  }
  return element;
}

const PAGE = 200; // results shown at once; a script may print thousands
function print(event) {
  if ($('output').childElementCount >= PAGE) {
    if ($('output').childElementCount === PAGE) $('output').append(make('p', 'hint', `Only the first ${PAGE} results are shown.`));
    return;
  }
  if ($('output').childElementCount === 0) performance.mark('nn-output');
  const element = item(event);
  element.onpointerenter = () => { element.classList.add('pointed'); script.point(event.from, event.to); };
  element.onpointerleave = () => { element.classList.remove('pointed'); script.point(null); };
  $('output').append(element);
}

function say(text, bad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', bad);
}

// ---- running ----

let running = false;
let training = false; // from the start of a run in the engine to its end there
function setRunning(now) {
  running = now;
  document.body.classList.toggle('is-running', now);
  $('run').disabled = now;
  $('stop').disabled = !now;
  for (const id of ['first', 'back', 'play', 'ahead', 'last', 'moment-slider']) $(id).disabled = now;
}

/** Runs the script in a new session, or with `left` in the present one: what is left of a script that was stopped. */
async function run(left = null) {
  if (running) return;
  setRunning(true);
  lastTold = null;
  sketched = left === null ? null : script.text;
  await player.leave();
  network.mark(null);
  say('running …');
  $('output').querySelector('.go-on')?.remove();
  const text = script.text, problems = [], live = left === null ? [] : moment.curve.slice();
  if (left === null) {
    $('output').replaceChildren();
    const wrong = (await nn.check(text))?.problems.filter(p => p.kind === 'error') ?? [];
    if (wrong.length > 0) return refuse(wrong);
    hint();
  }
  const began = performance.now();
  training = true;
  const end = await nn.run(left ?? text, left !== null, {
    event(event) {
      if (isProblem(event)) problems.push({ ...event, ...JSON.parse(event.json) });
      print(event);
    },
    progress: told => follow(told, live),
  });
  const time = performance.now() - began;
  training = false;
  script.show(problems.filter(p => p.file === 'script.nn'));
  await refresh();
  setRunning(false);
  if (end.broken) {
    say('the engine started again', true);
    print({ kind: 'error', text: end.broken });
    return select('output');
  }
  const wrong = problems.filter(p => p.kind === 'error').length;
  say(end.status === STOPPED ? `stopped after ${count(moment.last, 'update')}` : wrong ? count(wrong, 'error') : `done in ${time < 10 ? time.toFixed(1) : Math.round(time)} ms`, wrong > 0);
  if (end.status === STOPPED) await offerRest(left ?? text, problems.at(-1));
  select('output');
}
const STOPPED = 130;

/** Says what is wrong with a script that can't run; the session stays as the last script left it. */
function refuse(wrong) {
  wrong.forEach(print);
  script.show(wrong);
  setRunning(false);
  say(`${count(wrong.length, 'error')}: nothing has run`, true);
  select('output');
}

/** Where the first statement that trains begins: what is before it declares the network. */
const trainingIn = text => /^[ \t]*(train|update|next)\b|\{/m.exec(text)?.index ?? text.length;

let lastTold = null, sketched = null, following = false;
/** Shows how a training run goes: its loss, and the network as it is at that moment. */
async function follow(told, live) {
  lastTold = told;
  const { step, done, total, loss: value } = told;
  say(`step ${step.toLocaleString('en')}${total > 0 ? ` · ${Math.round((100 * done) / total)}%` : ''} · loss ${brief(value)}`);
  if (Number.isFinite(value) && !(step <= live.at(-1)?.[0])) live.push([step, value]);
  loss.draw(thin(live));
  if (following) return;
  following = true;
  if (sketched !== script.text) await sketch(sketched = script.text);
  const names = [...network.values.keys()], [all] = await nn.values([`[${names.join(', ')}]`]);
  if (all && training && network.diagram) network.draw(network.diagram, new Map(names.map((name, i) => [name, all[i]])));
  following = false;
}

/** Draws the network of a script that has begun to train: its session can't be asked to draw until the script ends. */
async function sketch(text) {
  const drawn = await nn.sketch(text.slice(0, trainingIn(text)));
  if (!drawn || !training) return;
  network.draw(drawn.diagram, drawn.values);
  boundary.draw(null);
  $('time').hidden = true;
  $('moment').textContent = 'training';
}

/** Offers to go on with a training run that was stopped, and with what comes after it. */
async function offerRest(text, stop) {
  if (!stop) return;
  const statement = text.slice(stop.from, stop.to), expression = epochsOf(statement);
  const [epochs, [step]] = await nn.values([expression ?? 'epoch', 'step']);
  let left = null;
  if (expression && epochs && lastTold) {
    const made = step - (lastTold.step - lastTold.done), each = lastTold.total / epochs[0];
    left = epochs[0] - Math.floor(made / each);
  }
  const box = make('p', 'go-on', 'The network keeps what it has learned. '), button = make('button', '', 'Go on');
  button.onclick = () => run(rest(text, stop.from, stop.to, left));
  box.append(button);
  $('output').append(box);
}

const thin = points => (points.length <= 400 ? points : points.filter((_, i) => i % Math.ceil(points.length / 400) === 0 || i === points.length - 1));

$('run').onclick = () => run();
$('stop').onclick = () => nn.stop();
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && running) nn.stop();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) run();
});

// ---- the player ----

const player = new Player({ ...nn.telling, begin: () => nn.telling.begin($('beginning').value === 'start') }, (telling, error) => {
  const on = telling !== null;
  document.body.classList.toggle('is-telling', on);
  $('leave').hidden = $('pace').hidden = !on;
  $('from').hidden = on || moment.last === 0;
  if (!on) {
    network.tell(null);
    if (error) $('arithmetic').replaceChildren(make('p', 'mistake', error.message));
    else if (!running) { hint(); refresh(); }
    return showPlaying();
  }
  network.mark(null);
  network.draw(telling.diagram, telling.values);
  network.tell(telling);
  loss.draw(moment.curve, moment.curve.length > 0 && telling.step <= moment.last ? telling.step : null);
  const title = make('h3'), line = make('div', 'line');
  title.append(make('b', '', telling.title), ` · ${telling.words} · line ${telling.line + 1} of ${telling.of}`);
  line.innerHTML = telling.math;
  $('arithmetic').replaceChildren(title, line);
  $('arithmetic').scrollLeft = 0;
  $('moment').textContent = `update ${telling.step + 1}, told line by line`;
  showPlaying();
});
function showPlaying() {
  $('play').setAttribute('aria-pressed', String(player.playing));
  $('play').querySelector('span').textContent = player.playing ? 'Pause' : player.active ? 'Play' : 'Step through';
}
async function pausePlayer() {
  player.pause();
  showPlaying();
}
const moves = {
  first: () => player.previousUpdate(), back: () => player.back(), ahead: () => player.ahead(), last: () => player.nextUpdate(),
};
for (const [id, move] of Object.entries(moves)) $(id).onclick = () => { pausePlayer(); move(); };
$('play').onclick = () => {
  if (player.playing) pausePlayer();
  else { player.play(); showPlaying(); }
};
$('speed').onchange = () => { player.speed = +$('speed').value; };
$('leave').onclick = () => player.leave();
document.addEventListener('keydown', event => {
  if (running || event.target.closest('.cm-editor, select, input, [role="tab"]') || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = (event.shiftKey ? 'Shift-' : '') + event.key;
  const id = { ArrowLeft: 'back', ArrowRight: 'ahead', 'Shift-ArrowLeft': 'first', 'Shift-ArrowRight': 'last', ' ': 'play' }[key];
  if (!id || (key === ' ' && event.target.closest('button'))) return;
  event.preventDefault();
  $(id).click();
});
function hint() {
  $('arithmetic').replaceChildren(make('p', 'hint', 'Change a number and run it again. Choose a weight or a neuron for its arithmetic.'));
}

// ---- script and output on a narrow page ----

function select(tab) {
  document.body.dataset.tab = tab;
  for (const name of ['script', 'output']) {
    $(`tab-${name}`).setAttribute('aria-selected', String(name === tab));
    $(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
}
for (const [name, other] of [['script', 'output'], ['output', 'script']]) {
  $(`tab-${name}`).onclick = () => select(name);
  $(`tab-${name}`).onkeydown = event => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    select(other);
    $(`tab-${other}`).focus();
  };
}

// ---- samples, sharing, saving ----

const own = '';
for (const name of Object.keys(scripts)) $('samples').append(new Option(name));
$('samples').onchange = () => {
  if (!scripts[$('samples').value]) return;
  script.text = scripts[$('samples').value];
  history.replaceState(null, '', location.pathname + location.search);
  select('script');
  run();
};
function named(name) {
  const options = $('samples').options;
  if (!scripts[name] && ![...options].some(o => o.value === name)) $('samples').prepend(new Option(name || 'your script', name));
  $('samples').value = name;
}
$('share').onclick = async () => {
  const address = new URL(await fragment(script.text), location.href).href;
  history.replaceState(null, '', address);
  try {
    await navigator.clipboard.writeText(address);
    say('the address holds the script, and is copied');
  } catch {
    say('the address now holds the script');
  }
};
$('download').onclick = () => {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([script.text], { type: 'text/plain' }));
  link.download = $('samples').value || 'script.nn';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

// ---- and go ----

const fromAddress = await shared(location.hash);
const name = fromAddress !== null ? own : given?.name ?? FIRST;
const script = editor($('editor'), fromAddress ?? given?.script ?? scripts[FIRST], nn, {
  changed: () => named(scripts[$('samples').value] === script.text ? $('samples').value : own),
  run: () => run(),
});
named(name);
hint();
if (nn) {
  script.check();
  await run();
} else {
  setRunning(true);
  say('nn needs a newer browser', true);
  print({ kind: 'error', text: 'nn needs WebAssembly with garbage collection: Chrome 119, Firefox 120 or Safari 18.2, or a later version.' });
}
if (given?.plays) await player.play();
performance.mark('nn-drawn');
document.documentElement.dataset.ready = 'yes';
