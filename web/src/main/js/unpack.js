// Bytes that the build packed into a page's text. LZMA makes nn's engine a quarter smaller than gzip does, which browsers can read.

import { Decoder } from 'lzma-decoder';
import { InputBuffer, OutputBuffer } from 'lzma-streams';
import { fromBase85 } from './base85.js';

/** The bytes in a text of {@link pack}. */
export function unpack(text) {
    const packed = fromBase85(text);
    const bytes = new OutputBuffer(packed.length * 4);
    new Decoder().decompress(new InputBuffer(packed), bytes);
    return bytes.toArray();
}
