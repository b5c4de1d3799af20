// When a module of TeaVM's starts, it fills the method tables and the descriptions of its classes, entry by entry: ten bytes each, which
// hardly compress. This makes them constants in the module's text form, and leaves out the tests for subtypes that nothing asks for; it
// takes a tenth off the engine.

const GLOBAL = /^ \(global (\S+) \(ref (\S+)\) \(struct\.new_default \S+\)\)$/;
const STRUCT = /^ +\(type (\S+) .*?\(struct(.*)/;
const FUNCTION_TYPE = /^ +\(type (\S+) .*?\(func/;
const FIELD = /\(field (?:\(mut )?(\(ref [^()]*\)|\w+)/g;
const ZEROS = { i32: '(i32.const 0)', i64: '(i64.const 0)', f32: '(f32.const 0)', f64: '(f64.const 0)', externref: '(ref.null noextern)', eqref: '(ref.null none)' };

/** The statements of the start function. */
const DESCRIBE = /^\(call (\S+) \(global\.get (\S+)\) \(i32\.const (-?\d+)\) \(i32\.const (-?\d+)\) \)$/;
const CONNECT = /^\(call (\S+) \(global\.get (\S+)\) \(global\.get (\S+)\) \)$/;
const SET = /^\(struct\.set (\S+) (\d+) \(global\.get (\S+)\) (\(ref\.func \S+\)) \)$/;
/** An entry that the functions set which the first two call: the type, the field, of which argument, and what. */
const ENTRY = /\(struct\.set (\S+) (\d+) \(local\.get \$(\d)\) (\((?:ref\.func|local\.get) \S+\)) \)/g;

/** The text of a module with constant tables, from its text without names. */
export function constantTables(text) {
  const lines = text.split('\n');
  const start = find(lines, /^ \(start (\S+)\)$/)[1];
  const [from, to] = bounds(lines, start);
  const statements = statementsIn(lines, from, to);
  const describe = find(statements.map(one => one.text), DESCRIBE)[1], connect = find(statements.map(one => one.text), CONNECT)[1];
  const given = entries(lines, describe), methods = entries(lines, connect);
  const info = given[0].type, table = methods.find(entry => entry.argument === 0).type;
  const classOf = methods.find(entry => entry.type === table && entry.value === '(local.get $1)').field;
  const tableOf = methods.find(entry => entry.type === info).field;
  const globals = new Map();
  for (const [at, line] of lines.entries()) {
    const [, name, type] = GLOBAL.exec(line) ?? [];
    if (name) globals.set(name, { at, type, values: new Map() });
  }
  const tested = usesOf(lines, from, to, statements), subtype = subtypeTest(statements, info);
  let made = 0;
  for (const statement of statements) {
    const description = DESCRIBE.exec(statement.text), connection = CONNECT.exec(statement.text), entry = SET.exec(statement.text);
    if (description?.[1] === describe) {
      const [, , global, ...numbers] = description;
      for (const { field, value } of given) {
        globals.get(global).values.set(field, value.replace(/\(local\.get \$(\d)\)/, (_, i) => `(i32.const ${numbers[i - 1]})`));
      }
      replace(lines, statement, '');
    } else if (connection?.[1] === connect) {
      const [, , global, owner] = connection;
      for (const { type, field, value } of methods) if (type === table) globals.get(global).values.set(field, value.replace(/\(local.*/, `(global.get ${owner})`));
      replace(lines, statement, `  (call $link (global.get ${global}))`);
    } else if (globals.has(entry?.[3])) {
      const [, type, field, owner, method] = entry;
      if (type !== info || field !== subtype || tested.has(owner)) globals.get(owner).values.set(Number(field), method);
      replace(lines, statement, '');
      made++;
    }
  }
  if (made < statements.length / 3) throw new Error(`only ${made} of ${statements.length} statements set an entry: this is not TeaVM's start function as it was`);

  const fields = new Map(), functions = new Set();
  for (const line of lines) {
    const struct = STRUCT.exec(line), type = FUNCTION_TYPE.exec(line);
    if (struct) fields.set(struct[1], [...struct[2].matchAll(FIELD)].map(field => field[1]));
    if (type) functions.add(type[1]);
  }
  const zero = type => ZEROS[type] ?? (functions.has(/(\S+)\)$/.exec(type)[1]) ? '(ref.null nofunc)' : '(ref.null none)');
  const infos = [], tables = []; // a table refers to its class's description, which therefore comes first
  for (const [name, { at, type, values }] of globals) {
    if (type !== info && values.size === 0) continue;
    const all = fields.get(type).map((field, i) => values.get(i) ?? zero(field));
    (type === info ? infos : tables).push(` (global ${name} (ref ${type}) (struct.new ${type} ${all.join(' ')}))`);
    lines[at] = '';
  }
  const link = ` (func $link (param $0 (ref ${table})) (struct.set ${info} ${tableOf} (ref.as_non_null (struct.get ${table} ${classOf} (local.get $0))) (local.get $0)))`;
  const first = lines.findIndex(line => line.startsWith(' (global '));
  return [...lines.slice(0, first), ...infos, ...tables, ...lines.slice(first, from), link, ...lines.slice(from)].filter(line => line).join('\n');
}

function find(lines, pattern) {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match;
  }
  throw new Error(`no line of the module is like ${pattern}`);
}

/** The lines of a function: the first, and the one after the last. */
function bounds(lines, name) {
  const from = lines.findIndex(line => line.startsWith(` (func ${name} `));
  return [from, lines.indexOf(' )', from)];
}

/** The statements of a function, each on one line, and where they are. */
function statementsIn(lines, from, to) {
  const statements = [];
  for (let at = from + 1; at < to; ) {
    let next = at + 1;
    while (next < to && !/^ {2}[()]/.test(lines[next])) next++;
    if (lines[next] === '  )') next++;
    statements.push({ at, next, text: lines.slice(at, next).join(' ').replace(/\s+/g, ' ').trim() });
    at = next;
  }
  return statements;
}

/** The entries that a function sets. */
function entries(lines, name) {
  const [from, to] = bounds(lines, name);
  const body = lines.slice(from, to).join(' ').replace(/\s+/g, ' ');
  return [...body.matchAll(ENTRY)].map(([, type, field, argument, value]) => ({ type, field: Number(field), argument: Number(argument), value }));
}

/** The field of a description that most statements set: a function that tests for a subtype, which each class has. */
function subtypeTest(statements, info) {
  const counts = new Map();
  for (const { text } of statements) {
    const [, type, field] = SET.exec(text) ?? [];
    if (type === info) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The globals that are read other than to be filled. */
function usesOf(lines, from, to, statements) {
  const others = statements.map(one => one.text).filter(text => ![DESCRIBE, CONNECT, SET].some(pattern => pattern.test(text)));
  const read = [...lines.slice(0, from), ...lines.slice(to), ...others];
  return new Set(read.flatMap(line => [...line.matchAll(/global\.get (\S+?)\)/g)].map(match => match[1])));
}

function replace(lines, { at, next }, line) {
  lines.fill('', at, next);
  lines[at] = line;
}
