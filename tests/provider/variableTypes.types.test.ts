import * as v from 'valibot';
import { expect, expectTypeOf, it } from 'vitest';
import type {
  CustomInput,
  CustomValue,
  CustomVariableTypes,
  EditorInput,
  SubscriberCardProviderProps,
  Variable,
  VariableDisplayProps,
  VariableValidators,
} from '../../src/headless.ts';
import type { Duration } from '../support/duration.ts';

// Judged by `npm run typecheck`: a line that is expected not to compile, and does, is an error there. The types
// `duration`, `code` and `path` are added in tests/support/duration.ts.

it('a type that the host has added is typed wherever it stands', () => {
  expectTypeOf<CustomValue<'path'>>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<CustomInput<'duration'>>().toEqualTypeOf<Duration>();
  expectTypeOf<CustomInput<'code'>>().toEqualTypeOf<string>();
  expectTypeOf<Duration>().toExtend<EditorInput>();
  expectTypeOf<'duration'>().toExtend<Variable['type']>();
  type Shown = Parameters<
    Extract<NonNullable<CustomVariableTypes['path']>['Display'], (...given: never[]) => unknown>
  >;
  expectTypeOf<Shown[0]>().toEqualTypeOf<VariableDisplayProps<readonly string[]>>();
});

it('its functions are given its own value and input', () => {
  const types: CustomVariableTypes = {
    duration: {
      parse: ({ hours, minutes }) => ({ value: String(hours * 60 + minutes) }),
      toInput: (value) => ({ hours: 0, minutes: Number(value) }),
    },
    path: { format: (value) => value.join(' / ') },
    code: { parse: v.pipe(v.string(), v.length(6)) },
  };
  expect(Object.keys(types)).toHaveLength(3);
});

it('what does not fit does not compile', () => {
  const types: CustomVariableTypes = {
    // @ts-expect-error its editor holds hours and minutes
    duration: { parse: (typed: string) => ({ value: typed }) },
    // @ts-expect-error a value is text, a boolean, texts or money: a number is written as text
    code: { parse: v.pipe(v.string(), v.transform(Number)) },
  };
  // @ts-expect-error nobody has added it
  const misspelt: CustomVariableTypes = { durations: {} };
  // @ts-expect-error as with a parser, its answer is what is saved
  const validators: VariableValidators = { plan: v.pipe(v.string(), v.transform(Number)) };
  // @ts-expect-error no such part
  const parts: SubscriberCardProviderProps['components'] = { DealItems: () => null };
  // @ts-expect-error a part is given the props of ours
  const part: SubscriberCardProviderProps['components'] = { DealItem: (_: { color: string }) => null };
  expect([types, misspelt, validators, parts, part]).toHaveLength(5);
});
