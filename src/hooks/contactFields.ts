import type { ContactPoint } from '../model/contact.ts';
import { checkVariable, type VariableType } from '../model/variable.ts';
import type { FormCheck } from './useForm.ts';

/** What the fields of a contact hold, as values and in their editors. */
export type ContactShape = {
  readonly firstName: { readonly value: string; readonly input: string };
  readonly lastName: { readonly value: string; readonly input: string };
  readonly phones: { readonly value: readonly ContactPoint[]; readonly input: readonly ContactPoint[] };
  readonly emails: { readonly value: readonly ContactPoint[]; readonly input: readonly ContactPoint[] };
};

const MAX_NAME = 255;

export function parseContactName(input: string): FormCheck<string> {
  const name = input.trim();
  return name.length > MAX_NAME
    ? { ok: false, reason: { code: 'too-long', max: MAX_NAME } }
    : { ok: true, value: name };
}

/** Empty rows are left out, and exactly one of the rest is the primary one. */
export function parseContactPoints(
  type: Extract<VariableType, 'phone' | 'email'>,
  input: readonly ContactPoint[],
): FormCheck<readonly ContactPoint[]> {
  const points: ContactPoint[] = [];
  for (const [place, point] of input.entries()) {
    const value = point.value.trim();
    if (value === '') continue;
    const checked = checkVariable({ key: type, label: '', type, value: null }, value);
    if (!checked.ok) return { ...checked, path: `${place}.value` };
    points.push({ ...point, value });
  }
  const primary = Math.max(
    0,
    points.findIndex((point) => point.primary),
  );
  return { ok: true, value: points.map((point, place) => ({ ...point, primary: place === primary })) };
}
