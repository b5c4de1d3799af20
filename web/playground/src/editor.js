// The editor: colours, completion, mistakes and values, all from nn itself.

import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { EditorView, Decoration, keymap, lineNumbers, drawSelection, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, highlightSpecialChars } from '@codemirror/view';
import { defaultKeymap, history, historyKeymap, indentWithTab, toggleComment } from '@codemirror/commands';
import { autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { bracketMatching } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';

const setColors = StateEffect.define();
const colors = StateField.define({
  create: () => Decoration.none,
  update: (marks, transaction) => transaction.effects.reduce((now, effect) => (effect.is(setColors) ? effect.value : now), marks.map(transaction.changes)),
  provide: field => EditorView.decorations.from(field),
});

const setPointed = StateEffect.define();
const pointed = StateField.define({
  create: () => Decoration.none,
  update: (marks, transaction) => transaction.effects.reduce((now, effect) => (effect.is(setPointed) ? effect.value : now), marks.map(transaction.changes)),
  provide: field => EditorView.decorations.from(field),
});

const look = EditorView.theme({
  '.cm-content': { fontFamily: 'var(--mono)', caretColor: 'var(--ink)', padding: '0.6rem 0' },
  '.cm-gutters': { fontFamily: 'var(--mono)', backgroundColor: 'transparent', color: 'var(--faint)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--soft) 60%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent) !important' },
  '.cm-tooltip': { backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '8px', boxShadow: '0 4px 16px rgb(0 0 0 / 0.18)', overflow: 'hidden', maxWidth: 'min(34rem, 92vw)' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '0.85rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'system-ui, sans-serif', opacity: '0.8' },
  '.cm-completionInfo': { padding: '0.5rem 0.75rem', fontSize: '0.85rem' },
  '.cm-value': { padding: '0.3rem 0.7rem', font: '0.85rem var(--mono)' },
  '.cm-help': { padding: '0.3rem 0.7rem', font: '0.75rem/1.45 var(--mono)', whiteSpace: 'pre', overflow: 'auto', maxHeight: '16rem', color: 'var(--faint)' },
  '.cm-diagnostic': { padding: '0.4rem 0.75rem', fontSize: '0.85rem', whiteSpace: 'pre-wrap', borderLeftWidth: '3px' },
  '.cm-lint-marker': { width: '0.8em', height: '0.8em' },
  '.cm-pointed': { backgroundColor: 'color-mix(in srgb, var(--accent) 14%, transparent)', borderRadius: '3px' },
  '.cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent) !important' },
});

const mark = (from, to, cls) => Decoration.mark({ class: cls }).range(from, to);

/** A quantity's present value, and what help says about the word. */
function tooltip({ name, value, help }) {
  const box = document.createElement('div');
  for (const [cls, text] of [['cm-value', value && `${name} = ${value}`], ['cm-help', help]]) {
    if (text) box.append(Object.assign(document.createElement('div'), { className: cls, textContent: text.trimEnd() }));
  }
  return box;
}

/** A problem's words. */
export const words = ({ title, label, notes }) => [label ? `${title}: ${label}` : title, ...notes].join('\n');

/**
 * An editor for scripts.
 *
 * @param nn answers what nn knows: `check(text)`, `complete(text, at)`, `hover(text, at)`
 * @param on called after each change (`changed`) and for Run (`run`)
 */
export function editor(parent, doc, nn, on) {
  let checks = 0, waiting, ran = null; // what a run of this text has found
  async function check(view) {
    const mine = ++checks, text = view.state.doc.toString(), found = await nn.check(text);
    if (mine !== checks || !found) return;
    view.dispatch({ effects: setColors.of(Decoration.set(found.tokens.map(t => mark(t.from, t.to, `nn-${t.kind}`)))) });
    show(view, ran ?? found.problems);
  }
  /** Underlines problems at their place; an empty place is made one character wide. */
  function show(view, problems) {
    const end = view.state.doc.length;
    view.dispatch(setDiagnostics(view.state, problems.map(p => {
      const from = Math.min(p.from, Math.max(0, end - 1));
      return { from, to: Math.min(end, Math.max(p.to, from + 1)), severity: p.kind === 'error' ? 'error' : 'info', message: words(p) };
    })));
  }
  const completions = async context => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*$/u);
    if (!word && !context.explicit) return null;
    const { from, choices } = await nn.complete(context.state.doc.toString(), context.pos);
    return choices.length === 0 ? null : {
      from, options: choices.map((choice, i) => ({ label: choice.text, detail: choice.meaning, apply: choice.text + (choice.goesOn ? '' : ' '), boost: -i / 10 })), validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
  const values = hoverTooltip(async (view, at) => {
    const found = await nn.hover(view.state.doc.toString(), at);
    if (!found || at < found.from || at > found.to) return null;
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: tooltip(found) }) };
  }, { hoverTime: 250 });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        EditorView.contentAttributes.of({ 'aria-label': 'Script', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off' }),
        keymap.of([{ key: 'Mod-Enter', run: () => (on.run(), true) }, { key: 'Mod-/', run: toggleComment }]),
        lineNumbers(), highlightSpecialChars(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightActiveLineGutter(),
        autocompletion({ override: [completions], icons: false }),
        EditorState.languageData.of(() => [{ commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '[', '{', '"'] } }]),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
        colors, pointed, values, lintGutter(), look, matchMedia('(min-width: 62rem)').matches ? EditorView.lineWrapping : [],
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          ran = null;
          on.changed();
          clearTimeout(waiting);
          waiting = setTimeout(() => check(update.view), 120);
        }),
      ],
    }),
  });
  return {
    view,
    get text() { return view.state.doc.toString(); },
    set text(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true }); },
    check: () => check(view),
    /** Chooses a part of the script, ready to be typed over. */
    select(from, to) {
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    lineAt: at => view.state.doc.lineAt(Math.min(at, view.state.doc.length)).number,
    /** Scrolls to a place, and puts the cursor there. */
    reveal(at) {
      const anchor = Math.min(at, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    },
    show: problems => show(view, ran = problems),
    /** Marks what an output comes from; null for nothing. */
    point(from, to) {
      const end = view.state.doc.length;
      view.dispatch({ effects: setPointed.of(from === null || from >= end ? Decoration.none : Decoration.set([mark(from, Math.min(Math.max(to, from + 1), end), 'cm-pointed')])) });
    },
  };
}
