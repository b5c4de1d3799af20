// The network as a drawing that lives: weights by width and colour, numbers where they belong, parts that can be chosen.

const SVG = 'http://www.w3.org/2000/svg';
const make = (name, attributes = {}, ...children) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** A few significant digits, as a drawing has room for. */
export const brief = (value, digits = 4) => {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞').replace('-', '−');
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential(Math.min(2, digits - 1)) : String(Number(value.toPrecision(digits)));
  return text.replaceAll('-', '−');
};

/** Below this distance nodes have no room for numbers. */
const SMALL = 48;

/** A number in at most so many characters, as a node has room for. */
const short = (value, room) => [...[4, 3, 2].map(digits => brief(value, digits)), ...[1, 0].map(digits => value.toExponential(digits).replaceAll('-', '−'))].find((text, i) => text.length <= room || i === 4);

export class NetworkView {
  /**
   * @param host the element to draw in
   * @param choose called with the name of a part, `w5` or `h1`, and its kind, when it is chosen
   */
  constructor(host, choose) {
    this.host = host;
    this.choose = choose;
    this.values = new Map();
    this.telling = null;
    new ResizeObserver(() => this.diagram && host.clientWidth !== this.width && this.build()).observe(host);
  }

  /** Shows a diagram as `draw` gives it, with all its numbers. */
  draw(diagram, values = valuesOf(diagram)) {
    const shape = JSON.stringify([diagram.columns.map(c => [c.words, c.nodes.map(n => n.name + n.kind)]), diagram.edges.length]);
    this.diagram = diagram;
    this.values = values;
    if (shape !== this.shape || !this.svg) {
      this.shape = shape;
      this.build();
    } else {
      this.update();
    }
  }

  /** Shows something in place of a network. */
  clear(element) {
    this.diagram = this.svg = null;
    this.values = new Map();
    this.host.replaceChildren(element);
  }

  /** Tells a line: `place` is what it computes, `used` what it uses, `values` all that is known by now; null ends the telling. */
  tell(telling) {
    this.telling = telling;
    this.update();
  }

  /** Marks the part that was chosen. */
  mark(name) {
    this.chosen = name;
    this.update();
  }

  build() {
    const { columns, edges } = this.diagram;
    this.width = this.host.clientWidth;
    const narrow = this.narrow = this.width < 480;
    const neurons = columns.map(c => c.nodes.filter(n => n.kind !== 'bias').length), most = Math.max(...neurons);
    const biases = columns.some(c => c.nodes.some(n => n.kind === 'bias' && n.name !== '1'));
    const most5 = most > 5, row = most5 ? Math.max(26, Math.min(narrow ? 30 : 36, 300 / most)) : narrow ? 64 : most > 3 ? 74 : 92;
    // a column with few nodes spreads over the height, so that they have room for their names and numbers
    const gaps = neurons.map(n => Math.min(narrow ? 64 : 92, (most * row) / n));
    const radii = gaps.map(gap => Math.min(gap < SMALL ? gap * 0.42 : narrow ? 24 : 29, this.width / columns.length / 3.4));
    const radius = Math.max(...radii), top = 36 + row / 2 + (most5 ? 0 : radius - row / 2), bottom = top + (most - 1) * row, height = bottom + (biases ? radius + (narrow ? 40 : 52) : row / 2 + (most5 ? 0 : radius - row / 2 + 6));
    this.longest = narrow ? 10 : 15;
    const halves = columns.map((column, c) => Math.max(radii[c], ...column.nodes.map(n => this.half(n, radii[c]))));
    const left = halves[0] + 6, right = this.width - Math.max(...halves.slice(-1), 28) - 6;
    const x = column => (columns.length === 1 ? this.width / 2 : left + (column * (right - left)) / (columns.length - 1));
    this.places = columns.map((column, c) => column.nodes.map((node, n) => ({
      node, x: x(c), r: radii[c], half: column.nodes.some(n => this.isLong(n, radii[c])) ? halves[c] : 0, small: gaps[c] < SMALL,
      y: node.kind === 'bias' ? (biases ? height - radius * 0.6 - 3 : bottom) : (top + bottom) / 2 + (n - (neurons[c] - 1) / 2) * gaps[c],
    })));
    const focused = this.host.contains(document.activeElement) ? document.activeElement.dataset.part : null;
    this.svg = make('svg', { viewBox: `0 0 ${this.width} ${height}`, height, role: 'group', 'aria-label': 'The network: choose a weight or a neuron with the arrow keys' });
    columns.forEach((column, c) => {
      if (!column.name) return;
      const title = make('text', { class: 'column', x: x(c), y: 13, style: 'font-weight:650' });
      title.textContent = column.name;
      const words = make('text', { class: 'column', x: x(c), y: 27 });
      words.textContent = column.words;
      this.svg.append(title, words);
    });
    const perColumn = columns.map((_, c) => edges.filter(e => e.to[0] === c && e.name).length);
    const drawn = edge => biases || columns[edge.from[0]].nodes[edge.from[1]].kind !== 'bias';
    this.edges = edges.filter(drawn).map(edge => this.edge(edge, perColumn[edge.to[0]]));
    this.labels = make('g');
    this.svg.append(...this.edges.map(e => e.group));
    this.labels.append(...this.edges.filter(e => e.label).map(e => e.label));
    this.nodes = this.places.flat().filter(place => place.node.kind !== 'bias' || place.node.name !== '1').map(place => this.node(place));
    this.svg.append(...this.nodes.map(n => n.group), this.labels, ...this.nodes.flatMap(n => n.words ?? []));
    this.host.replaceChildren(this.svg);
    this.parts = this.svg.querySelectorAll('[data-part]');
    (this.svg.querySelector(`[data-part="${CSS.escape(focused ?? '')}"]`) ?? this.parts[0])?.setAttribute('tabindex', '0');
    if (focused) this.svg.querySelector('[tabindex="0"]')?.focus();
    this.update();
  }

