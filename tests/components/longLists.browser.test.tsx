import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { DealList } from '../../src/components/DealList.tsx';
import { VariableEditor } from '../../src/components/VariableEditor.tsx';
import type { Variable } from '../../src/model/variable.ts';
import { aDeal, aPipeline, aSubscriber, aVariable } from '../support/fixtures.ts';
import { marina, renderPart } from '../support/renderPart.tsx';
import {
  adapterWith,
  findPencil,
  getField,
  getRow,
  storedValue,
  typeInto,
} from '../support/variableRows.tsx';

const thousand: Variable[] = Array.from({ length: 1000 }, (_, place) =>
  aVariable({
    key: `v${place}`,
    label: `Field ${place}`,
    value: `value ${place}`,
    ...(place >= 500 && { group: 'Delivery' }),
  }),
);
const deals = Array.from({ length: 10_000 }, (_, place) =>
  aDeal({ id: `deal-${place}`, name: `Order ${place}` }),
);

const list = (name: string) => screen.findByRole('list', { name });
const rows = () => screen.getAllByRole('listitem');
const windowed = () => waitFor(() => expect(document.querySelector('.sbc-windowed')).not.toBeNull());

async function scrollTo(element: HTMLElement, top: number) {
  await act(async () => {
    element.scrollTop = top;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

describe('a thousand variables', () => {
  test('are drawn as far as they can be seen, and count as a thousand', async () => {
    renderPart(<VariableEditor />, adapterWith(thousand));
    await findPencil('Field 0');
    await windowed();
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]).toHaveAttribute('aria-setsize', '1000');
    expect(rows()[0]).toHaveAttribute('aria-posinset', '1');
  });

  test('a hundred are drawn, all of them', async () => {
    renderPart(<VariableEditor />, adapterWith(thousand.slice(0, 100)));
    await findPencil('Field 99');
    expect(screen.queryByRole('list', { name: 'Variables' })).toBeNull();
  });

  test('come into sight as the list is scrolled, with the heading of their group', async () => {
    renderPart(<VariableEditor />, adapterWith(thousand));
    const scroller = await list('Variables');
    await windowed();
    await scrollTo(scroller, scroller.scrollHeight);
    expect(await screen.findByText('value 999')).toBeVisible();
    await scrollTo(scroller, scroller.scrollHeight / 2);
    await scrollTo(scroller, scroller.scrollHeight / 2);
    expect(await screen.findByRole('heading', { name: 'Delivery' })).toBeInTheDocument();
  });

  test('the focused row stays, however far the list is scrolled, and Tab leads on from it', async () => {
    renderPart(<VariableEditor />, adapterWith(thousand));
    await findPencil('Field 3');
    const scroller = await list('Variables');
    await windowed();
    act(() => screen.getByRole('button', { name: 'Edit Field 3' }).focus());
    await scrollTo(scroller, 9000);
    expect(await screen.findByText('value 290')).toBeInTheDocument();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Field 3' }));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toHaveAccessibleName(/Field 4$/);
  });

  test('what is typed far away is not lost, and is saved from there', async () => {
    const adapter = adapterWith(thousand);
    renderPart(<VariableEditor />, adapter);
    await findPencil('Field 2');
    const scroller = await list('Variables');
    await windowed();
    await typeInto('Field 2', 'typed');
    await scrollTo(scroller, 20_000);
    expect(getField('Field 2')).toHaveValue('typed');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(storedValue(adapter, 'v2')).toBe('typed'));
  });

  test('what a colleague changes out of sight is there when it comes into sight', async () => {
    const adapter = adapterWith(thousand);
    renderPart(<VariableEditor />, adapter);
    await findPencil('Field 0');
    const scroller = await list('Variables');
    await windowed();
    act(() => void adapter.control.actAs('Ana').setVariable(marina, 'v999', 'from Ana'));
    await scrollTo(scroller, scroller.scrollHeight);
    await waitFor(() => expect(within(getRow('Field 999')).getByText('from Ana')).toBeVisible());
  });

  test('have no violations', async () => {
    const { container } = renderPart(<VariableEditor />, adapterWith(thousand));
    await findPencil('Field 0');
    await windowed();
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('ten thousand deals', () => {
  const show = (pageSize: number) =>
    renderPart(
      <DealList />,
      createMemoryAdapter({
        subscribers: [aSubscriber()],
        deals: { marina: deals },
        pipelines: [aPipeline()],
        pageSize,
      }),
    );

  test('are drawn as far as they can be seen', async () => {
    show(10_000);
    await screen.findByRole('article', { name: 'Order 0' });
    await windowed();
    expect(screen.getAllByRole('article').length).toBeLessThan(20);
    expect(rows()[0]).toHaveAttribute('aria-setsize', '10000');
  });

  test('that become so many while somebody types keep their editor, and are drawn anew when it is left', async () => {
    const adapter = createMemoryAdapter({
      subscribers: [aSubscriber()],
      deals: { marina: deals.slice(0, 100) },
      pipelines: [aPipeline()],
      pageSize: 100,
    });
    renderPart(<DealList />, adapter);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit deal Order 2' }));
    const input = await screen.findByRole('textbox', { name: 'Name' });
    await userEvent.fill(input, 'half a wo');
    const { pipelineId, stepId } = aDeal();
    const draft = { name: 'From Ana', pipelineId, stepId, value: null, assigneeId: null };
    act(() => void adapter.control.actAs('Ana').createDeal(marina, draft));
    await screen.findByRole('article', { name: 'From Ana' });
    expect(document.activeElement).toBe(input);
    await userEvent.keyboard('rd{Enter}');
    await waitFor(() =>
      expect(adapter.control.server.deals(marina).map((deal) => deal.name)).toContain('half a word'),
    );
    act(() => (document.activeElement as HTMLElement).blur());
    await windowed();
  });

  test('leave nothing white while they are scrolled, and overlap nowhere', async () => {
    show(10_000);
    const scroller = await list('Deals');
    await windowed();
    for (const top of [0, 300, 5000, 100_000, 400_000]) {
      await scrollTo(scroller, top);
      const frame = scroller.getBoundingClientRect();
      const boxes = screen.getAllByRole('article').map((deal) => deal.getBoundingClientRect());
      const seen = boxes.filter((box) => box.bottom > frame.top && box.top < frame.bottom);
      expect(seen[0]?.top).toBeLessThanOrEqual(frame.top + 20);
      expect(seen.at(-1)?.bottom).toBeGreaterThanOrEqual(frame.bottom - 20);
      for (const [place, box] of seen.entries())
        expect(box.top).toBeGreaterThanOrEqual(seen[place - 1]?.bottom ?? box.top);
    }
  });

  test('of the last page the first deal takes the focus, also in a long list', async () => {
    show(5_000);
    await screen.findByRole('article', { name: 'Order 0' });
    await userEvent.click(screen.getByRole('button', { name: /^Show/ }));
    const first = await screen.findByRole('article', { name: 'Order 5000' });
    await waitFor(() => expect(document.activeElement).toBe(first));
  });
});
