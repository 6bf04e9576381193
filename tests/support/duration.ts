import type { CustomVariableType } from '../../src/headless.ts';

export interface Duration {
  readonly hours: number;
  readonly minutes: number;
}

declare module '../../src/headless.ts' {
  interface VariableTypes {
    /** Minutes, edited as two numbers. */
    duration: { value: string; input: Duration };
    /** Whatever the host's schema takes. */
    code: { value: string };
    /** Texts, and no editor of their own. */
    path: { value: readonly string[] };
  }
}

/** `'90'` is shown as `1 h 30 min`. */
export const duration: CustomVariableType<string, Duration> = {
  toInput: (value) => ({ hours: Math.floor(Number(value) / 60), minutes: Number(value) % 60 }),
  parse: ({ hours, minutes }) =>
    minutes < 60
      ? { value: String(hours * 60 + minutes) }
      : { issues: [{ message: 'An hour has sixty minutes.' }, { message: 'Write the hours apart.' }] },
  format: (value) => `${Math.floor(Number(value) / 60)} h ${Number(value) % 60} min`,
};
