'use client';
import clsx from 'clsx';
import {
  type FocusEvent,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { createLazy } from './createLazy.ts';
import { useHeld } from './useHeld.ts';

export interface LongListProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  /** One for each row. Give it the same list while they are the same. */
  readonly keys: readonly string[];
  /** A guess, in `em` of the list's own font: each row is measured. */
  readonly rowHeight: number;
  /** These rows stay mounted, as the one with the focus does. */
  readonly kept?: readonly number[] | undefined;
  /** Scrolls to this row when it changes. */
  readonly revealed?: number | undefined;
  readonly children: (index: number) => ReactNode;
}

/** From so many rows on a list draws those that can be seen. */
export const LONG = 100;

const NONE: readonly number[] = [];

/** As many as fill the list before it knows which can be seen. */
const FIRST = 24;

const windowedList = createLazy(() => import('./WindowedList.tsx').then((module) => module.WindowedList));

/** A list that draws the rows which can be seen, and scrolls in itself: what stands below it stays within reach. */
export const LongList = forwardRef<HTMLDivElement, LongListProps>(function LongList(
  { keys, rowHeight, kept = NONE, revealed, className, children, ...props },
  ref,
) {
  const { held: List, frameProps } = useHeld(windowedList.useLoaded());
  const [focused, setFocused] = useState<string>();
  const all = useMemo(() => [...around(keys.indexOf(focused ?? '')), ...kept], [keys, focused, kept]);
  const getKey = useCallback((index: number) => keys[index] ?? '', [keys]);
  useEffect(windowedList.load, []);
  const list = {
    role: 'list',
    ...props,
    ...frameProps,
    ref,
    className: clsx('sbc-long-list', className),
    onFocus(event: FocusEvent) {
      frameProps.onFocus();
      const index = toIndex(event);
      setFocused(index === undefined ? undefined : keys[index]);
    },
  };
  if (!List) {
    return (
      <div {...list}>
        {keys.slice(0, FIRST).map((key, index) => (
          // biome-ignore lint/a11y/useSemanticElements: between it and the list stands what holds the rows in place
          <div
            key={key}
            role="listitem"
            aria-setsize={keys.length}
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
      count={keys.length}
      rowHeight={rowHeight}
      measured
      getKey={getKey}
      kept={all}
      activeIndex={revealed}
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
function around(index: number): readonly number[] {
  return index < 0 ? NONE : [index - 1, index, index + 1];
}

function toIndex({ target }: FocusEvent): number | undefined {
  const row = target.closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : undefined;
}
