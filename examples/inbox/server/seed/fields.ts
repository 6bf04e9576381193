import type { fieldDefinitions } from '../schema.ts';
import { clinic, shop } from './catalogue.ts';

type NewField = typeof fieldDefinitions.$inferInsert;
type Field = Pick<NewField, 'key' | 'label' | 'type'> & Partial<NewField>;

const variables: readonly Field[] = [
  { key: 'email', label: 'Email', type: 'email' },
  { key: 'phone', label: 'Phone', type: 'phone' },
  { key: 'whatsapp_phone', label: 'WhatsApp number', type: 'phone', readOnly: 'Given by WhatsApp' },
  { key: 'dress_size', label: 'Dress size', type: 'string', maxLength: 20 },
  { key: 'birthday', label: 'Birthday', type: 'date' },
  {
    key: 'interested_in',
    label: 'Interested in',
    type: 'multiselect',
    options: [
      { id: 'linen', label: 'Linen dresses', color: '#e9c46a' },
      { id: 'sandals', label: 'Sandals', color: '#b08968' },
      { id: 'swimwear', label: 'Swimwear', color: '#0c8599' },
      { id: 'bags', label: 'Bags' },
      { id: 'jewellery', label: 'Jewellery' },
    ],
  },
  { key: 'wants_invoices', label: 'Wants invoices', type: 'boolean' },
  {
    key: 'plan',
    label: 'Loyalty plan',
    type: 'select',
    options: [
      { id: 'free', label: 'Free' },
      { id: 'silver', label: 'Silver', color: '#868e96' },
      { id: 'gold', label: 'Gold', color: '#f08c00' },
    ],
  },
  { key: 'budget', label: 'Budget', type: 'currency' },
  { key: 'orders', label: 'Orders so far', type: 'number' },
  { key: 'next_fitting', label: 'Next fitting', type: 'datetime' },
  { key: 'portfolio', label: 'Web page', type: 'url' },
  {
    key: 'delivery_notes',
    label: 'Delivery notes',
    type: 'text',
    description: 'What the courier has to know',
  },
  {
    key: 'cpf',
    label: 'CPF',
    type: 'string',
    masked: true,
    pattern: '\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}',
    hint: 'Like 123.456.789-09',
    description: 'The Brazilian tax number',
  },
  { key: 'shop_id', label: 'Shop account', type: 'string', readOnly: 'Comes from the shop' },
  {
    key: 'utm_source',
    label: 'UTM source',
    type: 'string',
    group: 'First visit',
    readOnly: 'Noted by the chat widget',
  },
  {
    key: 'utm_campaign',
    label: 'UTM campaign',
    type: 'string',
    group: 'First visit',
    readOnly: 'Noted by the chat widget',
  },
  {
    key: 'landing_page',
    label: 'Landing page',
    type: 'url',
    group: 'First visit',
    readOnly: 'Noted by the chat widget',
  },
];

const contactFields: readonly Field[] = [
  { key: 'company', label: 'Company', type: 'string' },
  { key: 'job_title', label: 'Job title', type: 'string' },
  { key: 'tax_id', label: 'Tax number', type: 'string' },
  { key: 'street', label: 'Street', type: 'string', group: 'Address' },
  { key: 'postal_code', label: 'Postal code', type: 'string', group: 'Address' },
  { key: 'city', label: 'City', type: 'string', group: 'Address' },
  { key: 'country', label: 'Country', type: 'string', group: 'Address' },
  { key: 'birthday', label: 'Birthday', type: 'date' },
  {
    key: 'language',
    label: 'Language',
    type: 'select',
    options: [
      { id: 'pt', label: 'Português' },
      { id: 'en', label: 'English' },
      { id: 'fr', label: 'Français' },
      { id: 'uk', label: 'Українська' },
      { id: 'ar', label: 'العربية' },
    ],
  },
  {
    key: 'payment_terms',
    label: 'Payment terms',
    type: 'select',
    options: [
      { id: 'prepaid', label: 'Prepaid' },
      { id: 'net30', label: '30 days' },
      { id: 'net60', label: '60 days' },
    ],
  },
  { key: 'credit_limit', label: 'Credit limit', type: 'currency' },
  { key: 'annual_volume', label: 'Volume last year', type: 'currency', readOnly: 'Comes from the accounts' },
  { key: 'shop_size', label: 'Shop size, m²', type: 'number' },
  { key: 'newsletter', label: 'Newsletter', type: 'boolean' },
  {
    key: 'categories',
    label: 'Buys',
    type: 'multiselect',
    options: [
      { id: 'dresses', label: 'Dresses' },
      { id: 'shoes', label: 'Shoes' },
      { id: 'bags', label: 'Bags' },
      { id: 'jewellery', label: 'Jewellery' },
    ],
  },
  { key: 'last_visit', label: 'Last visit', type: 'datetime' },
  { key: 'website', label: 'Website', type: 'url' },
  { key: 'accounting_email', label: 'Accounting', type: 'email' },
  { key: 'fax', label: 'Fax', type: 'phone' },
  { key: 'notes', label: 'Notes', type: 'text' },
];

export const seedFields: readonly NewField[] = [
  ...toRows(shop, 'subscriber', variables),
  ...toRows(shop, 'contact', contactFields),
  ...toRows(clinic, 'subscriber', variables.slice(0, 2)),
];

function toRows(
  workspaceId: string,
  owner: NewField['owner'],
  fields: readonly Field[],
): readonly NewField[] {
  return fields.map((field, position) => ({
    id: toFieldRowId(workspaceId, owner, field.key),
    workspaceId,
    owner,
    position,
    ...field,
  }));
}

export function toFieldRowId(workspaceId: string, owner: NewField['owner'], key: string): string {
  return `${workspaceId}:${owner}:${key}`;
}
