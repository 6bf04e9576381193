import { act, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import { SubscriberCardProvider } from '../../src/provider/SubscriberCardProvider.tsx';
import { getField, getRow, sentValues, storedValue, typeInto } from '../support/variableRows.tsx';
import { holdCalls } from './holdCalls.ts';
import { aBackend, ann, bea, button, heading, outside, renderCard } from './renderCard.tsx';

type Backend = ReturnType<typeof aBackend>;

const maria = (backend: Backend) => backend.control.actAs('Maria');
const deal = (name: string) => screen.findByRole('article', { name });

/** Every sentence that a screen reader was given. */
function listen(): string[] {
  const said: string[] = [];
  for (const region of screen.getAllByRole('status')) {
    new MutationObserver(() => region.textContent && said.push(region.textContent.trim())).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  }
  return said;
}

describe('R4: somebody else changes what is being typed into', () => {
  test('R4: the text, the caret and the selection stay, and the card says it once', async () => {
    const backend = aBackend();
    renderCard(backend);
    await typeInto('Plan', 'half a wo');
    getField('Plan').setSelectionRange(5, 7);
    const said = listen();
    act(() => void maria(backend).setVariable(ann, 'plan', 'team'));
    const note = await screen.findByRole('group', { name: 'Plan: two changes' });
    expect(note).toHaveTextContent('Maria changed this to team, now');
    expect(getField('Plan')).toHaveValue('half a wo');
    expect(getField('Plan')).toHaveFocus();
    expect([getField('Plan').selectionStart, getField('Plan').selectionEnd]).toEqual([5, 7]);
    await userEvent.keyboard('the ');
    expect(getField('Plan')).toHaveValue('half the wo');
    await waitFor(() => expect(said.filter((text) => text.includes('Plan'))).toHaveLength(1));
    await userEvent.keyboard('!');
    expect(said.filter((text) => text.includes('Plan'))).toHaveLength(1);
    await userEvent.click(within(note).getByRole('button', { name: 'Take theirs' }));
    expect(within(getRow('Plan')).getByText('team')).toBeVisible();
    expect(sentValues(backend)).toEqual([]);
  });
});

describe('R5: somebody else changes what is open and was not typed into', () => {
  test('R5: says it, and leaving the editor leaves theirs', async () => {
    const backend = aBackend();
    renderCard(backend);
    await userEvent.click(await button('Edit Plan'));
    act(() => void maria(backend).setVariable(ann, 'plan', 'team'));
    expect(await screen.findByText(/Maria/)).toBeVisible();
    expect(getField('Plan')).toHaveValue('free');
    await userEvent.click(outside());
    await waitFor(() => expect(within(getRow('Plan')).getByText('team')).toBeVisible());
    expect(screen.queryByRole('group', { name: 'Plan: two changes' })).toBeNull();
    expect(sentValues(backend)).toEqual([]);
  });
});

describe('R6: somebody else changes another field', () => {
  test('R6: neither the focus nor what is being typed into moves', async () => {
    const backend = aBackend();
    renderCard(backend);
    await typeInto('Email', 'c@d.co');
    const before = getField('Email').getBoundingClientRect().toJSON();
    act(() => {
      maria(backend).setVariable(ann, 'plan', 'team');
      maria(backend).setVariable(ann, 'city', 'Fernando de Noronha');
    });
    expect(await screen.findByText('team')).toBeVisible();
    expect(getField('Email')).toHaveFocus();
    expect(getField('Email').getBoundingClientRect().toJSON()).toEqual(before);
  });
});

describe('R7: a save that meets the change of a colleague', () => {
  async function collide() {
    const backend = aBackend();
    const view = renderCard(backend);
    await heading('Ann Lee');
    backend.control.disconnect();
    maria(backend).setVariable(ann, 'plan', 'team');
    await typeInto('Plan', 'pro');
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('group', { name: 'Plan: two changes' });
    return { backend, ...view };
  }
  const note = () => within(screen.getByRole('group', { name: 'Plan: two changes' }));

  test('R7: shows theirs with mine beside it, and keeps both through switching', async () => {
    const { backend, show } = await collide();
    show(bea);
    await heading('Bea Stone');
    expect(screen.queryByText(/Maria/)).toBeNull();
    show(ann);
    await heading('Ann Lee');
    expect(within(getRow('Plan')).getAllByText('team')[0]).toBeVisible();
    expect(note().getByText(/Yours/)).toHaveTextContent('Yours: pro');
    expect(note().getByRole('button', { name: 'Copy mine' })).toBeVisible();
    expect(storedValue(backend, 'plan', 'ann')).toBe('team');
    await userEvent.click(note().getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('pro'));
    expect(screen.queryByText(/Maria/)).toBeNull();
  });

  test('R7: theirs stays when it is taken', async () => {
    const { backend } = await collide();
    await userEvent.click(note().getByRole('button', { name: 'Take theirs' }));
    expect(screen.queryByText(/Yours/)).toBeNull();
    expect(storedValue(backend, 'plan', 'ann')).toBe('team');
  });
});

describe('R16: somebody else moves a deal', () => {
  const step = () => screen.findByRole('combobox', { name: 'Step' });

  async function openSteps() {
    await userEvent.click(await button('Edit deal Wedding guest dress'));
    await userEvent.click(await step());
    return screen.findByRole('option', { name: 'Quote sent' });
  }

  test('R16: an open list of steps stays open, and the pick meets their move', async () => {
    const backend = aBackend();
    renderCard(backend);
    const option = await openSteps();
    act(
      () => void maria(backend).updateDeal(ann, 'deal-1', { step: { pipelineId: 'sales', stepId: 'won' } }),
    );
    await waitFor(() => expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'won' }]));
    expect(option).toBeVisible();
    await userEvent.click(option);
    await userEvent.click(outside());
    const conflict = within(await screen.findByRole('group', { name: 'Step: two changes' }));
    expect(conflict.getByText('Won')).toBeVisible();
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'won' }]);
    await userEvent.click(conflict.getByRole('button', { name: 'Keep mine' }));
    await userEvent.click(await screen.findByRole('textbox', { name: 'Name' }));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'quote' }]));
  });

  test('R16: a move on its way that comes too late is asked about beside the deal', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'updateDeal');
    renderCard(adapter);
    await userEvent.click(await openSteps());
    await userEvent.click(outside());
    const article = await deal('Wedding guest dress');
    await waitFor(() => expect(article).toHaveAttribute('data-pending'));
    act(
      () => void maria(backend).updateDeal(ann, 'deal-1', { step: { pipelineId: 'sales', stepId: 'lost' } }),
    );
    expect(within(article).getByText('Quote sent')).toBeVisible();
    await act(async () => last().pass());
    const conflict = within(await screen.findByRole('group', { name: 'Step: two changes' }));
    expect(conflict.getByText(/Yours/)).toHaveTextContent('Yours: Quote sent');
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'lost' }]);
    await userEvent.click(conflict.getByRole('button', { name: 'Take theirs' }));
    expect(screen.queryByText(/Yours/)).toBeNull();
    expect(backend.control.server.deals(ann)).toMatchObject([{ stepId: 'lost' }]);
  });
});

