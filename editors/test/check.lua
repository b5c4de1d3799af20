-- Compares the colours of Vim's syntax in Neovim with the lexer's, as EditorFilesTest writes them.
local letters = { nnComment = 'c', nnString = 's', nnEscape = 's', nnNumber = 'd', nnKeyword = 'k', nnName = 'n' }
local scripts = vim.fn.glob('target/editors/*.nn', true, true)
local wrong = #scripts == 0 and 1 or 0
for _, path in ipairs(scripts) do
  vim.cmd('edit ' .. path)
  assert(vim.bo.filetype == 'nn' and vim.b.current_syntax == 'nn', 'no syntax')
  local expected = vim.fn.readfile(vim.fn.fnamemodify(path, ':r') .. '.colors')
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local seen, same = '', true
    for i = 0, vim.fn.strchars(line) - 1 do
      local id = vim.fn.synID(number, vim.fn.byteidx(line, i) + 1, 1)
      local letter = letters[vim.fn.synIDattr(id, 'name')] or '.'
      seen = seen .. letter
      same = same and (letter == expected[number]:sub(i + 1, i + 1) or vim.fn.strcharpart(line, i, 1) == ' ')
    end
    if not same then
      wrong = wrong + 1
      io.stdout:write(path, ':', number, '\n  ', line, '\n  ', seen, '\n  ', expected[number], ' expected\n')
    end
  end
end
io.stdout:write(wrong == 0 and 'Vim colours ' .. #scripts .. ' scripts as the lexer does\n' or 'some colours are wrong\n')
vim.cmd(wrong == 0 and 'qa!' or 'cq')
