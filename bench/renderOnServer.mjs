import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// `node bench/renderOnServer.mjs PAGES contestant`: how long its card takes to be a string, as JSON.

const WARM_UP = 40;
const TIMES = 15;
/** Ours knows no deals on a server: the browser reads them. */
const size = { variables: 50, tags: 20, deals: 0 };
/** More tags are folded where a card folds them. */
const UNFOLDED = 12;

const [folder = '', contestant = ''] = process.argv.slice(2);
/** @type {{ render: (number: number, size: object) => string }} */
const { render } = await import(pathToFileURL(join(folder, `${contestant}-server`, 'card.mjs')).href);

for (let turn = 0; turn < WARM_UP; turn += 1) demandAll(render(turn, size));
const samples = [];
for (let turn = 0; turn < TIMES; turn += 1) {
  const began = performance.now();
  const html = render(turn, size);
  samples.push(performance.now() - began);
  demandAll(html);
}
// Some keep a timer running.
process.stdout.write(JSON.stringify(samples), () => process.exit());

/** @param {string} html */
function demandAll(html) {
  const values = new Set(html.match(/Value \d+ of/g)).size;
  const tags = new Set(html.match(/\w+ \w+ \d{5}/g)).size;
  if (values < (size.variables * 3) / 5 || tags < UNFOLDED)
    throw new Error(`The markup has only ${values} texts and ${tags} tags.`);
}