describe('R17: somebody else deletes a deal', () => {
  async function expectKept(text: string) {
    expect(await screen.findByText('This deal was deleted elsewhere.')).toBeVisible();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await button('Copy my text'));
    expect(writeText.mock.calls[0]?.[0]).toContain(text);
    writeText.mockRestore();
    await userEvent.click(await button('Create as new'));
    await screen.findByRole('form', { name: 'New deal' });
    expect(getField('Name')).toHaveValue(text);
  }

  async function rename(text: string) {
    await userEvent.click(await button('Edit deal Wedding guest dress'));
    await userEvent.fill(await screen.findByRole('textbox', { name: 'Name' }), text);
  }

  test('R17: while it is being edited: the text can be copied and made a new deal', async () => {
    const backend = aBackend();
    renderCard(backend);
    await rename('Mine');
    act(() => maria(backend).deleteDeal(ann, 'deal-1'));
    await expectKept('Mine');
  });

  test('R17: while its save has failed: what was asked for can be copied and made a new deal', async () => {
    const backend = aBackend();
    backend.control.failNext('updateDeal', new AdapterError('unknown', 'boom'));
    renderCard(backend);
    await rename('Mine');
    await userEvent.keyboard('{Enter}');
    await button('Retry');
    act(() => maria(backend).deleteDeal(ann, 'deal-1'));
    await expectKept('Mine');
  });

  test('R17: while its save is on its way', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'updateDeal');
    renderCard(adapter);
    await rename('Mine');
    await userEvent.keyboard('{Enter}');
    act(() => maria(backend).deleteDeal(ann, 'deal-1'));
    await act(async () => last().pass());
    await expectKept('Mine');
  });

  test('R17: while two changes of it wait to be chosen from', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'updateDeal');
    renderCard(adapter);
    await rename('Mine');
    await userEvent.keyboard('{Enter}');
    act(() => void maria(backend).updateDeal(ann, 'deal-1', { name: 'Theirs' }));
    await act(async () => last().pass());
    await screen.findByRole('group', { name: 'Name: two changes' });
    act(() => maria(backend).deleteDeal(ann, 'deal-1'));
    await expectKept('Mine');
  });
});

