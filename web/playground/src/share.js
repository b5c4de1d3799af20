// A script in an address, deflated, so that it fits.

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
const MARK = '#s=';

const fromBase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

/** The digits of a text that holds bytes, 4 in 5 characters: base64 would take a fifteenth more. None means anything in HTML. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?_~>()[]{}@%$#';

/** Writes bytes as digits of base 85; a last group of n bytes takes n + 1. */
export function toBase85(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let number = 0, group = '';
    for (let i = 0; i < 4; i++) number = number * 256 + (bytes[at + i] ?? 0);
    for (let i = 0; i < 5; i++) {
      group = DIGITS[number % 85] + group;
      number = Math.floor(number / 85);
    }
    text += group.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return text;
}

export function fromBase85(text) {
  const values = new Uint8Array(128), bytes = new Uint8Array(Math.ceil((text.length * 4) / 5) + 4);
  for (let i = 0; i < 85; i++) values[DIGITS.charCodeAt(i)] = i;
  let length = 0;
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let i = 0; i < 5; i++) number = number * 85 + (at + i < text.length ? values[text.charCodeAt(at + i)] : 84);
    for (let i = 0; i < 4; i++) bytes[length + i] = number / 2 ** (24 - 8 * i);
    length += Math.min(4, text.length - at - 1);
  }
  return bytes.subarray(0, length);
}

/** The bytes that the build has packed into an element of the page. */
export const unpackedBytes = id => through(fromBase85(document.getElementById(id).textContent), new DecompressionStream('gzip'));

/** The text that the build has packed into an element of the page. */
export const unpacked = async id => new TextDecoder().decode(await unpackedBytes(id));

/** The fragment of an address that holds a script. */
export async function fragment(script) {
  const bytes = await through(new TextEncoder().encode(script), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return MARK + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The script in a fragment; null if there is none, or it is cut off. */
export async function script(hash) {
  if (!hash.startsWith(MARK)) return null;
  try {
    const bytes = fromBase64(hash.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate-raw')));
  } catch {
    return null;
  }
}
