// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { AdapterError } from '../../src/adapters/AdapterError.ts';
import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/createMemoryAdapter.ts';
import { type CaptureTarget, useCapture } from '../../src/hooks/useCapture.ts';
import { ptBR } from '../../src/i18n/pt-BR.ts';
import type { Subscriber } from '../../src/model/subscriber.ts';
import type { Variable } from '../../src/model/variable.ts';
import {
  SubscriberCardProvider,
  type SubscriberCardProviderProps,
} from '../../src/provider/SubscriberCardProvider.tsx';
import { aSubscriber, aTag, aVariable } from '../support/fixtures.ts';

const ref = { id: 'marina', channel: 'instagram' };

const variables: Variable[] = [
  aVariable({ key: 'name', label: 'Nickname', value: null }),
  aVariable({ key: 'notes', label: 'Notes', type: 'text', value: 'Likes linen' }),
  aVariable({ key: 'phone', label: 'Phone', type: 'phone', value: null }),
  aVariable({ key: 'email', label: 'Email', type: 'email', value: null }),
  aVariable({ key: 'birthday', label: 'Birthday', type: 'date', value: null }),
  aVariable({ key: 'orders', label: 'Orders', type: 'number', value: '3' }),
  aVariable({ key: 'site', label: 'Site', type: 'url', value: null }),
  aVariable({ key: 'budget', label: 'Budget', type: 'currency', value: null }),
  aVariable({
    key: 'size',
    label: 'Size',
    type: 'select',
    value: null,
    options: [
      { id: 's', label: 'Pequeno' },
      { id: 'm', label: 'Médio' },
    ],
  }),
];

async function renderCapture(
  given: Partial<Subscriber> = {},
  {
    options,
    ...props
  }: Omit<SubscriberCardProviderProps, 'children'> & { options?: MemoryAdapterOptions } = {},
) {
  const adapter = createMemoryAdapter({
    subscribers: [aSubscriber({ variables, ...given })],
    tags: [aTag(), aTag({ id: 'sp', name: 'São Paulo' })],
    ...options,
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SubscriberCardProvider adapter={adapter} locale={ptBR} timeZone="UTC" currency="BRL" {...props}>
      {children}
    </SubscriberCardProvider>
  );
  const { result } = renderHook(() => useCapture({ subscriber: ref }), { wrapper });
  await waitFor(() => expect(result.current.suggest('x')).not.toEqual([]));
  const suggest = async (text: string) => {
    result.current.suggest(text);
    await act(async () => {});
    await waitFor(() => expect(adapter.control.calls.map(({ method }) => method)).toContain('searchTags'));
    await act(async () => {});
    return result.current.suggest(text);
  };
  function capture(...args: Parameters<typeof result.current.capture>) {
    let outcome: string | undefined;
    act(() => {
      outcome = result.current.capture(...args);
    });
    return outcome;
  }
  return { adapter, result, suggest, capture };
}

function nameOf(target: CaptureTarget | undefined): string | undefined {
  if (target?.type === 'variable') return target.variable.key;
  return target?.type === 'tag' ? `tag:${target.tag.id}` : target && `new:${target.name}`;
}

describe('what is suggested first', () => {
  test.each([
    ['+55 11 98123-4567', 'phone', '+55 11 98123-4567'],
    ['11981234567', 'phone', '11981234567'],
    ['(11) 98123-4567', 'phone', '(11) 98123-4567'],
    ['marina@estudiomo.com.br.', 'email', 'marina@estudiomo.com.br'],
    ['12/05/1990', 'birthday', '1990-05-12'],
    ['12.05.1990', 'birthday', '1990-05-12'],
    ['1990-05-12', 'birthday', '1990-05-12'],
    ['www.estudiomo.com.br', 'site', 'https://www.estudiomo.com.br'],
    ['https://estudiomo.com.br/a', 'site', 'https://estudiomo.com.br/a'],
    ['R$ 1.280,00', 'budget', { amount: '1280', currency: 'BRL' }],
    ['medio', 'size', 'm'],
    ['40', 'orders', '40'],
    ['Linda', 'name', 'Linda'],
  ] as const)('for %j is %s', async (text, key, value) => {
    const { result } = await renderCapture();
    const [first] = result.current.suggest(text);
    expect(nameOf(first)).toBe(key);
    expect(first).toMatchObject({ value });
  });

  test('is the day of this year for a date without one', async () => {
    vi.useFakeTimers({ now: Date.parse('2025-11-22T10:00:00Z'), toFake: ['Date'] });
    const { result } = await renderCapture();
    expect(result.current.suggest('12.05')[0]).toMatchObject({ value: '2025-05-12' });
    vi.useRealTimers();
  });

  test('is the tag of that name, whatever its case and accents', async () => {
    const { suggest } = await renderCapture();
    expect(nameOf((await suggest('sao paulo'))[0])).toBe('tag:sp');
  });

  test('is the empty one of two that fit as well', async () => {
    const work = aVariable({ key: 'work', label: 'Work phone', type: 'phone', value: '+1 555' });
    const home = aVariable({ key: 'home', label: 'Home phone', type: 'phone', value: null });
    const { result } = await renderCapture({ variables: [work, home, aVariable()] });
    expect(result.current.suggest('+55 11 98123-4567').map(nameOf).slice(0, 3)).toEqual([
      'home',
      'work',
      'plan',
    ]);
  });
});

describe('what is suggested at all', () => {
  test('is last a new tag, where no tag has that name', async () => {
    const { suggest } = await renderCapture();
    expect(nameOf((await suggest('Campinas')).at(-1))).toBe('new:Campinas');
  });

  test('is no tag that is assigned already, and no tag for a long text', async () => {
    const { suggest } = await renderCapture({ tagging: { tags: [aTag()] } });
    expect((await suggest('vip')).map(nameOf)).toEqual(['name', 'notes']);
    expect((await suggest('word '.repeat(20))).map(nameOf)).toEqual(['name', 'notes']);
  });

  test('is no variable that may not be edited, and none that holds the text already', async () => {
    const { result } = await renderCapture({
      variables: [
        aVariable({ key: 'locked', readOnly: 'Set by the bot' }),
        aVariable({ key: 'same', value: 'gold' }),
        aVariable({ key: 'short', maxLength: 2 }),
        aVariable({ key: 'free' }),
      ],
    });
    expect(result.current.suggest('gold').map(nameOf)).toContain('free');
    expect(result.current.suggest('gold').map(nameOf)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/locked|same|short/)]),
    );
  });

  test('is nothing for a subscriber that may not be edited, for white space, and where nothing can be written', async () => {
    const { result } = await renderCapture();
    expect(result.current.suggest('  \n')).toEqual([]);
    const locked = renderHook(() => useCapture({ subscriber: ref }), {
      wrapper: ({ children }) => (
        <SubscriberCardProvider
          adapter={createMemoryAdapter({
            subscribers: [aSubscriber({ variables })],
            omit: ['setVariable', 'addTag', 'createTag'],
          })}
        >
          {children}
        </SubscriberCardProvider>
      ),
    });
    await act(async () => {});
    expect(locked.result.current.suggest('gold')).toEqual([]);
  });
});

