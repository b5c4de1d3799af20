// What the build has packed into elements of the page.

import { unpack } from 'nn-unpack';

/** The bytes in the element with this id. */
export const unpacked = id => unpack(document.getElementById(id).textContent);

/** The text in the element with this id. */
export const unpackedText = id => new TextDecoder().decode(unpacked(id));