  /** Makes a part that can be chosen by pointer and keyboard. */
  choosable(group, name, kind) {
    group.setAttribute('class', 'part');
    group.setAttribute('data-part', name);
    group.setAttribute('role', 'button');
    group.setAttribute('tabindex', '-1');
    group.addEventListener('click', () => { this.focus(group); this.choose(name, kind); });
    group.addEventListener('keydown', event => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === 'Enter' || event.key === ' ') this.choose(name, kind);
      else if (by && !event.shiftKey) {
        const all = [...this.parts];
        this.focus(all[(all.indexOf(group) + by + all.length) % all.length]);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  focus(group) {
    this.svg.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    group.setAttribute('tabindex', '0');
    group.focus({ preventScroll: true });
  }

  edge(edge, siblings) {
    const from = this.places[edge.from[0]][edge.from[1]], to = this.places[edge.to[0]][edge.to[1]];
    const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
    const line = make('path', { class: 'edge', d });
    const name = edge.name || (from.node.kind === 'bias' ? from.node.name : ''); // a shared bias has its name at its node
    const group = make('g', {}, line);
    let label = null;
    if (edge.name) {
      group.prepend(make('path', { class: 'reach', d }));
      this.choosable(group, name, from.node.kind === 'bias' ? 'bias' : 'weight');
    }
    const wide = Math.abs(to.x - from.x) - from.r - to.r;
    if (to.node.kind === 'error' ? wide > 50 : edge.name && from.node.kind !== 'bias' && siblings <= 9 && wide > 34) {
      const sources = this.places[edge.from[0]].filter(p => p.node.kind !== 'bias').length;
      const t = to.node.kind === 'error' || sources === 1 ? 0.5 : sources === 2 ? 0.67 : 0.6; // beyond where the edges cross
      const length = Math.hypot(to.x - from.x, to.y - from.y), start = from.r / length;
      const at = start + t * (1 - start - to.r / length);
      label = make('g', { class: 'label', transform: `translate(${from.x + at * (to.x - from.x)} ${from.y + at * (to.y - from.y)})` });
    }
    return { edge, name, group, line, label, from, to, digits: this.narrow ? 2 : wide < 120 ? 3 : 4 };
  }

  /** Whether a node's name doesn't fit into a circle. */
  isLong(node, r) {
    return node.kind !== 'bias' && node.kind !== 'gap' && node.name.length * 6.2 > 2 * r;
  }

  /** A name in one or two lines. */
  words(name) {
    const cut = text => (text.length > this.longest ? text.slice(0, this.longest - 1) + '…' : text);
    const breaks = name.length > this.longest ? name.indexOf('_') + 1 : 0;
    return breaks ? [cut(name.slice(0, breaks)), cut(name.slice(breaks))] : [cut(name)];
  }

  /** Half the width of a node. */
  half(node, r) {
    return this.isLong(node, r) ? Math.max(r, Math.max(...this.words(node.name).map(word => word.length)) * 3.1 + (this.narrow ? 3 : 9)) : r;
  }

  node(place) {
    const { node, x, y, r, half, small } = place;
    if (node.kind === 'gap') {
      const text = make('text', { class: 'more', x, y: y + 3, 'text-anchor': 'middle' });
      text.textContent = '⋮ ' + node.name;
      return { place, group: make('g', {}, text) };
    }
    const bias = node.kind === 'bias', long = !bias && half > 0, width = long ? half : bias ? r * 0.78 : r;
    const shape = long ? make('rect', { class: 'shape', x: x - width, y: y - r * 0.9, width: 2 * width, height: 1.8 * r, rx: node.kind === 'neuron' ? 0.9 * r : 7 })
      : node.kind === 'neuron' ? make('circle', { class: 'shape', cx: x, cy: y, r })
      : make('rect', { class: 'shape', x: x - width - (node.kind === 'error' ? 3 : 0), y: y - width * 0.72, width: 2 * width + (node.kind === 'error' ? 6 : 0), height: width * 1.44, rx: bias ? 5 : 7 });
    const text = (cls, dy) => make('text', { class: cls, x, y: y + dy, 'text-anchor': 'middle' });
    const parts = long ? this.words(node.name) : [node.name], two = parts.length > 1 ? 5 : 0;
    const names = parts.map((part, i) => {
      const name = text('name', (small ? 3.5 : bias ? -1 : node.kind === 'neuron' ? -8 : -3) + (i === 0 ? -two : two));
      name.textContent = part;
      return name;
    });
    const value = text('value', bias ? 10 : (node.kind === 'neuron' ? 6 : 11) + two), more = text('more', 18);
    if (bias || two || r < 24) value.style.fontSize = '10.5px';
    const group = make('g', {}, shape), words = make('g', { class: 'words', 'aria-hidden': 'true' }, ...names);
    if (!small) words.append(value, ...(two ? [] : [more]));
    this.choosable(group, node.name, node.kind);
    return { place, group, shape, value, more, words };
  }

  /** The numbers, widths and colours as they are now. */
  update() {
    if (!this.svg) return;
    const telling = this.telling, values = telling?.values ?? this.values;
    const weights = this.edges.filter(e => e.name).map(e => Math.abs(values.get(e.name) ?? 0));
    const most = Math.max(1e-9, ...weights);
    this.svg.classList.toggle('telling', !!telling);
    this.svg.classList.toggle('backward', telling?.title === 'Backward');
    for (const e of this.edges) {
      const value = values.get(e.name), grad = values.get(`grad(${e.name})`);
      const strength = value === undefined ? 0 : Math.min(1, Math.abs(value) / most);
      const toError = e.to.node.kind === 'error';
      e.line.setAttribute('stroke', toError || value === undefined ? 'var(--nn-axis)' : value < 0 ? 'var(--nn-negative)' : 'var(--nn-positive)');
      e.line.setAttribute('stroke-width', toError ? 1.2 : (0.8 + strength * (e.to.small ? 3.5 : 5.5)).toFixed(2));
      e.line.setAttribute('stroke-opacity', toError ? 0.6 : (0.3 + 0.6 * strength).toFixed(2));
      if (e.edge.name) {
        const words = value === undefined ? e.name : `${e.name} = ${brief(value)}`;
        e.group.setAttribute('aria-label', `${words}, from ${e.from.node.name} to ${e.to.node.name}${grad === undefined ? '' : `, gradient ${brief(grad)}`}`);
      }
      if (e.label) {
        const target = toError ? values.get(`target(${e.from.node.name})`) ?? e.edge.numbers[0]?.value : undefined;
        const shown = toError ? target : value, told = telling && grad !== undefined && telling.place.includes(e.name) && !telling.updated.has(e.name);
        const out = toError && e.from.small ? values.get(`out(${e.from.node.name})`) : undefined;
        label(e.label, shown === undefined ? [] : [
          [[this.narrow ? '' : toError ? `${out === undefined ? '' : `${Math.abs(out) < 10 ? out.toFixed(2).replace('-', '−') : brief(out, 2)} · `}target ` : `${e.name} `, brief(shown, toError ? 4 : e.digits)]],
          told ? [['∂ ', brief(grad, e.digits)]] : [],
        ].flat());
      }
      // of a shared bias only the line to the neuron that is computed
      const lit = e.edge.name || !telling || [e.name, e.to.node.name].some(name => telling.place.includes(name));
      this.light(e.group, lit ? e.name : '', telling);
      const shown = telling && lit && (telling.place.includes(e.name) || telling.used.has(e.name));
      if (shown && !toError) e.line.setAttribute('stroke-width', Math.max(2.5, e.line.getAttribute('stroke-width')));
      e.group.classList.toggle('known', !!telling && value !== undefined);
      e.line.classList.toggle('far', !!telling && !shown);
    }
    for (const n of this.nodes) {
      const { node } = n.place;
      if (!n.shape) continue;
      const name = node.name, out = values.get(name) ?? values.get(`out(${name})`);
      const net = values.get(`net(${name})`), delta = values.get(`delta(${name})`);
      const shown = out ?? (telling ? net : undefined);
      n.value.textContent = shown === undefined ? '' : short(shown, 7);
      n.more.textContent = delta !== undefined && telling ? `δ ${short(delta, this.narrow ? 5 : 6)}` : out === undefined && net !== undefined ? 'net' : net !== undefined && !telling && !this.narrow ? `net ${short(net, 5)}` : '';
      n.more.style.fontSize = n.more.textContent.includes('e−') ? '8.6px' : '';
      n.more.classList.toggle('delta', delta !== undefined && !!telling);
      const depth = node.kind === 'neuron' && out !== undefined ? Math.min(1, Math.abs(out)) * 30 : 0;
      n.shape.style.fill = depth ? `color-mix(in srgb, var(--nn-${out < 0 ? 'negative' : 'positive'}) ${depth.toFixed(0)}%, var(--card))` : '';
      n.group.setAttribute('aria-label', [name, out !== undefined && `${node.kind === 'neuron' ? 'output ' : ''}${brief(out)}`, net !== undefined && `net ${brief(net)}`, delta !== undefined && `delta ${brief(delta)}`].filter(Boolean).join(', '));
      for (const group of [n.group, n.words]) {
        group.classList.toggle('known', !!telling && shown !== undefined);
        this.light(group, name, telling);
      }
    }
  }

  light(group, name, telling) {
    group.classList.toggle('place', !!telling && !!name && telling.place.includes(name));
    group.classList.toggle('used', !!telling && !!name && telling.used.has(name));
    group.classList.toggle('chosen', !telling && !!name && this.chosen === name);
  }
}

/** Writes lines, each a word and a number, on paper of their own; the second is a gradient. */
function label(group, lines) {
  const key = lines.join('|');
  if (group.dataset.key === key) return;
  group.dataset.key = key;
  const long = Math.max(0, ...lines.map(([word, number]) => word.length + number.length)) * 6.3 + 4, high = 14 * lines.length;
  group.replaceChildren(...(lines.length === 0 ? [] : [make('rect', { class: 'paper', x: -long / 2, y: -high / 2, width: long, height: high, rx: 3 })]), ...lines.map(([word, number], i) => {
    const text = make('text', { 'text-anchor': 'middle', y: 14 * i - high / 2 + 11, class: i === 0 ? '' : 'delta' });
    const what = make('tspan', { class: 'what' });
    what.textContent = word;
    text.append(what, number);
    return text;
  }));
}

/** All numbers of a diagram by their names: w5, out(h1), net(h1), x1. */
export function valuesOf(diagram) {
  const values = new Map();
  for (const column of diagram.columns) for (const node of column.nodes) for (const number of node.numbers) {
    values.set(number.name ? `${number.name}(${node.name})` : node.name, number.value);
  }
  for (const edge of diagram.edges) for (const number of edge.numbers) {
    const end = diagram.columns[edge.from[0]].nodes[edge.from[1]].name;
    values.set(number.name ? `${number.name}(${end})` : edge.name, number.value);
  }
  return values;
}
