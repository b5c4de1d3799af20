// nn in VS Code: nn's language server, a button that runs the script, and a page with what it shows, kept up to date.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

function nn() {
  return vscode.workspace.getConfiguration('nn').get('path', 'nn');
}

async function run() {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'nn') {
    return;
  }
  await document.save();
  if (document.isUntitled) {
    vscode.window.showErrorMessage('Save the script, then run it.');
    return;
  }
  const task = new vscode.Task(
    { type: 'nn' },
    vscode.TaskScope.Workspace,
    'run',
    'nn',
    new vscode.ProcessExecution(nn(), ['run', document.fileName]),
  );
  task.presentationOptions = { clear: true, showReuseMessage: false };
  await vscode.tasks.executeTask(task);
}

/** The page beside a script; there is one at most for each. */
const pages = new Map();

function preview() {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'nn') {
    return;
  }
  const uri = document.uri.toString();
  if (pages.has(uri)) {
    pages.get(uri).reveal();
    return;
  }
  const name = document.uri.path.split('/').pop();
  const panel = vscode.window.createWebviewPanel('nn.preview', `${name}: results`, vscode.ViewColumn.Beside, {});
  pages.set(uri, panel);
  panel.onDidDispose(() => pages.delete(uri));
  show(uri);
}

/** Asks for the page of a script, and shows it unless there is a newer question. */
async function show(uri) {
  const panel = pages.get(uri);
  const asked = (panel.asked = (panel.asked ?? 0) + 1);
  const html = await client.sendRequest('nn/preview', { uri }).catch((error) => error.message);
  if (pages.get(uri) === panel && panel.asked === asked && html !== null) {
    panel.webview.html = html;
  }
}

async function activate(context) {
  const server = { command: nn(), args: ['lsp'] };
  client = new LanguageClient('nn', 'nn', server, { documentSelector: [{ language: 'nn' }] });
  const waiting = new Map();
  context.subscriptions.push(
    vscode.commands.registerCommand('nn.run', run),
    vscode.commands.registerCommand('nn.preview', preview),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const uri = document.uri.toString();
      if (pages.has(uri)) {
        clearTimeout(waiting.get(uri));
        waiting.set(uri, setTimeout(() => pages.has(uri) && show(uri), 300));
      }
    }),
  );
  try {
    await client.start();
  } catch {
    vscode.window.showErrorMessage(`nn's server does not start: \`${nn()} lsp\`. Is nn installed, and the setting nn.path right?`);
  }
}

function deactivate() {
  return client?.stop();
}

module.exports = { activate, deactivate };
