// What is left of a script whose training run was stopped.

const EPOCHS = /^train\s+(?!until\b)((?:[^\s{#;]|\s+(?!until\b|every\b|[{#;]|$))+)/;

/** The expression that says how many epochs a `train` statement makes; null if it has none. */
export const epochsOf = statement => EPOCHS.exec(statement)?.[1] ?? null;

/**
 * What is left to run, at the same lines and columns: the statement from `from` to `to` with fewer epochs, and what comes
 * after it. Of a block only that statement is left, since the turns of its loop are not known.
 *
 * @param left the number of epochs left, null to leave the statement as it is
 */
export function rest(text, from, to, left) {
  const statement = text.slice(from, to), epochs = epochsOf(statement);
  const now = left === null || epochs === null ? statement : statement.replace(epochs, () => String(left).padEnd(epochs.length));
  const blank = words => words.replace(/[^\n]/g, ' ');
  const code = text.slice(0, from).replace(/"(?:[^"\\\n]|\\.)*"|#.*/g, '');
  const inBlock = code.split('{').length > code.split('}').length;
  return blank(text.slice(0, from)) + now + (inBlock ? '' : text.slice(to));
}
