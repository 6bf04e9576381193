import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import {
  DealItem,
  type DealItemProps,
  type PartClassNames,
  type PartComponents,
  SubscriberCard,
  type SubscriberCardProviderProps,
  TagChip,
  type TagChipProps,
  useDeal,
  VariableRow,
  type VariableRowProps,
} from '../../src/index.ts';
import { aCampaign, aContact, aDeal, aPipeline, aSubscriber, aTag, aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';

function renderCard(props: SubscriberCardProviderProps = {}) {
  const adapter = createMemoryAdapter({
    subscribers: [
      aSubscriber({
        subscription: { status: 'active' },
        campaigns: [aCampaign()],
        variables: [aVariable(), aVariable({ key: 'city', label: 'City', value: 'Recife' })],
        tagging: { tags: [aTag(), aTag({ id: 'new', name: 'New' })] },
      }),
    ],
    tags: [aTag(), aTag({ id: 'new', name: 'New' })],
    pipelines: [aPipeline()],
    deals: { marina: [aDeal(), aDeal({ id: 'deal-2', name: 'Sandals' })] },
    contacts: { marina: aContact() },
  });
  const onError = vi.fn();
  const view = renderPart(<SubscriberCard subscriber={marina} />, adapter, { onError, ...props });
  return { ...view, adapter, onError };
}

const isReady = () => screen.findByText('Wedding guest dress');

const dataParts = {
  ContactHeader: 'contact-header',
  SubscriptionStatus: 'subscription-status',
  AdCampaignBadge: 'ad-campaign-badge',
  VariableEditor: 'variable-editor',
  VariableRow: 'variable-row',
  TagPicker: 'tag-picker',
  TagChip: 'tag-chip',
  DealList: 'deal-list',
  DealItem: 'deal-item',
  ContactForm: 'contact-form',
} as const;
const names = Object.keys(dataParts) as (keyof typeof dataParts)[];
const inContactTab = (name: string) => name === 'ContactForm';

async function openTabOf(name: string) {
  await isReady();
  if (inContactTab(name)) await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('the whole card has its name on its root', async () => {
  renderCard();
  await isReady();
  expect(screen.getByRole('complementary')).toHaveAttribute('data-part', 'subscriber-card');
});

describe.each(names)('%s', (name) => {
  test('has its name and the host’s class on its root, beside what is ours', async () => {
    const classNames: PartClassNames = { [name]: 'of-the-host' };
    renderCard({ classNames });
    await openTabOf(name);
    await waitFor(() => expect(document.querySelectorAll('.of-the-host').length).toBeGreaterThan(0));
    const roots = [...document.querySelectorAll(`[data-part="${dataParts[name]}"]`)];
    expect(roots).toEqual([...document.querySelectorAll('.of-the-host')]);
    for (const root of roots) expect(root.className).toMatch(/sbc-/);
  });

  test('is replaced by the host’s own', async () => {
    const Own = name === 'TagChip' ? 'li' : 'div';
    const components: PartComponents = { [name]: () => <Own className="own">mine</Own> };
    renderCard({ components });
    if (inContactTab(name)) await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
    await waitFor(() => expect(document.querySelector('.own')).toBeVisible());
    expect(document.querySelector(`[data-part="${dataParts[name]}"]`)).toBeNull();
  });

  test('that breaks takes nothing but its section along, and the host is told', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const components: PartComponents = {
      [name]: () => {
        throw new Error('a part of the host is broken');
      },
    };
    const { onError } = renderCard({ components });
    if (inContactTab(name)) await userEvent.click(await screen.findByRole('tab', { name: 'Contact' }));
    expect(await screen.findByText('This part stopped working.')).toBeVisible();
    const others = ['contact-header', 'variable-editor', 'tag-picker'];
    for (const other of others.filter((it) => it !== dataParts[name]))
      expect(document.querySelector(`[data-part="${other}"]`)).toBeVisible();
    expect(onError).toHaveBeenCalledTimes(1);
    const section = { DealList: 'deals', DealItem: 'deals', ContactForm: 'contact' }[name as string];
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      section: section ?? 'subscriber',
      subscriber: marina,
    });
    expect(onError.mock.calls[0]?.[0].error.cause.message).toBe('a part of the host is broken');
  });
});

describe('a part of the host’s own', () => {
  test('is given the props of ours, which can stand inside of it', async () => {
    const Wrapped = (props: DealItemProps) => (
      <section aria-label={`Deal ${props.facts.id}`}>
        <DealItem {...props} />
      </section>
    );
    renderCard({ components: { DealItem: Wrapped } });
    const deal = within(await screen.findByRole('region', { name: 'Deal deal-2' }));
    await userEvent.click(deal.getByRole('button', { name: 'Edit deal Sandals' }));
    const [field] = await deal.findAllByRole('textbox');
    expect(field).toBeVisible();
  });

  test('removes a tag and edits a variable as ours do', async () => {
    const Chip = ({ assigned, onRemove }: TagChipProps) => (
      <li>
        <button type="button" onClick={() => onRemove?.(assigned)}>
          drop {assigned.tag.name}
        </button>
      </li>
    );
    const Row = (props: VariableRowProps) => <VariableRow {...props} />;
    const { adapter } = renderCard({ components: { TagChip: Chip, VariableRow: Row } });
    await userEvent.click(await screen.findByRole('button', { name: 'drop VIP' }));
    await waitFor(() =>
      expect(adapter.control.server.subscriber(marina)?.tagging.tags.map(({ id }) => id)).toEqual(['new']),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Edit City' }));
    await userEvent.keyboard('Olinda{Enter}');
    await waitFor(() =>
      expect(adapter.control.server.subscriber(marina)?.variables[1]?.value).toBe('Olinda'),
    );
  });

  test('draws again for its own news only, and keeps what is its own when the list changes', async () => {
    const drawn = vi.fn();
    function Counted({ facts }: DealItemProps) {
      const { deal } = useDeal(facts);
      const [count, setCount] = useState(0);
      drawn(deal.id);
      return (
        <button type="button" onClick={() => setCount(count + 1)}>
          {deal.name}: {count}
        </button>
      );
    }
    const { adapter } = renderCard({ components: { DealItem: Counted } });
    await userEvent.click(await screen.findByRole('button', { name: 'Sandals: 0' }));
    await screen.findByRole('button', { name: 'Sandals: 1' });
    drawn.mockClear();
    act(() => adapter.control.actAs('Bruno').updateDeal(marina, 'deal-1', { name: 'Dress' }));
    await screen.findByRole('button', { name: 'Dress: 0' });
    act(() => adapter.control.actAs('Bruno').deleteDeal(marina, 'deal-1'));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Dress: 0' })).toBeNull());
    expect(screen.getByRole('button', { name: 'Sandals: 1' })).toBeVisible();
    expect(drawn.mock.calls.flat()).not.toContain('deal-2');
  });

  test('is left out by `undefined`', async () => {
    renderCard({ components: { DealItem: undefined, TagPicker: undefined } });
    expect(await isReady()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Remove tag VIP' })).toBeInTheDocument();
  });
});

test('what is imported is ours, whatever the host has replaced', async () => {
  renderCard({ components: { TagChip: (props) => <TagChip {...props} /> } });
  expect(await screen.findByRole('button', { name: 'Remove tag VIP' })).toBeInTheDocument();
});
