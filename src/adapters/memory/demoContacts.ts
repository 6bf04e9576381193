import type { Contact } from '../../model/contact.ts';
import type { Variable } from '../../model/variable.ts';
import { demoMembers } from './demoDeals.ts';

const [ana, bruno] = demoMembers;

/** The fields of the CRM, unset, as a new contact has them. */
export const demoContactFields: readonly Variable[] = [
  { key: 'company', label: 'Company', type: 'string', value: null },
  { key: 'position', label: 'Position', type: 'string', value: null },
  { key: 'vat', label: 'VAT number', type: 'string', value: null },
  { key: 'website', label: 'Website', type: 'url', value: null },
  {
    key: 'source',
    label: 'Source',
    type: 'select',
    options: [
      { id: 'chat', label: 'Chat' },
      { id: 'fair', label: 'Trade fair' },
      { id: 'referral', label: 'Referral' },
    ],
    value: null,
  },
  { key: 'newsletter', label: 'Newsletter', type: 'boolean', value: null },
  { key: 'credit', label: 'Credit limit', type: 'currency', value: null },
  { key: 'since', label: 'Customer since', type: 'date', value: null },
  { key: 'address', label: 'Delivery address', type: 'text', value: null },
];

/** Contacts linked to subscribers: one with everything filled in, one with little, one with nothing but a name. */
export function createDemoContacts(): Record<string, Contact> {
  return {
    marina: {
      id: 'contact-501',
      firstName: 'Marina',
      lastName: 'Oliveira',
      phones: [{ id: 'p1', value: '+55 11 98123-4567', primary: true }],
      emails: [{ id: 'e1', value: 'marina@estudiomo.com.br', primary: true }],
      assignee: bruno,
      fields: fill({ company: 'Estúdio MO', newsletter: true, source: 'chat' }),
      url: 'https://crm.example.com/contacts/501',
    },
    james: {
      id: 'contact-377',
      firstName: 'James',
      lastName: 'Whitfield',
      phones: [
        { id: 'p1', value: '+44 20 7946 0018', primary: true },
        { id: 'p2', value: '+351 21 555 0117', primary: false },
      ],
      emails: [
        { id: 'e1', value: 'james@whitfieldandsons.co.uk', primary: true },
        { id: 'e2', value: 'orders@whitfieldandsons.co.uk', primary: false },
      ],
      assignee: ana,
      fields: fill({
        company: 'Whitfield & Sons Ltd.',
        position: 'Head of buying',
        vat: 'GB 123 4567 89',
        website: 'https://whitfieldandsons.co.uk',
        source: 'fair',
        newsletter: false,
        credit: { amount: '15000', currency: 'EUR' },
        since: '2021-03-01',
        address: 'Whitfield & Sons\nRua da Boavista 84, 1.º\n1200-068 Lisboa',
      }),
      url: 'https://crm.example.com/contacts/377',
    },
    lea: {
      id: 'contact-466',
      firstName: 'Léa',
      lastName: '',
      phones: [],
      emails: [],
      assignee: null,
      fields: [],
    },
  };
}

/** Known to the CRM, linked to nobody: found as duplicates of a contact in the making. */
export function createOtherContacts(): Contact[] {
  return [
    {
      id: 'contact-298',
      firstName: 'Olena',
      lastName: 'Kovalenko',
      phones: [{ id: 'p1', value: '+380 67 123 45 67', primary: true }],
      emails: [{ id: 'e1', value: 'Olena.Kovalenko@ukr.net', primary: true }],
      assignee: bruno,
      fields: fill({ source: 'referral' }),
      url: 'https://crm.example.com/contacts/298',
    },
    {
      id: 'contact-310',
      firstName: 'Misaki',
      lastName: 'Sato',
      phones: [],
      emails: [{ id: 'e1', value: 'misaki@sato-design.jp', primary: true }],
      assignee: null,
      fields: fill({ company: 'Sato Design' }),
    },
  ];
}

function fill(values: Record<string, Variable['value']>): Variable[] {
  return demoContactFields.map((field) => ({ ...field, value: values[field.key] ?? null }));
}
