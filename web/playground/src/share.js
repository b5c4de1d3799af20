// A script in an address, deflated, so that it fits.

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
const MARK = '#s=';

const fromBase64 = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));

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
