import type { ContactPoint } from './contact.ts';
import type { DealStep } from './deal.ts';
import type { Member } from './member.ts';
import type { Money } from './money.ts';
import type { Tag } from './tag.ts';
import type { VariableValue } from './variable.ts';

export type DealFieldName = 'name' | 'step' | 'value' | 'assignee';
export type ContactFieldName = 'firstName' | 'lastName' | 'phones' | 'emails' | 'assignee';

/** The smallest thing that two people can disagree about. Built by {@link toFieldId} only. */
export type FieldId =
  | `variable:${string}`
  | `tag:${string}`
  | `deal:${string}:${DealFieldName}`
  | `contact:${string}:${ContactFieldName}`
  | `contact:${string}:fields:${string}`;

/** A {@link FieldId} taken apart. */
export type Field =
  | { readonly kind: 'variable'; readonly key: string }
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'deal'; readonly id: string; readonly name: DealFieldName }
  | { readonly kind: 'contact'; readonly id: string; readonly name: ContactFieldName }
  | { readonly kind: 'contactField'; readonly id: string; readonly key: string };

/** What one adapter call writes. Mutations queue by lane, so a form of three fields is one request. */
export type Lane =
  | `variable:${string}`
  | `tag:${string}`
  | `deal:${string}`
  | `contact:${string}`
  | `create:${string}`;

/** The value of a field, by what the field belongs to. */
export type FieldValue = VariableValue | Tag | DealStep | Money | Member | readonly ContactPoint[];

/**
 * The id of the record that a form is about to create. No encoded id can be equal to it, so the drafts of a new
 * deal never meet those of a deal whose id happens to be "new".
 */
export const NEW = '+';

export function toFieldId(field: Field): FieldId {
  switch (field.kind) {
    case 'variable':
      return `variable:${encode(field.key)}`;
    case 'tag':
      return `tag:${encode(field.id)}`;
    case 'deal':
      return `deal:${encodeId(field.id)}:${field.name}`;
    case 'contact':
      return `contact:${encodeId(field.id)}:${field.name}`;
    case 'contactField':
      return `contact:${encodeId(field.id)}:fields:${encode(field.key)}`;
  }
}

/** Takes a field id apart; `null` for anything that {@link toFieldId} does not build. */
export function parseFieldId(id: string): Field | null {
  const [kind, first, second, third, ...rest] = id.split(':');
  if (first === undefined || rest.length > 0) return null;
  const owner = decode(first);
  if (owner === null) return null;
  if (second === undefined) {
    if (kind === 'variable') return { kind, key: owner };
    if (kind === 'tag') return { kind, id: owner };
    return null;
  }
  if (kind === 'deal' && third === undefined && isDealFieldName(second)) {
    return { kind, id: owner, name: second };
  }
  if (kind !== 'contact') return null;
  if (third === undefined) return isContactFieldName(second) ? { kind, id: owner, name: second } : null;
  const key = second === 'fields' ? decode(third) : null;
  return key === null ? null : { kind: 'contactField', id: owner, key };
}

export function toLane(id: FieldId): Lane {
  // Asked of every row with all news: what an id is made of holds no colon of its own.
  const end = id.indexOf(':', id.indexOf(':') + 1);
  return (end < 0 ? id : id.slice(0, end)) as Lane;
}

export function toDealLane(id: string): Lane {
  return toLane(toFieldId({ kind: 'deal', id, name: 'name' }));
}

export function toContactLane(id: string): Lane {
  return toLane(toFieldId({ kind: 'contact', id, name: 'phones' }));
}

/** Whether two values of a field mean the same. */
export function isSameValue(id: FieldId, a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  // A field that was never heard of is as unset as one that is null.
  if (a === null || b === null || a === undefined || b === undefined) return (a ?? null) === (b ?? null);
  if (id.startsWith('tag:') || id.endsWith(':assignee')) return (a as Tag).id === (b as Tag).id;
  if (id.endsWith(':phones') || id.endsWith(':emails')) {
    return isSameData((a as ContactPoint[]).map(toBarePoint), (b as ContactPoint[]).map(toBarePoint));
  }
  return isSameData(a, b);
}

const dealFieldNames: readonly string[] = ['name', 'step', 'value', 'assignee'] satisfies DealFieldName[];
const contactFieldNames: readonly string[] = [
  'firstName',
  'lastName',
  'phones',
  'emails',
  'assignee',
] satisfies ContactFieldName[];

function isDealFieldName(name: string): name is DealFieldName {
  return dealFieldNames.includes(name);
}

function isContactFieldName(name: string): name is ContactFieldName {
  return contactFieldNames.includes(name);
}

function toBarePoint({ value, primary }: ContactPoint) {
  return { value, primary };
}

/** Deep equality of plain data. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSameData(a[key as keyof typeof a], b[key as keyof typeof b]));
}

function encodeId(id: string): string {
  return id === NEW ? NEW : encode(id);
}

// encodeURIComponent throws on a lone surrogate.
function encode(text: string): string {
  return encodeURIComponent(text.replace(loneSurrogates, '\uFFFD'));
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
