// Packs bytes into a page's text; unpack.js reads them there.

import { compress } from 'lzma1';
import { fileURLToPath } from 'node:url';
import { toBase85 } from '../src/main/js/base85.js';

const file = path => fileURLToPath(new URL(path, import.meta.url));

/** What the pages' modules import by name. Of lzma1 they take the decoder alone. */
export const ALIASES = {
  'nn-engine': file('../src/main/js/nn.js'),
  'nn-unpack': file('../src/main/js/unpack.js'),
  'lzma-decoder': file('node_modules/lzma1/lib/decoder.js'),
  'lzma-streams': file('node_modules/lzma1/lib/streams.js'),
};

/** A text or bytes, compressed, as a text. */
export const pack = data => {
  const bytes = compress(typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data), 9);
  return toBase85(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
};
