// How long the page takes from opening to its first output, and until all of it is drawn, in headless Chromium: node bench.mjs [TIMES]

import { launch, playground } from './test/page.mjs';

const times = Number(process.argv[2] ?? 15);
const { browser, context } = await launch();
const measured = { output: [], drawn: [] };
for (let i = 0; i < times; i++) {
  const page = await playground(context);
  for (const [name, all] of Object.entries(measured)) all.push(await page.evaluate(mark => performance.getEntriesByName(mark)[0].startTime, `nn-${name}`));
  await page.close();
}
await browser.close();
for (const [name, all] of Object.entries(measured)) {
  all.sort((a, b) => a - b);
  console.log(`${name.padEnd(6)}  least ${Math.round(all[0])} ms, median ${Math.round(all[all.length >> 1])} ms, most ${Math.round(all.at(-1))} ms of ${times}`);
}
