// Unpacks the page's program, which is most of its text, and starts it.

import { unpackedText } from './packed.js';

const program = document.createElement('script');
program.type = 'module';
program.textContent = unpackedText('program');
document.body.append(program);
