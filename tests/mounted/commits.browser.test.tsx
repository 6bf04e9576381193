import { act, render, screen } from '@testing-library/react';
import { Profiler } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { watchRenders } from '../support/watchRenders.ts';

const marina = { id: 'marina' };
const upTo = (count: number) => Array.from({ length: count }, (_, place) => place);

const tags = upTo(20).map((place) => aTag({ id: `t${place}`, name: `Tag ${place}` }));
const subscriber = aSubscriber({
  variables: upTo(50).map((place) =>
    aVariable({ key: `v${place}`, label: `Field ${place}`, value: `value ${place}` }),
  ),
  tagging: { tags: tags.slice(0, 10) },
});

async function openCard() {
  const adapter = createMemoryAdapter({
    subscribers: [subscriber, { ...subscriber, id: 'bea' }],
    tags,
    deals: { marina: upTo(20).map((place) => aDeal({ id: `d${place}`, name: `Deal ${place}` })) },
    contacts: { marina: aContact() },
    pipelines: [aPipeline()],
  });
  const container = document.body.appendChild(document.createElement('div'));
  const renders = watchRenders(container);
  render(
    <Profiler id="card" onRender={renders.note}>
      <SubscriberCardProvider adapter={adapter} timeZone="UTC">
        <SubscriberCard subscriber={marina} />
      </SubscriberCardProvider>
    </Profiler>,
    { container },
  );
  await screen.findByText('Deal 19');
  await screen.findByText('value 49');
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
  renders.take();
  const elsewhere = adapter.control.actAs('Bruno');
  const happen = (change: () => unknown) =>
    act(async () => {
      await change();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  return { adapter, renders, elsewhere, happen };
}

describe('what is drawn again', () => {
  test('a variable that a colleague changes: its row', async () => {
    const { renders, elsewhere, happen } = await openCard();
    await happen(() => elsewhere.setVariable(marina, 'v7', 'changed'));
    expect(screen.getByText('changed')).toBeVisible();
    const drawn = renders.take();
    expect(drawn.count('VariableRow')).toBe(1);
    for (const other of ['Card', 'DealItem', 'TagChip', 'VariableList', 'ContactHeader'])
      expect([other, drawn.count(other)]).toEqual([other, 0]);
  });

  test('a text that is typed: its editor', async () => {
    const { renders } = await openCard();
    await userEvent.click(screen.getByRole('button', { name: 'Edit Field 3' }));
    renders.take();
    await userEvent.type(screen.getByRole('textbox', { name: 'Field 3' }), 'abcde');
    const drawn = renders.take();
    expect(drawn.count('TypedInput')).toBe(5);
    expect(drawn.count('VariableRow')).toBe(5);
    for (const other of ['Card', 'DealItem', 'TagChip', 'VariableList', 'ContactHeader'])
      expect([other, drawn.count(other)]).toEqual([other, 0]);
  });

  test('a flood of changes of a variable: its row, and no more often than the screen', async () => {
    const { renders, elsewhere } = await openCard();
    const { port1, port2 } = new MessageChannel();
    const turn = () =>
      new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
    const began = performance.now();
    for (let place = 1; place <= 500; place += 1) {
      elsewhere.setVariable(marina, 'v7', `change ${place}`);
      await turn();
    }
    const frames = (performance.now() - began) / 16;
    expect(await screen.findByText('change 500')).toBeVisible();
    vi.unstubAllGlobals();
    const drawn = renders.take();
    // With one at once, and one after the end.
    expect(drawn.count('VariableRow')).toBeLessThanOrEqual(frames + 2);
    expect(drawn.count('Card')).toBe(0);
  });

  test('a deal that moves on: that deal', async () => {
    const { renders, elsewhere, happen } = await openCard();
    await happen(() =>
      elsewhere.updateDeal(marina, 'd4', { step: { pipelineId: 'sales', stepId: 'quote' } }),
    );
    const drawn = renders.take();
    expect(drawn.count('DealItem')).toBe(1);
    for (const other of ['Card', 'Deals', 'VariableRow', 'TagChip'])
      expect([other, drawn.count(other)]).toEqual([other, 0]);
  });

  test('a contact behind the other tab, and another subscriber: nothing', async () => {
    const { renders, elsewhere, happen } = await openCard();
    await happen(() => elsewhere.updateContact(marina, 'contact-1', { firstName: 'Marie' }));
    await happen(() => elsewhere.setVariable({ id: 'bea' }, 'v1', 'changed'));
    expect(renders.take().names).toEqual([]);
  });
});
