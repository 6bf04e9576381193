import { AdapterError } from '../adapters/AdapterError.ts';
import { isSameData } from '../model/field.ts';

export interface Demand {
  /** The rule, as a sentence without its full stop. */
  readonly that: string;
  readonly expected: unknown;
  readonly got: unknown;
  /** What to do in the adapter. */
  readonly advice: string;
}

/** Fails the case with a sentence that says what was expected, what came and what to do. */
export function demand(isSo: boolean, { that, expected, got, advice }: Demand): asserts isSo {
  if (isSo) return;
  throw new Error(`${that}: expected ${show(expected)}, got ${show(got)}. ${advice}`);
}

export function demandSame(that: string, expected: unknown, got: unknown, advice: string): void {
  demand(isSameData(expected, got), { that, expected, got, advice });
}

/** Words stand in a demand for themselves. */
export class Words {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function words(text: string): Words {
  return new Words(text);
}

export function show(value: unknown): string {
  if (value instanceof Words) return value.text;
  if (value === undefined) return 'nothing';
  if (value instanceof AdapterError)
    return `an AdapterError with the code "${value.code}" (${value.message})`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = toJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 300;

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `something that is no plain data (${typeof value})`;
  }
}
