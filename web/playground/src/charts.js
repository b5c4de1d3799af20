// The loss curve and the plane of two inputs.

import { brief } from './network.js';

const ticks = (from, to) => {
  const step = 10 ** Math.floor(Math.log10((to - from) / 2)) || 1;
  const unit = [1, 2, 5, 10].map(k => k * step).find(k => (to - from) / k <= 4) ?? step;
  const all = [];
  for (let t = Math.ceil(from / unit) * unit; t <= to * (1 + 1e-9); t += unit) all.push(t);
  return all;
};

/** Powers of ten between two, at most four of them. */
const decades = (low, high) => {
  const all = [], each = Math.ceil((Math.floor(high) - Math.ceil(low) + 1) / 4);
  for (let t = Math.floor(high); t >= low; t -= each) all.push(t);
  return all;
};

/** The loss over the updates; logarithmic if it falls far. */
export class LossCurve {
  constructor(figure) {
    this.figure = figure;
    this.plot = figure.querySelector('.plot');
    new ResizeObserver(() => this.points && (this.plot.clientWidth !== this.width || this.plot.clientHeight !== this.height) && this.draw(this.points, this.at)).observe(this.plot);
  }

  /** Draws points `[step, loss]`, and marks the moment that is looked at. */
  draw(points, at = null) {
    this.points = points = points.filter(([, loss]) => Number.isFinite(loss));
    this.at = at;
    this.figure.hidden = points.length < 2;
    if (this.figure.hidden) return;
    this.width = this.plot.clientWidth;
    const width = Math.max(120, this.width), height = this.height = this.plot.clientHeight, left = 46, bottom = 18, top = 10;
    const ys = points.map(p => p[1]), least = Math.min(...ys), greatest = Math.max(...ys);
    const log = least > 0 && greatest / least > 50;
    const f = log ? Math.log10 : v => v;
    let low = log ? f(least) : Math.min(0, least), high = f(greatest);
    if (!(high > low)) high = low + 1;
    const first = points[0][0], last = points.at(-1)[0];
    const x = this.x = step => left + ((step - first) / (last - first || 1)) * (width - left - 6);
    const y = loss => top + ((high - f(loss)) / (high - low)) * (height - top - bottom);
    const path = points => points.map(([step, loss], i) => `${i ? 'L' : 'M'}${x(step).toFixed(1)} ${y(loss).toFixed(1)}`).join('');
    const past = at === null ? points : points.filter(([step]) => step <= at);
    const place = t => top + ((high - t) / (high - low)) * (height - top - bottom);
    const labels = [high, ...(log ? decades(low, high) : ticks(low, high)).filter(t => place(t) > top + 14)].map(t => {
      const at = place(t);
      const words = log ? (Number.isInteger(t) ? (t >= -3 && t < 4 ? String(+(10 ** t).toPrecision(2)) : `10${superscript(t)}`) : brief(10 ** t, 2)) : brief(+t.toPrecision(3), 3);
      return `<path d="M${left} ${at.toFixed(1)}H${width - 6}" stroke="var(--nn-grid)"/><text x="${left - 5}" y="${(at + 3.5).toFixed(1)}" text-anchor="end" class="more">${words}</text>`;
    }).join('');
    const moment = at === null ? '' : `<path d="M${x(at).toFixed(1)} ${top}V${height - bottom}" stroke="var(--accent)" stroke-dasharray="3 2"/>`;
    const [endStep, endLoss] = points.at(-1), [nowStep, nowLoss] = past.at(-1) ?? points[0];
    this.plot.innerHTML = `<svg viewBox="0 0 ${width} ${height}" height="${height}" role="img" aria-label="Loss from ${brief(points[0][1])} at step ${first} to ${brief(endLoss)} at step ${endStep}">${labels}`
      + (past === points ? '' : `<path d="${path(points)}" class="curve" opacity="0.3"/>`) + `<path d="${path(past)}" class="curve"/>${moment}`
      + `<circle cx="${x(nowStep)}" cy="${y(nowLoss).toFixed(1)}" r="2.8" fill="var(--nn-positive)"/>`
      + `<text x="${left}" y="${height - 4}" class="more">${first}</text><text x="${width - 6}" y="${height - 4}" text-anchor="end" class="more">${last.toLocaleString('en')}</text></svg>`;
  }
}

