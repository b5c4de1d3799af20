// Unpacks the page's program, which is most of its text, and starts it.

import { unpacked } from './share.js';

const program = document.createElement('script');
program.type = 'module';
program.textContent = await unpacked('program');
document.body.append(program);
