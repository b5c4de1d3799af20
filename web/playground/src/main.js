// The page: an editor, a network that lives, and what nn says.

import { lines, start } from './engine.js';
import { editor, words } from './editor.js';
import { NetworkView, brief } from './network.js';
import { BoundaryPicture, LossCurve, PixelPicture } from './charts.js';
import { Player } from './player.js';
import { fragment, script as shared } from './share.js';
import { unpackedText } from './packed.js';

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
  pixels?.draw(pixels.values, pixels.words);
}
let boundary, pixels;
setTheme(stored('nn-theme') ?? (dark.matches ? 'dark' : 'light'));
dark.addEventListener('change', () => stored('nn-theme') ?? setTheme(dark.matches ? 'dark' : 'light'));
$('theme').onclick = () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  stored('nn-theme', theme);
  setTheme(theme);
};

// ---- what the page brings with it ----

const { scripts, files, worker } = JSON.parse(unpackedText('texts'));
const given = JSON.parse($('given').textContent);
Object.assign(files, given?.files);
let busy = false; // with a question that takes long
const nn = start(worker, files, now => {
  busy = now;
  $('stop').disabled = !running && !busy;
}, words => say(words, true));

// ---- the pictures ----

const network = new NetworkView($('diagram'), explainPart);
const loss = new LossCurve($('loss'));
boundary = new BoundaryPicture($('boundary'));
pixels = new PixelPicture($('pixels'));
let moment = { last: 0, curve: [] };

/** Asks the session for pictures and numbers as they are now, or were at a step; shows what there is. */
async function refresh(step = null) {
  const at = step === null ? '' : ` @ ${step}`;
  const drawn = await nn.drawing(at);
  if (!drawn) {
    network.clear(make('p', 'hint', 'A script that declares a network has it drawn here.'));
  } else {
    network.draw(drawn.diagram, drawn.values);
  }
  if (step === null) {
    const [last] = await nn.ask('step');
    const [curve] = last?.value > 0 ? await nn.ask('plot loss') : [];
    moment = { last: last?.value ?? 0, curve: curve ? curve.picture.curves[0].x.map((x, i) => [x, curve.picture.curves[0].y[i]]) : [] };
    $('time').hidden = $('from').hidden = !(moment.last > 0) || paused;
    Object.assign($('moment-slider'), { max: moment.last, value: moment.last });
  }
  startHere(step);
  if (chosen) tellPartSoon();
  loss.draw(moment.curve, step);
  tellMoment(step ?? moment.last);
  const inputs = drawn?.diagram.columns[0].nodes.filter(n => n.kind === 'input').length;
  await showSample(drawn);
  const [field] = inputs === 2 && sample > 0 ? await nn.ask(`plot boundary${at}`) : [];
  boundary.draw(field?.picture);
}

/** Names the sample whose numbers the network shows; draws its inputs if they are a picture. */
async function showSample(drawn) {
  sample = Number(/sample (\d+)$/.exec(drawn?.diagram.title)?.[1] ?? 0);
  $('sample').hidden = sample === 0 || paused;
  $('sample-before').disabled = sample <= 1;
  const inputs = drawn?.diagram.columns[0].nodes.length >= 8 ? (await nn.values(['input']))[0] : null;
  nameSample(inputs, sample ? `sample ${sample}` : '');
}
function nameSample(inputs, name) {
  $('sample').children[1].textContent = name;
  pixels.draw(inputs, name.replace('s', 'S'));
}
let sample = 0;
async function chooseSample(next) {
  if ((await nn.events(`sample ${next}`)).some(isProblem)) await nn.events('sample 1');
  await player.leave();
  await refresh(looksBack());
}
$('sample-before').onclick = () => chooseSample(sample - 1);
$('sample-after').onclick = () => chooseSample(sample + 1);

/** The step that is looked back to, or null. */
function looksBack() {
  const at = +$('moment-slider').value;
  return moment.last > 0 && at < moment.last ? at : null;
}

