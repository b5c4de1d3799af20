" Comments, indentation and formatting of nn scripts; Neovim starts nn's server, too.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal comments=:# commentstring=#\ %s
setlocal expandtab shiftwidth=4 softtabstop=4
setlocal formatprg=nn\ fmt\ -
let b:undo_ftplugin = 'setlocal comments< commentstring< expandtab< shiftwidth< softtabstop< formatprg<'

if has('nvim') && executable('nn')
  lua << EOS
  local config = { name = 'nn', cmd = { 'nn', 'lsp' }, root_dir = vim.fn.getcwd() }
  if vim.lsp.start then
    vim.lsp.start(config)
  else -- before Neovim 0.8
    nn_client = nn_client or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, nn_client)
  end
EOS
endif
