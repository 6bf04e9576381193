import bootstrap from './hosts/bootstrap.css?inline';
import hostile from './hosts/hostile.css?inline';
import tailwind from './hosts/tailwind.css?inline';
import { stylesheets } from './stylesheets.ts';

/** What else the page of a story is styled by. */
export type HostCss = 'none' | 'tailwind' | 'bootstrap' | 'hostile';

/** The card's own sheet in no layer, for a host whose reset stands in none: it would win over every layer. */
const unlayered = stylesheets.map(({ text }) => text).join('\n');

/** The sheets of a page with such a host, in their order. */
export const hostStyles: { readonly [host in HostCss]: string } = {
  none: '',
  tailwind,
  bootstrap: `${bootstrap}\n${unlayered}`,
  hostile: `${hostile}\n${unlayered}`,
};