describe('R18: the subscriber is deleted', () => {
  async function expectKept(text: string) {
    expect(await heading('This subscriber no longer exists')).toBeVisible();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await button('Copy my text: Plan'));
    expect(writeText).toHaveBeenCalledWith(text);
    writeText.mockRestore();
  }
  const remove = (backend: Backend) => act(() => maria(backend).deleteSubscriber(ann));

  async function save(text: string) {
    await typeInto('Plan', text);
    await userEvent.keyboard('{Enter}');
  }

  test('R18: while something is typed', async () => {
    const backend = aBackend();
    renderCard(backend);
    await typeInto('Plan', 'pro');
    remove(backend);
    await expectKept('pro');
  });

  test('R18: while a save is on its way', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'setVariable');
    renderCard(adapter);
    await save('pro');
    remove(backend);
    await act(async () => last().pass());
    await expectKept('pro');
  });

  test('R18: while a save has failed', async () => {
    const backend = aBackend();
    backend.control.failNext('setVariable', new AdapterError('unknown', 'boom'));
    renderCard(backend);
    await save('pro');
    await button('Retry');
    remove(backend);
    await expectKept('pro');
  });

  test('R18: while two changes wait to be chosen from', async () => {
    const backend = aBackend();
    const { adapter, last } = holdCalls(backend, 'setVariable');
    renderCard(adapter);
    await save('pro');
    act(() => void maria(backend).setVariable(ann, 'plan', 'team'));
    await act(async () => last().pass());
    await screen.findByText(/Yours/);
    remove(backend);
    await expectKept('pro');
  });

  test('R18: which only the answer to a save tells', async () => {
    const backend = aBackend();
    renderCard(backend);
    await heading('Ann Lee');
    backend.control.disconnect();
    maria(backend).deleteSubscriber(ann);
    await save('pro');
    await expectKept('pro');
  });
});

describe('R30: the operator works in two tabs', () => {
  function openTabs() {
    const backend = aBackend({ operator: 'Olga' });
    const one = holdCalls(backend, 'setVariable');
    // Two providers share nothing but the backend, as two tabs do.
    const tab = (name: string, adapter: Backend) => (
      <section aria-label={name}>
        <SubscriberCardProvider adapter={adapter} timeZone="UTC">
          <SubscriberCard subscriber={ann} />
        </SubscriberCardProvider>
      </section>
    );
    render(
      <>
        {tab('one', one.adapter)}
        {tab('two', backend)}
      </>,
    );
    const inTab = (name: string) => within(screen.getByRole('region', { name }));
    async function type(name: string, text: string) {
      await userEvent.click(await inTab(name).findByRole('button', { name: 'Edit Plan' }));
      await userEvent.fill(inTab(name).getByRole('textbox', { name: 'Plan' }), text);
    }
    return { backend, ...one, inTab, type };
  }

  test('R30: what is saved in one is shown in the other', async () => {
    const { inTab, type } = openTabs();
    await type('two', 'from two');
    await userEvent.keyboard('{Enter}');
    expect(await inTab('one').findByText('from two')).toBeVisible();
  });

  test('R30: what was changed in both is asked about, and never written over', async () => {
    const { backend, last, inTab, type } = openTabs();
    await type('one', 'from one');
    await userEvent.keyboard('{Enter}');
    await type('two', 'from two');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(backend, 'plan', 'ann')).toBe('from two'));
    await act(async () => last().pass());
    expect(await inTab('one').findByText(/Yours/)).toHaveTextContent('Yours: from one');
    expect(storedValue(backend, 'plan', 'ann')).toBe('from two');
    await userEvent.click(inTab('one').getByRole('button', { name: 'Keep mine' }));
    await act(async () => last().pass());
    expect(await inTab('two').findByText('from one')).toBeVisible();
  });
});
