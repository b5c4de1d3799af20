// Tells updates one line of arithmetic at a time.

const NAMES = /[\p{L}_][\p{L}\p{N}_]*(?:\[\d+\])?/gu;
const WORDS = {
  forward: ['Forward', 'from the inputs to the error'],
  backward: ['Backward', 'from the error to the gradients'],
  update: ['Update', 'each parameter steps against its gradient'],
};

export class Player {
  /**
   * @param session begins a telling (`begin`), makes the next update (`next`), and takes all of them back (`end`)
   * @param show called with what is to be seen after each move; null when the telling ends
   */
  constructor(session, show) {
    this.session = session;
    this.show = show;
    this.updates = [];
    this.speed = 1;
    this.queue = Promise.resolve();
  }

  get active() { return this.updates.length > 0; }

  /** Moves are made one after another, however fast they are asked for. */
  move(step) {
    this.queue = this.queue.then(step).catch(error => { this.pause(); this.show(null, error); });
    return this.queue;
  }

  async ensure(update) {
    if (!this.active) {
      await this.session.begin();
      this.at = { update: 0, line: -1 };
    }
    while (this.updates.length <= update) {
      const made = await this.session.next();
      if (!made || made.lines.length === 0) return false;
      this.updates.push(made);
    }
    return true;
  }

  go(update, line) {
    return this.move(async () => {
      if (!(await this.ensure(update))) { this.pause(); return; }
      this.at = { update, line: Math.max(0, Math.min(line, this.updates[update].lines.length - 1)) };
      this.show(this.telling());
    });
  }

  ahead() {
    if (!this.active) return this.go(0, 0);
    const { update, line } = this.at;
    return line + 1 < this.updates[update].lines.length ? this.go(update, line + 1) : this.go(update + 1, 0);
  }

  back() {
    if (!this.active) return this.queue;
    const { update, line } = this.at;
    return line > 0 ? this.go(update, line - 1) : update > 0 ? this.go(update - 1, Infinity) : this.queue;
  }

  nextUpdate() { return this.active ? this.go(this.at.update + 1, 0) : this.go(0, Infinity); }

  previousUpdate() {
    if (!this.active) return this.queue;
    const { update, line } = this.at;
    return this.go(line > 0 ? update : Math.max(0, update - 1), 0);
  }

  get playing() { return this.timer !== undefined; }

  play() {
    const tick = async () => {
      await this.ahead();
      if (this.playing) this.timer = setTimeout(tick, 1800 * this.speed);
    };
    this.timer = 0;
    return tick();
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  leave() {
    this.pause();
    return this.move(async () => {
      if (!this.active) return;
      this.updates = [];
      await this.session.end();
      this.show(null);
    });
  }

  /** What is seen now: the line, its place, what it uses, and all numbers known by now. */
  telling() {
    const { update, line } = this.at, { lines, diagram, values: before, step } = this.updates[update], now = lines[line];
    const values = new Map(), updated = new Set();
    const forget = kinds => { for (const name of [...values.keys()]) if (kinds.test(name)) values.delete(name); };
    for (const entry of before) values.set(...entry);
    forget(/^(out|net|delta|error)\b/);
    for (const { name, value, starts, given } of lines.slice(0, line + 1)) {
      if (starts) forget(/^(out|net|delta|grad|error)\b/);
      for (const entry of given) values.set(...entry);
      const parameter = /^(.*) @ \d+$/.exec(name)?.[1];
      if (name && value !== undefined) values.set(parameter ?? name, value);
      if (parameter) updated.add(parameter);
    }
    const phases = [], sample = lines.slice(0, line + 1).findLast(line => line.sample)?.sample;
    const several = new Set(lines.map(line => line.sample)).size > 2, phase = ({ part, sample } = {}) => (several && sample) || (WORDS[part]?.[0] ?? part);
    lines.forEach((line, i) => { if (phase(line) !== phase(lines[i - 1])) phases.push({ title: phase(line), from: i }); });
    const parts = partsOf(diagram), named = text => [...text.matchAll(NAMES)].flatMap(m => parts.get(m[0]) ?? []);
    const place = named(now.name.startsWith('error') ? 'error' : now.name.replace(/ @ \d+$/, ''));
    const used = new Set(named(now.formula).filter(name => name !== 'error' && !place.includes(name))); // ∂error/∂w5 only names it
    const [title, words] = WORDS[now.part] ?? [now.part, ''];
    return { values, sample, place, used, updated, diagram, math: now.math, title, words: now.sample ? `${words}, ${now.sample}` : words, update, step, line, of: lines.length, phases };
  }
}

/** The parts of a diagram by the names in formulas; a bias that isn't drawn is at its neuron. */
function partsOf({ columns, edges }) {
  const node = ([column, i]) => columns[column].nodes[i];
  return new Map([
    ...columns.flatMap(column => column.nodes.map(({ name }) => [name, name])),
    ...edges.filter(edge => edge.name).map(({ name, from, to }) => [name, node(from).kind === 'bias' ? node(to).name : name]),
  ]);
}