/** Lets the player begin at the step that is looked at. */
function startHere(step) {
  const here = $('beginning').options[1];
  here.hidden = step === null || step === 0;
  here.textContent = `step ${step?.toLocaleString('en')}`;
  if (step === 0 || (here.hidden && $('beginning').value === 'here')) $('beginning').value = 'start';
  else if (step !== null) $('beginning').value = 'here';
}

function tellMoment(step) {
  const text = moment.last === 0 ? 'before training' : step === moment.last ? `after ${count(step, 'update')}` : `as it was after ${count(step, 'update')}`;
  $('moment').textContent = network.diagram ? text : '';
  $('moment-step').textContent = `step ${step.toLocaleString('en')}`;
}
const count = (n, word) => `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;

// ---- the past ----

let replaying = 0;
/** Shows how the network learned, in a few seconds: the early steps, in which it changes most, slowly. */
async function replay(seconds, opens = false) {
  const mine = replaying = performance.now();
  opening = opens;
  showReplay();
  for (let share = 0; share < 1 && mine === replaying;) {
    share = Math.min(1, (performance.now() - mine) / 1000 / seconds);
    const step = Math.min(moment.last, Math.round((moment.last + 1) ** share) - 1);
    $('moment-slider').value = step;
    await refresh(step < moment.last ? step : null);
    await new Promise(requestAnimationFrame);
  }
  if (mine === replaying) endReplay();
  else if (!running && !player.active && looksBack() === null) refresh(); // it was left for the end
}
let opening = false; // the page plays it by itself
function endReplay() {
  replaying = 0;
  showReplay();
}
function showReplay() {
  $('replay').setAttribute('aria-pressed', String(replaying > 0));
}
$('replay').onclick = () => (replaying ? endReplay() : replay(4));
/** What one does ends the film at its step; the one that the page plays by itself jumps to its end. */
function leaveReplay(event) {
  if (!replaying || event.type === 'pointerdown' && event.target.closest('#replay')) return;
  endReplay();
  if (!opening || event.target.closest('#time')) return;
  $('moment-slider').value = moment.last;
  startHere(null);
}
for (const event of ['pointerdown', 'keydown']) document.addEventListener(event, leaveReplay, true);

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

let chosen = null; // the part that is explained

/** Explains a part, or no longer, if it is the one that is explained. */
async function explainPart(name, kind) {
  if (chosen?.name === name) return closePart();
  if (player.active) await pausePlayer();
  chosen = { name, kind };
  network.mark(name);
  await tellPart();
}
/** Derives the chosen part at the step that is shown. */
async function tellPart() {
  const mine = chosen, { name, kind } = mine, at = player.active ? player.telling().step : looksBack(), step = at === null ? '' : ` @ ${at}`;
  const asks = {
    weight: [`explain grad(${name})${step}`], bias: [`explain grad(${name})${step}`], input: [`show ${name}${step}`],
    neuron: [`explain out(${name})${step}`], error: [`explain error${step}`],
  }[kind];
  const title = { weight: `How the error changes with ${name}`, bias: `How the error changes with ${name}`, input: `Input ${name}`, neuron: `How ${name} is computed`, error: 'The error' }[kind];
  const events = (await Promise.all(asks.map(text => nn.events(text)))).flat();
  if (mine !== chosen || waiting) return; // another part, or another step by now
  const box = $('arithmetic'), top = box.classList.contains('old') ? box.scrollTop : 0;
  const [{ name: of, value } = {}] = kind === 'weight' || kind === 'bias' ? lines(events.slice(0, 1)) : [];
  box.replaceChildren(make('h3', '', of ? `${title}: ${of.replace(/^grad\((.*)\)/, '∂error/∂$1')} = ${brief(value)}` : title), ...events.map(item));
  box.scrollTop = top;
  box.classList.remove('old');
}
let waiting = 0;
/** Derives the chosen part again once the step or the sample stays; until then its numbers are pale. */
function tellPartSoon() {
  clearTimeout(waiting);
  waiting = 0;
  $('arithmetic').classList.toggle('old', chosen !== null);
  if (chosen) waiting = setTimeout(() => { waiting = 0; if (chosen) tellPart(); }, 150);
}
function closePart() {
  if (player.active) player.show(player.telling());
  else hint();
}
function forgetPart() {
  chosen = null;
  network.mark(null);
  tellPartSoon();
}
document.addEventListener('click', event => { if (chosen && event.target.closest('.stage') && !event.target.closest('.part')) closePart(); });
document.addEventListener('keydown', event => { if (chosen && event.key === 'Escape' && !event.defaultPrevented) closePart(); });

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

let ran = null; // the script that has run last, or runs
let said = ['', false]; // of it
/** Says whether the pictures and the output are those of another script than the one that is seen. */
function tellChanged() {
  const changed = ran !== null && script.text !== ran;
  if (changed && !document.body.classList.contains('is-changed')) said = [$('status').textContent, $('status').classList.contains('bad')];
  if (!running && changed) say('changed, not run yet');
  else if (!running && document.body.classList.contains('is-changed')) say(...said);
  document.body.classList.toggle('is-changed', changed);
}

function say(text, bad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', bad);
}

// ---- running ----

let running = false;
let paused = false; // a run that waits to go on
let number = 0; // of the last run
function setRunning(now) {
  running = now;
  document.body.classList.toggle('is-running', now);
  $('run').disabled = now;
  $('stop').disabled = !now && !busy;
  for (const id of ['first', 'back', 'play', 'ahead', 'last', 'moment-slider', 'replay', 'sample-after']) $(id).disabled = now;
}

const narrow = matchMedia('(max-width: 62rem)');
/** Scrolls a narrow page to the network. */
const showNetwork = () => { if (narrow.matches) scrollTo(0, 0); };

/** Marks problems in the script; a narrow page scrolls to the first error, with its words below the script. */
function showProblems(problems) {
  const own = problems.filter(p => p.file === 'script.nn'), first = own.find(p => p.kind === 'error');
  script.show(own);
  if (first) $('wrong').textContent = `line ${script.lineAt(first.from)}: ${words(first)}`;
  const inScript = first && narrow.matches;
  select(inScript ? 'script' : 'output');
  if (inScript) script.reveal(first.from);
  if (narrow.matches && problems.some(p => p.kind === 'error')) requestAnimationFrame(() => $(inScript ? 'wrong' : 'results').scrollIntoView({ block: inScript ? 'nearest' : 'start' })); // after the editor's own scrolling
}

/** Runs the script in a new session. */
async function run() {
  if (running) return;
  const mine = ++number;
  endReplay();
  setRunning(true);
  await player.leave();
  forgetPart();
  $('wrong').textContent = '';
  say('running …');
  $('output').replaceChildren();
  const text = script.text, problems = [], live = [];
  const wrong = (await nn.check(text))?.problems.filter(p => p.kind === 'error') ?? [];
  if (wrong.length > 0) return refuse(wrong);
  ran = text;
  document.body.classList.remove('is-changed');
  showNetwork();
  drawn = false;
  let began = performance.now(), time = 0;
  const now = () => mine === number && running;
  const end = await nn.run(text, {
    event(event) {
      if (mine !== number) return; // one that was paused, and has ended for this one
      if (isProblem(event)) problems.push({ ...event, ...JSON.parse(event.json) });
      print(event);
    },
    progress: told => follow(told, live, now),
    async paused() {
      time += performance.now() - began;
      paused = true;
      await refresh();
      setRunning(false);
      hint();
      say(`stopped after ${count(moment.last, 'update')}`);
      offerRest(() => {
        began = performance.now();
        paused = false;
        setRunning(true);
        say('running …');
        nn.goOn();
      });
    },
  });
  if (mine !== number) return;
  if (!paused) time += performance.now() - began;
  paused = false;
  $('output').querySelector('.go-on')?.remove();
  await refresh();
  setRunning(false);
  hint();
  showProblems(end.broken ? [...problems, { kind: 'error' }] : problems);
  if (end.broken) {
    say(`stopped after ${count(moment.last, 'update')}`, true);
    return print({ kind: 'error', text: end.broken });
  }
  const errors = problems.filter(p => p.kind === 'error').length;
  say(end.status === STOPPED ? `stopped after ${count(moment.last, 'update')}` : errors ? count(errors, 'error') : `done in ${time < 10 ? time.toFixed(1) : Math.round(time)} ms`, errors > 0);
  document.body.classList.remove('is-changed');
  tellChanged(); // it may have changed while it ran
}
const STOPPED = 130;

/** Says what is wrong with a script that can't run; the session stays as the last script left it. */
async function refuse(wrong) {
  wrong.forEach(print);
  await refresh();
  setRunning(false);
  hint();
  say(`${count(wrong.length, 'error')}: nothing has run`, true);
  showProblems(wrong);
}

let drawn = false, following = false;
/** Shows how a training run goes: its loss, and the network as it is at that moment. */
async function follow({ step, done, total, loss: value }, live, now) {
  if (!now()) return;
  say(`step ${step.toLocaleString('en')}${total > 0 ? ` · ${Math.round((100 * done) / total)}%` : ''} · loss ${brief(value)}`);
  if (Number.isFinite(value) && !(step <= live.at(-1)?.[0])) live.push([step, value]);
  loss.draw(thin(live));
  if (following) return;
  following = true;
  if (!drawn) {
    const first = await nn.drawing();
    if (first && now()) {
      drawn = true;
      network.draw(first.diagram, first.values);
      boundary.draw(null);
      $('time').hidden = $('sample').hidden = true;
      $('moment').textContent = 'learning';
    }
  } else {
    const names = [...network.values.keys()], [all] = await nn.values([`[${names.join(', ')}]`]);
    if (all && now()) network.draw(network.diagram, new Map(names.map((name, i) => [name, all[i]])));
  }
  following = false;
}

/** Offers to go on with a run that was stopped. */
function offerRest(goOn) {
  const box = make('p', 'go-on', 'The network keeps what it has learned: look at it, step through it, or '), button = make('button', '', 'Go on');
  button.onclick = () => {
    box.remove();
    goOn();
  };
  box.append(button);
  $('output').append(box);
  select('output');
}

const thin = points => (points.length <= 400 ? points : points.filter((_, i) => i % Math.ceil(points.length / 400) === 0 || i === points.length - 1));

$('run').onclick = () => run();
function stop() {
  if (running) say('stopping …');
  nn.stop();
}
$('stop').onclick = stop;
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && (running || busy)) stop();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) run();
});

// ---- the player ----

const player = new Player({ ...nn?.telling, begin: () => nn.telling.begin({ start: 0, here: +$('moment-slider').value, end: moment.last }[$('beginning').value]) }, (telling, error) => {
  const on = telling !== null;
  document.body.classList.toggle('is-telling', on);
  $('leave').hidden = $('pace').hidden = $('lines').hidden = !on;
  $('from').hidden = on || moment.last === 0;
  if (!on) {
    plane = null;
    network.tell(null);
    if (error) $('arithmetic').replaceChildren(make('p', 'mistake', error.message));
    else if (!running) refresh().then(hint);
    return showPlaying();
  }
  forgetPart();
  network.draw(telling.diagram, telling.values);
  network.tell(telling);
  loss.draw(moment.curve, moment.curve.length > 0 && telling.step <= moment.last ? telling.step : null);
  if (telling.sample) nameSample(telling.diagram.columns[0].nodes.length >= 8 ? telling.values.get('input') : null, telling.sample);
  const title = make('h3'), line = make('div', 'line');
  title.append(make('b', '', telling.title), ` · ${telling.words} · line ${telling.line + 1} of ${telling.of}`);
  line.innerHTML = telling.math;
  showLines(telling);
  $('arithmetic').replaceChildren(title, line);
  $('arithmetic').scrollLeft = 0;
  $('moment').textContent = `update ${telling.step + 1}, told line by line`;
  if (boundary.field && plane !== telling.step) {
    plane = telling.step;
    nn.ask(`plot boundary @ ${plane}`).then(([field]) => { if (field && player.active) boundary.draw(field.picture); });
  }
  showPlaying();
});
/** The parts of an update, and the place in it. */
function showLines({ line, of, phases, title }) {
  Object.assign($('line-slider'), { max: of, value: line + 1 });
  $('line-slider').setAttribute('aria-valuetext', `line ${line + 1} of ${of}, ${title}`);
  const shape = JSON.stringify([of, phases]), now = phases.findLastIndex(phase => phase.from <= line);
  if ($('phases').dataset.shape !== shape) {
    $('phases').dataset.shape = shape;
    $('phases').replaceChildren(...phases.map(({ title, from }, i) => {
      const to = phases[i + 1]?.from ?? of, button = make('button', ''), [, word, name] = /^(sample )?(.*)$/.exec(title);
      button.append(word ? make('span', '', word) : '', name);
      button.setAttribute('aria-label', title);
      button.style.flexGrow = to - from;
      button.title = `${title}: lines ${from + 1} to ${to}`;
      button.onclick = () => jump(from);
      return button;
    }));
  }
  [...$('phases').children].forEach((button, i) => (i === now ? button.setAttribute('aria-current', 'step') : button.removeAttribute('aria-current')));
}
function jump(line) {
  pausePlayer();
  player.go(player.at.update, line);
}
$('line-slider').oninput = () => jump($('line-slider').value - 1);

let plane = null; // the step whose boundary the player shows

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
/** What one can do first, each at a touch: change a number, ask for a derivation, step through an update. */
function hint() {
  forgetPart();
  const change = firstChange(script.text), edges = [...network.values.keys()].filter(name => /^w\d+$/.test(name));
  const weight = edges.reduce((a, b) => (Math.abs(network.values.get(b)) > Math.abs(network.values.get(a)) ? b : a), edges[0]);
  const todo = [
    change && [`Change ${change.number} on line ${change.line}`, ', then press Run.', () => { select('script'); script.select(change.from, change.to); }],
    network.diagram && weight && [`See how ${weight} changes the error`, ', or choose another weight or a neuron.', () => { showNetwork(); explainPart(weight, 'weight'); }],
    network.diagram && ['Step through an update', ', one line of arithmetic at a time.', () => { showNetwork(); $('play').click(); }],
  ];
  const list = make('ol', 'todo');
  for (const [words, more, action] of todo.filter(Boolean)) {
    const item = make('li'), button = make('button', 'link', words);
    button.onclick = action;
    item.append(button, more);
    list.append(item);
  }
  $('arithmetic').replaceChildren(list);
}
/** A number of the script that is worth changing: a target, the learning rate, the length of the training. */
function firstChange(text) {
  const found = [/^target\s*=\s*\[?\s*(-?[\d.]+)/m, /^learning rate\s*=\s*([\d.]+)/m, /^train\s+(\d+)/m].map(form => form.exec(text)).find(Boolean);
  if (!found) return null;
  const to = found.index + found[0].length, number = found[1];
  return { number, from: to - number.length, to, line: text.slice(0, to).split('\n').length };
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
const NONE = { check: async () => {}, complete: async () => ({ choices: [] }), hover: async () => {} }; // in a browser that can't run nn
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
$('menu').onclick = () => $('menu').setAttribute('aria-expanded', String($('menu').getAttribute('aria-expanded') === 'false'));
document.addEventListener('click', event => { if (!event.target.closest('#menu')) $('menu').setAttribute('aria-expanded', 'false'); });
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
const script = editor($('editor'), fromAddress ?? given?.script ?? scripts[FIRST], nn ?? NONE, {
  changed() {
    named(scripts[$('samples').value] === script.text ? $('samples').value : own);
    $('wrong').textContent = '';
    tellChanged();
  },
  run: () => run(),
});
named(name);
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
if (nn && moment.last > 0 && !given?.plays && !matchMedia('(prefers-reduced-motion: reduce)').matches) replay(2, true);
