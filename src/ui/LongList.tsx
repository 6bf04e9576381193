'use client';
import clsx from 'clsx';
import {
  type FocusEvent,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { createLazy } from './createLazy.ts';

export interface LongListProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly count: number;
  /** A guess, in `em` of the list's own font: each row is measured. */
  readonly rowHeight: number;
  readonly getKey: (index: number) => string;
  /** These rows stay mounted, as the one with the focus does. */
  readonly kept?: readonly number[] | undefined;
  /** Scrolls to this row when it changes. */
  readonly revealed?: number | undefined;
  readonly children: (index: number) => ReactNode;
}

/** From so many rows on a list draws those that can be seen. */
export const LONG = 100;

/** As many as fill the list before it knows which can be seen. */
const FIRST = 24;

const windowedList = createLazy(() => import('./WindowedList.tsx').then((module) => module.WindowedList));

/** A list that draws the rows which can be seen, and scrolls in itself: what stands below it stays within reach. */
export const LongList = forwardRef<HTMLDivElement, LongListProps>(function LongList(
  { count, rowHeight, getKey, kept, revealed, className, children, ...props },
  ref,
) {
  const List = windowedList.useLoaded();
  const [focused, setFocused] = useState<number>();
  const all = useMemo(() => [...around(focused), ...(kept ?? [])], [focused, kept]);
  useEffect(windowedList.load, []);
  const list = { role: 'list', ...props, ref, className: clsx('sbc-long-list', className) };
  if (!List) {
    const first = Array.from({ length: Math.min(count, FIRST) }, (_, index) => index);
    return (
      <div {...list}>
        {first.map((index) => (
          // biome-ignore lint/a11y/useSemanticElements: between it and the list stands what holds the rows in place
          <div
            key={getKey(index)}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            data-index={index}
          >
            {children(index)}
          </div>
        ))}
      </div>
    );
  }
  return (
    <List
      {...list}
      count={count}
      rowHeight={rowHeight}
      measured
      getKey={getKey}
      kept={all}
      activeIndex={revealed}
      onFocus={(event) => setFocused(toIndex(event))}
    >
      {({ index, key, props: row }) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div key={key} role="listitem" {...row}>
          {children(index)}
        </div>
      )}
    </List>
  );
});

/** With the neighbours: Tab leads there, also where the list was scrolled away meanwhile. */
function around(index: number | undefined): number[] {
  return index === undefined ? [] : [index - 1, index, index + 1];
}

function toIndex({ target }: FocusEvent): number | undefined {
  const row = target.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}
