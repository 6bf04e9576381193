import type { Tag } from '../../model/tag.ts';

const palette = {
  green: '#2f9e44',
  blue: '#3b5bdb',
  orange: '#e8590c',
  red: '#c92a2a',
  violet: '#7048e8',
  teal: '#0c8599',
  yellow: '#f08c00',
  pink: '#d6336c',
};

/** The vocabulary: name by id, in groups of one colour. */
const groups: readonly [group: string, color: string | undefined, names: Record<string, string>][] = [
  [
    'Loyalty',
    palette.green,
    { vip: 'VIP', returning: 'Returning', first: 'First order', referral: 'Came by referral' },
  ],
  [
    'Campaign',
    palette.blue,
    {
      spring: 'Spring 2025',
      summer: 'Summer linen',
      'black-friday': 'Black Friday',
      wedding: 'Wedding season',
      newsletter: 'Newsletter',
      giveaway: 'Giveaway',
    },
  ],
  [
    'To do',
    palette.orange,
    {
      cart: 'Abandoned cart',
      'call-back': 'Call back',
      quote: 'Waiting for quote',
      sizes: 'Asked for sizes',
      photos: 'Send photos',
    },
  ],
  [
    'Care',
    palette.red,
    { complaint: 'Complaint', refund: 'Refund', late: 'Late delivery', 'do-not-call': 'Do not call' },
  ],
  [
    'Interest',
    palette.violet,
    {
      dresses: 'Dresses',
      sandals: 'Sandals',
      bags: 'Bags',
      scarves: 'Scarves',
      men: 'Menswear',
      kids: 'Kids',
      'made-to-measure': 'Made to measure',
    },
  ],
  [
    'Business',
    palette.teal,
    { wholesale: 'Wholesale', boutique: 'Boutique', press: 'Press', creator: 'Creator' },
  ],
  [
    'Language',
    palette.yellow,
    { pt: 'Português', uk: 'Українська', ar: 'العربية', ja: '日本語', en: 'English' },
  ],
  ['Mood', palette.pink, { love: '💖 Loves us', undecided: '🤔 Undecided' }],
  [
    'Place',
    undefined,
    { 'sao-paulo': 'São Paulo', lisbon: 'Lisboa', kyiv: 'Київ', riyadh: 'الرياض', tokyo: '東京' },
  ],
];

export const demoTags: readonly Tag[] = groups.flatMap(([group, color, names]) =>
  Object.entries(names).map(([id, name]) => ({ id, name, group, ...(color !== undefined && { color }) })),
);

export function pickTags(...ids: readonly string[]): Tag[] {
  return ids.flatMap((id) => demoTags.filter((tag) => tag.id === id));
}