describe('capturing', () => {
  test('saves to the variable what the text means there', async () => {
    const { adapter, result, capture } = await renderCapture();
    const [target] = result.current.suggest('12/05/1990');
    expect(capture('12/05/1990', target!)).toBe('submitted');
    await waitFor(() =>
      expect(
        adapter.control.server.subscriber(ref)?.variables.find(({ key }) => key === 'birthday')?.value,
      ).toBe('1990-05-12'),
    );
  });

  test('adds a tag, and creates one', async () => {
    const { adapter, suggest, capture } = await renderCapture();
    const [tag] = await suggest('São Paulo');
    expect(capture('São Paulo', tag!)).toBe('submitted');
    const fresh = (await suggest('Campinas')).at(-1);
    expect(capture('Campinas', fresh!)).toBe('submitted');
    await waitFor(() =>
      expect(adapter.control.server.subscriber(ref)?.tagging.tags.map(({ name }) => name)).toEqual([
        'São Paulo',
        'Campinas',
      ]),
    );
  });

  test('says so when nothing changes, and when the text does not fit', async () => {
    const { adapter, result, capture } = await renderCapture();
    const [target] = result.current.suggest('gold');
    capture('gold', target!);
    expect(capture('gold', target!)).toBe('unchanged');
    const [date] = result.current.suggest('12/05/1990');
    expect(capture('soon', date!)).toBe('invalid');
    await waitFor(() =>
      expect(adapter.control.calls.filter(({ method }) => method === 'setVariable')).toHaveLength(1),
    );
  });
});

test('a vocabulary that cannot be read is not asked for with every render', async () => {
  const adapter = createMemoryAdapter({ subscribers: [aSubscriber({ variables })] });
  adapter.control.setFail((method) =>
    method === 'searchTags' ? new AdapterError('forbidden', 'No.') : undefined,
  );
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SubscriberCardProvider adapter={adapter}>{children}</SubscriberCardProvider>
  );
  // A host that shows what fits a selection asks while it draws.
  const { result } = renderHook(() => useCapture({ subscriber: ref }).suggest('Loyal'), { wrapper });
  await waitFor(() => expect(result.current).not.toEqual([]));
  await act(() => new Promise((resolve) => setTimeout(resolve, 1300)));
  expect(adapter.control.calls.filter(({ method }) => method === 'searchTags')).toHaveLength(1);
});
