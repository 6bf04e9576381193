import { screen, waitFor } from '@testing-library/react';
import * as v from 'valibot';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import type { StandardSchema, VariableValidators, VariableValue } from '../../src/headless.ts';
import { useCapture } from '../../src/headless.ts';
import { aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';
import { adapterWith, findPencil, sentValues, storedValue, typeInto } from '../support/variableRows.tsx';

const plan = v.pipe(
  v.string(),
  v.transform((text) => text.trim().toLowerCase()),
  v.regex(/^(free|pro)$/, 'There are two plans: free and pro.'),
);

function renderPlan(validators: VariableValidators, given: Parameters<typeof aVariable>[0] = {}) {
  const adapter = adapterWith([aVariable(given)]);
  const onError = vi.fn();
  renderPart(<VariableEditor />, adapter, { validators, onError });
  return { adapter, onError };
}

async function enter(text: string) {
  await typeInto('Plan', text);
  await userEvent.keyboard('{Enter}');
}

const field = () => screen.getByLabelText('Plan');

afterEach(() => {
  vi.restoreAllMocks();
});

test('a validator says in its own words what is wrong, and what it makes of a value is saved', async () => {
  const { adapter } = renderPlan({ plan });
  await enter('gold');
  await waitFor(() => expect(field()).toHaveAccessibleDescription('There are two plans: free and pro.'));
  expect(field()).toBeInvalid();
  await userEvent.fill(field(), ' PRO ');
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(storedValue(adapter, 'plan')).toBe('pro'));
  expect(sentValues(adapter)).toEqual(['pro']);
});

test('a validator is asked after the card’s own rules, and not about what is unset', async () => {
  const validate = vi.fn((value: unknown) => ({ value: value as VariableValue }));
  const validator: StandardSchema<VariableValue> = { '~standard': { version: 1, vendor: 'host', validate } };
  const { adapter } = renderPlan({ plan: validator }, { type: 'number', value: '1' });
  await enter('many');
  await waitFor(() => expect(field()).toBeInvalid());
  expect(validate).not.toHaveBeenCalled();
  await userEvent.fill(field(), '1,250');
  await userEvent.keyboard('{Enter}');
  expect(validate).toHaveBeenCalledExactlyOnceWith('1250');
  await enter('');
  await waitFor(() => expect(storedValue(adapter, 'plan')).toBeNull());
  expect(validate).toHaveBeenCalledTimes(1);
});

test('a variable called like a method of every object has no validator by that', async () => {
  const { adapter } = renderPlan({}, { key: 'constructor' });
  await enter('pro');
  await waitFor(() => expect(storedValue(adapter, 'constructor')).toBe('pro'));
});

test('a validator that throws refuses the value, and is told of once', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = v.pipe(
    v.string(),
    v.check(() => {
      throw new Error('the validator is broken');
    }),
  );
  const { adapter, onError } = renderPlan({ plan: broken });
  await enter('pro');
  await waitFor(() => expect(field()).toBeInvalid());
  await userEvent.keyboard('{Enter}');
  expect(sentValues(adapter)).toEqual([]);
  await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
  expect(onError.mock.calls[0]?.[0].error.cause).toMatchObject({ message: 'the validator is broken' });
});

test('what is captured in the chat is judged too', async () => {
  function Captured({ text }: { readonly text: string }) {
    const { suggest } = useCapture({ subscriber: marina });
    const targets = suggest(text).filter(({ type }) => type === 'variable');
    return <output aria-label={text}>{targets.length}</output>;
  }
  const adapter = adapterWith([aVariable({ value: null })]);
  renderPart(
    <>
      <VariableEditor />
      <Captured text="Pro" />
      <Captured text="gold" />
    </>,
    adapter,
    { validators: { plan } },
  );
  await findPencil('Plan');
  await waitFor(() => expect(screen.getByLabelText('Pro')).toHaveTextContent('1'));
  expect(screen.getByLabelText('gold')).toHaveTextContent('0');
});
