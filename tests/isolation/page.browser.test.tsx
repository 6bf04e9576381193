import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDemoData, createMemoryAdapter } from '../../src/adapters/createMemoryAdapter.ts';
import { SubscriberCard } from '../../src/components/SubscriberCard.tsx';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';

/** The lists that a host's operator opens, each by its button. Those of the forms lock the page, and are not among them. */
const pickers: readonly (readonly [
  what: string,
  open: () => Promise<unknown>,
  shown: () => Element | null,
])[] = [
  ['the tags', () => click('combobox', 'Add tag'), () => screen.queryByRole('listbox')],
  ['a select', () => click('button', 'Edit Loyalty tier'), () => screen.queryByRole('listbox')],
  ['a select of several', () => click('button', 'Edit Interested in'), () => screen.queryByRole('listbox')],
  [
    'the team',
    async () => {
      await click('button', 'Add deal');
      await click('combobox', 'Assignee');
    },
    () => screen.queryByRole('listbox'),
  ],
];

const click = async (role: string, name: string) => userEvent.click(await screen.findByRole(role, { name }));

function Card(props: Partial<SubscriberCardProviderProps>) {
  return (
    <SubscriberCardProvider adapter={createMemoryAdapter(createDemoData())} timeZone="UTC" {...props}>
      <SubscriberCard subscriber={{ id: 'marina', channel: 'instagram' }} />
    </SubscriberCardProvider>
  );
}

async function drawn() {
  await screen.findByRole('heading', { name: 'Marina Oliveira' });
  await screen.findAllByText('Wedding guest dress');
}

/** What the host has around the card: its attributes, its styles, where it is scrolled to. */
function readHost() {
  const around = [document.documentElement, document.head, document.body, ...document.body.children];
  return around
    .filter((element) => !element.hasAttribute('data-radix-focus-guard'))
    .map((element) => ({
      attributes: [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value}`),
      scrolled: [element.scrollTop, element.scrollLeft],
      overflow: getComputedStyle(element).overflow,
      pointerEvents: getComputedStyle(element).pointerEvents,
    }));
}

describe.each(pickers)('with the list of %s open', (_what, open, shown) => {
  test('the page is as it was, and can be scrolled', async () => {
    render(
      <>
        <div data-testid="chat" style={{ blockSize: 400 }} />
        <Card />
        <div style={{ blockSize: 3000 }} />
      </>,
    );
    await drawn();
    const sheets = document.querySelectorAll('style, link').length;
    document.documentElement.scrollTop = 100;
    const before = readHost();
    await open();
    await waitFor(() => expect(shown()).toBeVisible());
    const [, ...others] = readHost();
    expect(others).toEqual(before.slice(1));
    expect(document.querySelectorAll('style, link')).toHaveLength(sheets);
    expect(document.querySelectorAll('[inert]')).toHaveLength(0);
    const { scrollTop } = document.documentElement;
    document.documentElement.scrollTop = scrollTop + 50;
    expect(document.documentElement.scrollTop).toBe(scrollTop + 50);
    document.documentElement.scrollTop = 0;
  });

  test.each(Object.entries(hosts()))('it is seen whole and can be pressed %s', async (_where, Host) => {
    render(
      <Host>
        <Card />
      </Host>,
    );
    await drawn();
    await open();
    await waitFor(() => expect(shown()).toBeVisible());
    await waitFor(() => expect(findHidden(shown()!)).toEqual([]));
  });

  test('it is above what the host puts over everything', async () => {
    render(<Card />);
    await drawn();
    await open();
    await waitFor(() => expect(shown()).toBeVisible());
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.cssText = `position: fixed; inset: 0; z-index: ${TOPMOST}`;
    expect(document.elementFromPoint(4, 4)).toBe(cover);
    await waitFor(() => expect(findHidden(shown()!)).toEqual([]));
  });

  test('it stands in the container that the host gives', async () => {
    const container = document.body.appendChild(document.createElement('section'));
    render(<Card portalContainer={container} />);
    await drawn();
    await open();
    await waitFor(() => expect(shown()).toBeVisible());
    expect(container.contains(shown())).toBe(true);
    expect(findHidden(shown()!)).toEqual([]);
  });
});

/** Corners and middle of an element that are covered or cut off. */
function findHidden(element: Element): string[] {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const points = [
    [left + 4, top + 4],
    [right - 20, top + 4],
    [left + 4, bottom - 4],
    [(left + right) / 2, (top + bottom) / 2],
  ];
  return points
    .filter(([x = 0, y = 0]) => !element.contains(document.elementFromPoint(x, y)))
    .map(([x, y]) => `${x}, ${y}`);
}

const TOPMOST = 2147483647;

/** Where a host puts the card. */
function hosts(): { readonly [where: string]: (props: { readonly children: ReactNode }) => ReactNode } {
  return {
    'in a column that is moved and hides what overflows': ({ children }) => (
      <div style={{ overflow: 'hidden', transform: 'translateX(10px)', inlineSize: 340, contain: 'paint' }}>
        {children}
      </div>
    ),
    'in a modal above everything': ({ children }) => (
      <>
        <div style={{ position: 'fixed', inset: 0, zIndex: TOPMOST, overflow: 'auto', background: '#0008' }}>
          <div role="dialog" aria-modal="true" style={{ margin: 20, inlineSize: 340, background: '#fff' }}>
            {children}
          </div>
        </div>
        <div inert>the page behind</div>
      </>
    ),
    'in a dialog of the browser': ({ children }) => (
      <dialog ref={(dialog) => dialog?.showModal()}>
        <div style={{ inlineSize: 340 }}>{children}</div>
      </dialog>
    ),
  };
}

afterEach(() => {
  document.documentElement.scrollTop = 0;
});
