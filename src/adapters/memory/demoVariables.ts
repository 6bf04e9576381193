import type { Variable } from '../../model/variable.ts';
import type { DemoClock } from './demoClock.ts';

// What the shop wants to know of everyone, each ready to be given a value.
const blank = {
  email: { key: 'email', label: 'Email', type: 'email' },
  phone: { key: 'phone', label: 'Phone', type: 'phone' },
  dressSize: {
    key: 'dress_size',
    label: 'Dress size',
    type: 'string',
    maxLength: 12,
    hint: 'Letter and number, as on the label: M / 40',
  },
  birthday: { key: 'birthday', label: 'Birthday', type: 'date' },
  interests: {
    key: 'interests',
    label: 'Interested in',
    type: 'multiselect',
    options: [
      { id: 'dresses', label: 'Linen dresses', color: '#7048e8' },
      { id: 'sandals', label: 'sandals', color: '#e8590c' },
      { id: 'bags', label: 'bags', color: '#0c8599' },
      { id: 'scarves', label: 'scarves', color: '#d6336c' },
      { id: 'men', label: 'menswear' },
    ],
  },
  wantsInvoices: { key: 'wants_invoices', label: 'Wants invoices', type: 'boolean' },
  tier: {
    key: 'tier',
    label: 'Loyalty tier',
    type: 'select',
    options: [
      { id: 'bronze', label: 'Bronze' },
      { id: 'silver', label: 'Silver' },
      { id: 'gold', label: 'Gold', color: '#f08c00' },
    ],
  },
  orders: { key: 'orders', label: 'Orders', type: 'number' },
  spent: { key: 'spent', label: 'Spent so far', type: 'currency' },
  nextFitting: { key: 'next_fitting', label: 'Next fitting', type: 'datetime' },
  website: { key: 'website', label: 'Website', type: 'url' },
  notes: { key: 'notes', label: 'Notes', type: 'text' },
  taxNumber: { key: 'tax_number', label: 'Tax number', type: 'string', masked: true },
  customerNumber: {
    key: 'customer_number',
    label: 'Customer number',
    type: 'string',
    readOnly: 'Comes from the shop system.',
  },
} satisfies Record<string, Omit<Variable, 'value'>>;

export type DemoValues = { readonly [name in keyof typeof blank]?: Variable['value'] };

/** The variables named, with their values, in the order given. */
export function toVariables(values: DemoValues): Variable[] {
  return (Object.keys(values) as (keyof DemoValues)[]).map((name) => ({
    ...blank[name],
    value: values[name] ?? null,
  }));
}

/** Marina's: one of every type. */
export function marinasVariables({ ago }: DemoClock): Variable[] {
  const variables = toVariables({
    email: 'marina@estudiomo.com.br',
    phone: '+55 11 98123-4567',
    dressSize: 'M / 40',
    birthday: '1991-09-23',
    interests: ['dresses', 'sandals'],
    wantsInvoices: null,
    tier: 'gold',
    orders: '7',
    spent: { amount: '2318.4', currency: 'BRL' },
    nextFitting: ago({ days: -2, hours: -3 }),
    website: 'https://estudiomo.com.br',
    notes:
      'Prefers natural fabrics and muted colours.\nNeeds the dress two days before the wedding: she travels to Paraty with it. Ask before calling, messages are fine at any hour.',
    taxNumber: '123.456.789-09',
    customerNumber: 'C-20417',
  });
  const touched: Record<string, Pick<Variable, 'updatedAt' | 'updatedBy'>> = {
    dress_size: { updatedAt: ago({ days: 3 }), updatedBy: 'Ana Souza' },
    notes: { updatedAt: ago({ days: 1, hours: 4 }), updatedBy: 'Bruno Lima' },
    phone: { updatedAt: ago({ days: 183 }), updatedBy: 'Chatbot' },
  };
  return variables.map((variable) => ({ ...variable, ...touched[variable.key] }));
}