const superscript = n => String(n).replace(/[-\d]/g, c => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[c]));

const rgb = (color, context) => {
  context.fillStyle = color;
  const hex = context.fillStyle;
  return [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
};

/** The inputs of a sample as a square picture, if they are as many as its pixels: from paper to ink. */
export class PixelPicture {
  constructor(figure) {
    this.figure = figure;
    this.canvas = figure.querySelector('canvas');
  }

  draw(values, words) {
    const side = Math.sqrt(values?.length ?? 0);
    this.figure.hidden = !(side >= 4 && Number.isInteger(side));
    if (this.figure.hidden) return;
    Object.assign(this, { values, words });
    this.canvas.width = this.canvas.height = side;
    const context = this.canvas.getContext('2d'), least = Math.min(...values), span = Math.max(...values) - least || 1;
    const style = getComputedStyle(document.documentElement), [paper, ink] = ['--nn-paper', '--nn-ink'].map(name => rgb(style.getPropertyValue(name).trim(), context));
    values.forEach((value, i) => {
      context.fillStyle = `rgb(${paper.map((p, c) => p + (ink[c] - p) * (value - least) / span)})`;
      context.fillRect(i % side, Math.floor(i / side), 1, 1);
    });
    this.figure.querySelector('figcaption').textContent = words;
    this.canvas.setAttribute('aria-label', `${words}, its ${values.length} inputs as a picture`);
  }
}

/** The output over the plane of two inputs, with the samples, as `plot boundary` gives it. */
export class BoundaryPicture {
  constructor(figure) {
    this.figure = figure;
    this.canvas = figure.querySelector('canvas');
  }

  draw(field) {
    this.field = field;
    this.figure.hidden = !field;
    if (!field) return;
    const { surface, x, y, points } = field, { rows, columns } = surface;
    const canvas = this.canvas, context = canvas.getContext('2d');
    const style = getComputedStyle(document.documentElement), color = name => rgb(style.getPropertyValue(name).trim(), context);
    const paper = color('--nn-paper'), low = color('--nn-negative'), high = color('--nn-positive');
    const classes = ['--nn-1', '--nn-2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'].map(c => (c[0] === '#' ? rgb(c, context) : color(c)));
    const plane = new OffscreenCanvas(columns, rows), painter = plane.getContext('2d');
    const image = painter.createImageData(columns, rows);
    const scale = surface.scale ?? { from: 0, to: 1 };
    const middle = (scale.from + scale.to) / 2, half = (scale.to - scale.from) / 2 || 1;
    const mix = (to, share) => paper.map((p, i) => p + (to[i] - p) * share);
    const shade = i => {
      if (surface.strongest) return mix(classes[surface.strongest[i] % classes.length], 0.15 + 0.6 * (surface.certainty[i] ?? 0));
      const value = surface.values[i];
      if (value === null) return paper;
      const at = Math.max(-1, Math.min(1, (value - middle) / half));
      return mix(at < 0 ? low : high, Math.abs(at) * 0.8);
    };
    for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
      const pixel = 4 * ((rows - 1 - row) * columns + column), [r, g, b] = shade(row * columns + column);
      image.data.set([r, g, b, 255], pixel);
    }
    painter.putImageData(image, 0, 0);
    const size = canvas.width = canvas.height = 440, radius = points.length > 60 ? 7 : 13;
    context.drawImage(plane, 0, 0, size, size);
    for (const point of points) {
      const fill = point.class !== undefined ? classes[point.class % classes.length] : (point.target - middle) / half < 0 ? low : high;
      context.beginPath();
      context.arc(((point.x - x.from) / (x.to - x.from)) * size, size - ((point.y - y.from) / (y.to - y.from)) * size, radius, 0, 7);
      context.fillStyle = point.test ? `rgb(${paper})` : `rgb(${fill})`;
      context.fill();
      context.lineWidth = radius / 2.5;
      context.strokeStyle = point.test ? `rgb(${fill})` : `rgb(${paper})`;
      context.stroke();
    }
    canvas.setAttribute('aria-label', `${field.title}, with ${points.length} samples`);
  }
}
