import type { Deal, Outcome, Pipeline } from '../../model/deal.ts';
import type { Member } from '../../model/member.ts';
import type { DemoClock } from './demoClock.ts';

const ana = { id: 'ana', name: 'Ana Souza', email: 'ana@linhoemar.example', active: true };
const bruno = { id: 'bruno', name: 'Bruno Lima', email: 'bruno@linhoemar.example', active: true };
const carla = { id: 'carla', name: 'Carla Mendes', email: 'carla@linhoemar.example', active: true };
const dmytro = { id: 'dmytro', name: 'Дмитро Шевченко', email: 'dmytro@linhoemar.example', active: true };
const eva = { id: 'eva', name: 'Eva Novak', email: 'eva@linhoemar.example', active: false };

export const demoMembers = [ana, bruno, carla, dmytro, eva] as const satisfies readonly Member[];

export const demoPipelines: readonly Pipeline[] = [
  {
    id: 'atelier',
    name: 'Made to measure',
    currency: 'BRL',
    steps: [
      { id: 'enquiry', name: 'Enquiry', color: '#868e96' },
      { id: 'measured', name: 'Measurements taken', color: '#3b5bdb' },
      { id: 'fitting', name: 'Fitting booked', color: '#3b5bdb' },
      { id: 'delivered', name: 'Paid and delivered', color: '#2f9e44', outcome: 'won' },
      { id: 'cancelled', name: 'Cancelled', color: '#c92a2a', outcome: 'lost' },
    ],
  },
  {
    id: 'wholesale',
    name: 'Wholesale',
    currency: 'EUR',
    steps: [
      { id: 'lead', name: 'New lead', color: '#868e96', outcome: 'open' },
      { id: 'samples', name: 'Samples sent', color: '#0c8599', outcome: 'open' },
      { id: 'quote', name: 'Quote sent', color: '#3b5bdb', outcome: 'open' },
      { id: 'negotiation', name: 'Negotiation', color: '#7048e8', outcome: 'open' },
      { id: 'won', name: 'Won', color: '#2f9e44', outcome: 'won' },
      { id: 'lost', name: 'Lost', color: '#c92a2a', outcome: 'lost' },
    ],
  },
  {
    id: 'japan',
    name: 'オンラインショップ',
    currency: 'JPY',
    steps: [
      { id: 'estimate', name: '見積もり', color: '#868e96' },
      { id: 'paid', name: 'お支払い済み', color: '#2f9e44', outcome: 'won' },
      { id: 'withdrawn', name: 'キャンセル', color: '#c92a2a', outcome: 'lost' },
    ],
  },
];

/** None, one, a few, and forty-five to page through. */
export function createDemoDeals(clock: DemoClock): Record<string, Deal[]> {
  const dated = (days: number) => ({
    createdAt: clock.ago({ days }),
    updatedAt: clock.ago({ days: days / 2 }),
  });
  return {
    marina: [
      {
        id: 'deal-2041',
        number: '2041',
        name: 'Wedding guest dress',
        pipelineId: 'atelier',
        stepId: 'fitting',
        status: 'open',
        value: { amount: '1280', currency: 'BRL' },
        assignee: bruno,
        url: 'https://crm.example.com/deals/2041',
        ...dated(3),
      },
      {
        id: 'deal-1987',
        number: '1987',
        name: 'Summer sandals',
        pipelineId: 'atelier',
        stepId: 'delivered',
        status: 'won',
        value: { amount: '349.9', currency: 'BRL' },
        assignee: null,
        url: 'https://crm.example.com/deals/1987',
        ...dated(10),
      },
    ],
    misaki: [
      {
        id: 'deal-2038',
        number: '2038',
        name: 'リネンのワンピース',
        pipelineId: 'japan',
        stepId: 'estimate',
        status: 'open',
        value: { amount: '24800', currency: 'JPY' },
        assignee: carla,
        url: 'https://crm.example.com/deals/2038',
        ...dated(5),
      },
    ],
    olena: [
      {
        id: 'deal-1902',
        number: '1902',
        name: 'Сукня на випускний',
        pipelineId: 'atelier',
        stepId: 'cancelled',
        status: 'lost',
        value: null,
        assignee: eva,
        url: 'https://crm.example.com/deals/1902',
        ...dated(40),
      },
      {
        id: 'deal-2012',
        number: '2012',
        name: 'Шкіряна сумка',
        pipelineId: 'wholesale',
        stepId: 'quote',
        status: 'open',
        value: { amount: '0', currency: 'EUR' },
        assignee: dmytro,
        url: null,
        ...dated(14),
      },
    ],
    james: createWholesaleDeals(dated),
  };
}

const goods: readonly [name: string, price: number][] = [
  ['Linen shirts', 1860],
  ['Leather sandals', 2475],
  ['Straw hats', 640],
  ['Canvas totes', 915],
  ['Silk scarves', 1330],
];
const stores = ['Lisbon', 'Porto', 'Faro', 'Madrid', 'Sevilla', 'Valencia', 'Bordeaux', 'London', 'Bath'];
const course: readonly [stepId: string, status: Outcome][] = [
  ['negotiation', 'open'],
  ['quote', 'open'],
  ['samples', 'open'],
  ['won', 'won'],
  ['won', 'won'],
  ['lost', 'lost'],
];

function createWholesaleDeals(dated: (days: number) => Pick<Deal, 'createdAt' | 'updatedAt'>): Deal[] {
  const orders = stores.flatMap((store) =>
    goods.map(([name, price]) => ({ name: `${name}, ${store}`, price })),
  );
  const sellers = [ana, bruno, carla, null];
  return orders.map(({ name, price }, index): Deal => {
    const [stepId, status] = course[index % course.length] ?? ['lead', 'open'];
    const number = String(1900 - index * 7);
    return {
      id: `deal-${number}`,
      number,
      name,
      pipelineId: 'wholesale',
      stepId,
      status,
      value: { amount: String(price + index * 20), currency: 'EUR' },
      assignee: sellers[index % sellers.length] ?? null,
      url: `https://crm.example.com/deals/${number}`,
      ...dated(2 + index * 9),
    };
  });
}
