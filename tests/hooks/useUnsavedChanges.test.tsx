// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useUnsavedChanges } from '../../src/hooks/useUnsavedChanges.ts';
import { useVariables } from '../../src/hooks/useVariables.ts';
import { toFieldId } from '../../src/model/field.ts';
import { createHeldAdapter } from '../support/createHeldAdapter.ts';
import { aSubscriber, aVariable } from '../support/fixtures.ts';
import { marina, olena, renderCardHook } from '../support/renderCardHook.tsx';

const plan = toFieldId({ kind: 'variable', key: 'plan' });
const variables = [aVariable({ label: 'Plan of the shop', revision: 1 })];

async function open() {
  const held = createHeldAdapter('setVariable', 'createContact');
  let draws = 0;
  const view = renderCardHook(() => {
    useVariables();
    draws += 1;
    return useUnsavedChanges();
  }, held.adapter);
  const step = (run: () => void) => act(async () => run());
  await step(() => {});
  await step(() => held.last('getSubscriber').answer(aSubscriber({ variables })));
  const { store } = view.client.getCard(marina);
  return { ...view, ...held, store, step, unsaved: () => view.result.current, draws: () => draws };
}

test('a host that asks before it leaves has nothing to ask about where nothing was typed', async () => {
  const { unsaved, step, store } = await open();
  expect(unsaved()).toEqual([]);
  await step(() => store.edit(plan, 'free'));
  expect(unsaved()).toEqual([]);
});

test('what is typed for a subscriber is still told of when another one is shown', async () => {
  const { unsaved, step, store, show } = await open();
  await step(() => store.change(plan, 'ea'));
  await step(() => show(olena));
  expect(unsaved()).toMatchObject([
    { subscriber: marina, name: 'Marina Oliveira', labels: ['Plan of the shop'], status: 'draft' },
  ]);
  await step(() => store.cancel([plan]));
  expect(unsaved()).toEqual([]);
});

test('what was asked for is told of until the server has it', async () => {
  const { unsaved, step, store, last } = await open();
  await step(() => store.mutate(new Map([[plan, 'pro']])));
  expect(unsaved()).toMatchObject([{ labels: ['Plan of the shop'], status: 'sent' }]);
  await step(() => last('setVariable').answer({ value: aVariable({ value: 'pro', revision: 2 }) }));
  expect(unsaved()).toEqual([]);
});

test('a contact that is being created is called so while it has no name', async () => {
  const { unsaved, step, store } = await open();
  await step(() => store.createContact({ firstName: '', lastName: '', phones: [], emails: [] }, new Map()));
  expect(unsaved()).toMatchObject([{ labels: ['Contact'], status: 'sent' }]);
});

test('a letter more changes nothing that a host would draw', async () => {
  const { step, store, draws } = await open();
  await step(() => store.change(plan, 'e'));
  const before = draws();
  await step(() => store.change(plan, 'ea'));
  expect(draws()).toBe(before);
});
