-- Edits a script in Neovim, and prints what nn's server says: one line for each answer.
local function say(what, text)
  io.stdout:write(what, ' ', (tostring(text):gsub('%s+', ' ')), '\n')
end

local published
local show = vim.lsp.handlers['textDocument/publishDiagnostics']
vim.lsp.handlers['textDocument/publishDiagnostics'] = function(err, result, ...)
  published = result.diagnostics
  return show(err, result, ...)
end

local function diagnostics()
  assert(vim.wait(60000, function() return published ~= nil end, 20), 'no diagnostics')
  local texts = {}
  for _, one in ipairs(published) do
    table.insert(texts, one.range.start.line .. ':' .. one.range.start.character .. ' ' .. one.message)
  end
  published = nil
  return table.concat(texts, '; ')
end

local function ask(method, extra)
  local params = vim.lsp.util.make_position_params()
  for key, value in pairs(extra or {}) do
    params[key] = value
  end
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do
    return answer.result
  end
end

vim.cmd('edit ' .. os.getenv('SCRIPT'))
say('filetype', vim.bo.filetype)
say('diagnostics', diagnostics())
vim.cmd('%s/sigmod/sigmoid/')
say('diagnostics', diagnostics())
vim.fn.search('grad(w1)')
say('hover', ask('textDocument/hover').contents.value)
say('definition', ask('textDocument/definition')[1] and 'found' or 'none')
vim.fn.search('y1')
say('definition', ask('textDocument/definition')[1].range.start.line)
vim.fn.search('^layer y', 'b')
vim.cmd('normal w')
vim.lsp.buf.rename('out1')
assert(vim.wait(60000, function() return vim.fn.search('layer out1', 'n') > 0 end, 20), 'not renamed')
say('renamed', table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '|'))
published = nil
local edits = ask('textDocument/formatting', { options = { tabSize = 4, insertSpaces = true } })
vim.lsp.util.apply_text_edits(edits, vim.api.nvim_get_current_buf(), 'utf-16')
say('formatted', table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '|'))
vim.cmd('qa!')
