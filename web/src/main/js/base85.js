// Bytes as digits of base 85, 4 bytes in 5 characters; base64 would take a fifteenth more.

/** None of them means anything in HTML or in a string of JSON. */
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
