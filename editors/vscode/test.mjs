// The extension with a stand-in for VS Code: its commands, and what they ask nn for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import test from 'node:test';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

function start({ html = '<p>1</p>', path = 'nn' } = {}) {
  const seen = { commands: {}, tasks: [], requests: [], errors: [], panels: [] };
  const document = {
    languageId: 'nn',
    fileName: '/scripts/a.nn',
    uri: { path: '/scripts/a.nn', toString: () => 'file:///scripts/a.nn' },
    save: async () => (seen.saved = true),
  };
  const vscode = {
    workspace: {
      getConfiguration: () => ({ get: () => path }),
      onDidChangeTextDocument: (changed) => (seen.change = () => changed({ document })),
    },
    window: {
      activeTextEditor: { document },
      showErrorMessage: (text) => seen.errors.push(text),
      createWebviewPanel: (...args) => {
        const panel = { args, webview: {}, onDidDispose: (f) => (panel.dispose = f), reveal: () => (panel.revealed = true) };
        seen.panels.push(panel);
        return panel;
      },
    },
    commands: { registerCommand: (name, run) => (seen.commands[name] = run) },
    tasks: { executeTask: async (task) => seen.tasks.push(task) },
    Task: class { constructor(...args) { this.args = args; } },
    ProcessExecution: class { constructor(command, args) { Object.assign(this, { command, args }); } },
    TaskScope: { Workspace: 2 },
    ViewColumn: { Beside: -2 },
  };
  class LanguageClient {
    constructor(id, name, server) { seen.server = server; }
    async start() { if (path === 'missing') throw new Error('ENOENT'); }
    async stop() { seen.stopped = true; }
    async sendRequest(method, params) { seen.requests.push([method, params]); return html; }
  }
  const load = Module._load;
  Module._load = (name, ...rest) =>
    name === 'vscode' ? vscode : name === 'vscode-languageclient/node' ? { LanguageClient } : load(name, ...rest);
  delete require.cache[require.resolve('./extension.js')];
  const extension = require('./extension.js');
  Module._load = load;
  return { seen, extension };
}

test('registers the commands that the manifest names, and starts the server', async () => {
  const { seen, extension } = start();
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(Object.keys(seen.commands), manifest.contributes.commands.map(({ command }) => command));
  assert.deepEqual(seen.server, { command: 'nn', args: ['lsp'] });
  await extension.deactivate();
  assert.ok(seen.stopped);
});

test('runs the saved script', async () => {
  const { seen, extension } = start();
  await extension.activate({ subscriptions: [] });
  await seen.commands['nn.run']();
  assert.ok(seen.saved);
  const { command, args } = seen.tasks[0].args[4];
  assert.deepEqual([command, args], ['nn', ['run', '/scripts/a.nn']]);
});

test('shows one page for a script, and keeps it up to date', async () => {
  const { seen, extension } = start();
  await extension.activate({ subscriptions: [] });
  seen.commands['nn.preview']();
  seen.commands['nn.preview']();
  await new Promise(setImmediate);
  assert.equal(seen.panels.length, 1);
  assert.ok(seen.panels[0].revealed);
  assert.equal(seen.panels[0].webview.html, '<p>1</p>');
  assert.deepEqual(seen.requests, [['nn/preview', { uri: 'file:///scripts/a.nn' }]]);
  seen.change();
  while (seen.requests.length < 2) {
    await new Promise(setImmediate);
  }
  seen.panels[0].dispose();
});

test('says so if there is no server', async () => {
  const { seen, extension } = start({ path: 'missing' });
  await extension.activate({ subscriptions: [] });
  assert.match(seen.errors[0], /`missing lsp`/);
});
