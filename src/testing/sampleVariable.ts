import { isSameData } from '../model/field.ts';
import type { Subscriber } from '../model/subscriber.ts';
import {
  canonicalValue,
  checkVariable,
  type Variable,
  type VariableType,
  type VariableValue,
} from '../model/variable.ts';
import { type Stage, skip } from './createStage.ts';

/** A variable that may be edited, and two values for it: the first is not the one it has. */
export interface SampleVariable {
  readonly variable: Variable;
  readonly revision: number | undefined;
  readonly values: readonly [VariableValue, VariableValue];
}

export async function sampleVariable(
  stage: Stage,
  types: readonly VariableType[] = everyType,
  fits?: (variable: Variable) => boolean,
): Promise<SampleVariable> {
  const sample = await findVariable(stage, types, fits);
  return sample ?? skip(`The subscriber has no such variable to edit: ${types.join(' or ')}.`);
}

export async function findVariable(
  stage: Stage,
  types: readonly VariableType[],
  fits: (variable: Variable) => boolean = () => true,
): Promise<SampleVariable | null> {
  const subscriber = await stage.need('getSubscriber').getSubscriber(stage.subscriber, stage.reading);
  for (const type of types) {
    for (const variable of editableVariables(subscriber)) {
      const values = variable.type === type && fits(variable) && valuesFor(stage, variable);
      if (values) return { variable, values, revision: variable.revision ?? subscriber.revision };
    }
  }
  return null;
}

export async function readVariable(stage: Stage, key: string) {
  const { getSubscriber } = stage.need('getSubscriber');
  const subscriber = await getSubscriber(stage.subscriber, stage.reading);
  const variable = subscriber.variables.find((each) => each.key === key);
  return {
    value: variable?.value,
    revision: variable?.revision ?? subscriber.revision,
    variable,
    subscriber,
  };
}

export function editableVariables({ readOnly, variables }: Subscriber): readonly Variable[] {
  return typeof readOnly === 'string' ? [] : variables.filter((each) => typeof each.readOnly !== 'string');
}

export function takes(variable: Variable, value: VariableValue): boolean {
  return checkVariable(variable, value).ok;
}

/** Whether two values mean the same, however they are written. */
export function isSameVariableValue({ type }: Variable, a: unknown, b: unknown): boolean {
  return isSameData(canonicalValue(type, a as VariableValue), canonicalValue(type, b as VariableValue));
}

function valuesFor(stage: Stage, variable: Variable): SampleVariable['values'] | null {
  const given = Object.entries(stage.values ?? {}).find(([key]) => key === variable.key)?.[1];
  const fitting = (given ?? candidatesFor(variable)).filter((value) => takes(variable, value));
  const isHeld = (value: VariableValue) => isSameVariableValue(variable, value, variable.value);
  const first = fitting.find((value) => !isHeld(value));
  const second = fitting.find((value) => value !== first);
  return first === undefined || second === undefined ? null : [first, second];
}

function candidatesFor({ type, value, options = [] }: Variable): readonly VariableValue[] {
  const ids = options.map(({ id }) => id);
  switch (type) {
    case 'currency': {
      const currency = typeof value === 'object' && value && 'currency' in value ? value.currency : 'USD';
      return ['10.50', '7', '25'].map((amount) => ({ amount, currency }));
    }
    case 'select':
      return ids;
    case 'multiselect':
      return [...ids.map((id) => [id]), ids.slice(0, 2)];
    default:
      return candidates[type as keyof typeof candidates] ?? [];
  }
}

const candidates = {
  string: ['Lisbon', 'Porto', 'A1', '42'],
  text: ['One line', 'Another line', 'A third'],
  number: ['12.5', '7', '3'],
  boolean: [true, false],
  date: ['2024-02-29', '1999-12-31', '2001-01-01'],
  datetime: ['2026-01-31T09:30:00Z', '2026-02-28T23:59:59Z', '2027-01-01T00:00:00Z'],
  phone: ['+55 11 91234-5678', '+351 912 345 678', '+1 212 555 0100'],
  email: ['ana@example.com', 'bruno@example.com', 'carla@example.com'],
  url: ['https://example.com/a', 'https://example.com/b', 'https://example.com/c'],
} satisfies Partial<Record<VariableType, VariableValue[]>>;

const everyType: readonly VariableType[] = [
  'string',
  'text',
  'select',
  'number',
  'phone',
  'email',
  'url',
  'date',
  'datetime',
  'currency',
  'multiselect',
  'boolean',
];
