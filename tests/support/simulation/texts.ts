import type { FieldId } from '../../../src/model/field.ts';

// Every value is a text here, whatever its field makes of it. Most texts are written once in a run, so that a text
// names its writer; those that begin with "P" are written by anybody, as is `null`.

export type Text = string | null;

/** The text of a tag that is assigned. */
export const PRESENT = 'present';

/** Whether several writers may mean the same by it. */
export function isShared(text: Text): boolean {
  return text === null || text === PRESENT || text.startsWith('P');
}

/** Whether the server rewrites what it is given for this field: it drops the space at the end. */
export function isRewritable(field: FieldId): boolean {
  return field.startsWith('variable:') || field.endsWith(':name');
}

/** What the server makes of what it is given. */
export function toStored(text: Text): Text {
  return text?.endsWith(' ') ? text.slice(0, -1) : text;
}

export function toFieldValue(field: FieldId, text: Text): unknown {
  if (field.startsWith('tag:')) return text === null ? null : { id: field.slice(4), name: field.slice(4) };
  if (text === null) return null;
  if (field.endsWith(':value')) return { amount: toAmount(text), currency: 'EUR' };
  if (field.endsWith(':step')) return { pipelineId: 'p', stepId: text };
  return text;
}

export function toText(field: FieldId, value: unknown): Text {
  if (value === null || value === undefined) return null;
  if (field.startsWith('tag:')) return PRESENT;
  if (typeof value === 'string') return value;
  const { amount, stepId } = value as { amount?: string; stepId?: string };
  return amount === undefined ? (stepId ?? null) : fromAmount(amount);
}

/** "A12" as 6512: the letter's code, then the number. */
function toAmount(text: string): string {
  return `${text.charCodeAt(0)}${text.slice(1)}`;
}

function fromAmount(amount: string): string {
  return `${String.fromCharCode(Number(amount.slice(0, 2)))}${amount.slice(2)}`;
}
