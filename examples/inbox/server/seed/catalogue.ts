import type { Outcome } from '../../../../src/model/deal.ts';
import type { campaigns, members, pipelines, rules, steps, workspaces } from '../schema.ts';

type New<Table extends { $inferInsert: object }> = Table['$inferInsert'];

export const shop = 'atelie-mar';
export const clinic = 'lumen-clinic';

export const seedWorkspaces: readonly New<typeof workspaces>[] = [
  { id: shop, name: 'Ateliê Mar' },
  { id: clinic, name: 'Lumen Clinic' },
];

export const seedMembers: readonly Omit<New<typeof members>, 'searchText'>[] = [
  member('ana', 'Ana Souza', { isOperator: true, avatarUrl: '/avatars/ana.svg' }),
  member('bruno', 'Bruno Lima', { isOperator: true }),
  member('carla', 'Carla Mendes'),
  member('dmytro', 'Дмитро Коваль'),
  member('eduardo', 'Eduardo Reis', { active: false }),
  { ...member('helen', 'Helen Marsh'), workspaceId: clinic, email: 'helen@lumen.example' },
];

/** Group, colour and names of the tags. */
export const seedTags: readonly { group: string; color: string | null; names: readonly string[] }[] = [
  {
    group: 'Customer',
    color: '#188038',
    names: ['VIP', 'Loyal', 'First order', 'Wholesale', 'Influencer', 'Returning'],
  },
  {
    group: 'Season',
    color: '#3b5bdb',
    names: ['Spring 2025', 'Summer 2025', 'Autumn 2025', 'Winter 2025', 'Resort 2026', 'Spring 2026'],
  },
  {
    group: 'Attention',
    color: '#e8590c',
    names: [
      'Abandoned cart',
      'Complaint',
      'Refund',
      'Exchange',
      'Late delivery',
      'Call back',
      'Fragile address',
    ],
  },
  {
    group: 'Place',
    color: null,
    names: [
      'São Paulo',
      'Rio de Janeiro',
      'Lisboa',
      'Paris',
      'Київ',
      'دبي',
      '東京',
      'İstanbul',
      'Bogotá',
      'Seoul',
    ],
  },
  {
    group: 'Interest',
    color: '#9c36b5',
    names: [
      'Linen dresses',
      'Sandals',
      'Swimwear',
      'Wedding guest',
      'Bags',
      'Jewellery',
      'Plus size',
      'Made to measure',
    ],
  },
  { group: 'Source', color: '#0c8599', names: ['Instagram ad', 'Google', 'Recommended', 'Fair 2025'] },
];

export const seedPipelines: readonly New<typeof pipelines>[] = [
  {
    id: 'store',
    workspaceId: shop,
    name: 'Online store',
    currency: 'BRL',
    takesPurchases: true,
    position: 0,
  },
  { id: 'wholesale', workspaceId: shop, name: 'Wholesale', currency: 'EUR', position: 1 },
  { id: 'visits', workspaceId: clinic, name: 'Visits', currency: 'GBP', takesPurchases: true, position: 0 },
];

export const seedSteps: readonly New<typeof steps>[] = [
  ...stepsOf('store', [
    ['new', 'New lead', '#868e96'],
    ['quote', 'Quote sent', '#4c6ef5'],
    ['fitting', 'Fitting booked', '#3b5bdb'],
    ['payment', 'Awaiting payment', '#f08c00'],
    ['won', 'Won', '#188038', 'won'],
    ['lost', 'Lost', '#c92a2a', 'lost'],
  ]),
  ...stepsOf('wholesale', [
    ['contacted', 'Contacted', '#868e96'],
    ['samples', 'Samples sent', '#4c6ef5'],
    ['negotiation', 'Negotiation', '#3b5bdb'],
    ['contract', 'Contract sent', '#f08c00'],
    ['won', 'Signed', '#188038', 'won'],
    ['lost', 'Lost', '#c92a2a', 'lost'],
  ]),
  ...stepsOf('visits', [
    ['asked', 'Asked', '#868e96'],
    ['won', 'Visited', '#188038', 'won'],
  ]),
];

export const seedCampaigns: readonly New<typeof campaigns>[] = [
  {
    id: 'spring-retargeting',
    workspaceId: shop,
    name: 'Spring collection · Retargeting · São Paulo 25–44 · Carousel B',
    url: '/ads/120211337',
    adId: '120211337',
    title: 'Linho que respira',
    body: 'A nova coleção chegou: vestidos de linho para os dias longos. Responda aqui e ganhe 10% na primeira compra.',
    imageUrl: '/ads/120211337.svg',
    source: 'Facebook ad',
  },
  {
    id: 'click-to-whatsapp',
    workspaceId: shop,
    name: 'Click to WhatsApp · GCC',
    url: '/ads/120288410',
    adId: '120288410',
    title: 'فساتين كتان لصيف طويل',
    body: 'شحن مجاني إلى دبي والرياض. راسلنا لمعرفة المقاسات.',
    imageUrl: '/ads/120288410.svg',
    source: 'Instagram ad',
  },
  {
    id: 'telegram-channel',
    workspaceId: shop,
    name: 'Telegram Ads · UA · сандалі',
    url: '/ads/77012',
    adId: '77012',
    title: 'Сандалі ручної роботи',
    body: 'Шкіра, лляна нитка і літо. Напишіть боту — підберемо розмір.',
    source: 'Telegram ad',
  },
  {
    id: 'broken-link',
    workspaceId: shop,
    name: 'Messenger test · link typed by hand',
    url: 'fb.me/atelie-mar-spring',
    adId: '120219005',
    title: 'Spring is here',
    body: 'Write to us and see the whole collection.',
    source: 'Facebook ad',
  },
];

export const seedRules: readonly New<typeof rules>[] = [
  {
    id: 'order-noted',
    workspaceId: shop,
    name: 'Say thank you for an order',
    trigger: 'deal-created',
    text: 'Thank you, {name}! “{deal}” is noted: {step}.',
    active: true,
  },
  {
    id: 'order-moved',
    workspaceId: shop,
    name: 'Tell how an order goes on',
    trigger: 'deal-step-changed',
    text: '“{deal}” has moved on: {step}.',
    active: true,
  },
  {
    id: 'price-changed',
    workspaceId: shop,
    name: 'Tell a new price',
    trigger: 'deal-field-changed',
    field: 'value',
    text: 'The price of “{deal}” has changed. Ask us whatever you like to know about it.',
    active: true,
  },
  {
    id: 'old-greeting',
    workspaceId: shop,
    name: 'Greeting of last year',
    trigger: 'deal-created',
    text: 'Happy holidays, {name}!',
    active: false,
  },
];

function member(id: string, name: string, more: Partial<New<typeof members>> = {}) {
  return {
    id,
    workspaceId: shop,
    name,
    email: `${id}@ateliemar.example`,
    active: true,
    isOperator: false,
    ...more,
  };
}

function stepsOf(
  pipelineId: string,
  rows: readonly (readonly [id: string, name: string, color: string, outcome?: Outcome])[],
): readonly New<typeof steps>[] {
  return rows.map(([id, name, color, outcome = 'open'], position) => ({
    id: `${pipelineId}-${id}`,
    pipelineId,
    name,
    color,
    outcome,
    position,
  }));
}
