'use client';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import {
  type CSSProperties,
  forwardRef,
  type HTMLAttributes,
  type ReactNode,
  type RefCallback,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useClientLayoutEffect } from './useClientLayoutEffect.ts';
import { useMergedRef } from './useMergedRef.ts';

export interface WindowedRow {
  readonly index: number;
  readonly key: string | number;
  /** Spread on the row's element. */
  readonly props: {
    readonly ref: RefCallback<HTMLElement> | undefined;
    readonly style: CSSProperties;
    readonly 'data-index': number;
    readonly 'aria-setsize': number;
    readonly 'aria-posinset': number;
  };
}

export interface WindowedListProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly count: number;
  /** In `em` of the list's own font. */
  readonly rowHeight: number;
  /** Rows of unequal height: `rowHeight` is a guess then, and each row is measured. */
  readonly measured?: boolean | undefined;
  /** Stays mounted wherever the list is scrolled to; the list scrolls to it when it changes. */
  readonly activeIndex?: number | undefined;
  /** Scrolls to the active row. Default true. */
  readonly follow?: boolean | undefined;
  /** These rows stay mounted as well. */
  readonly kept?: readonly number[] | undefined;
  /** Rows drawn beyond each edge. Default 2. */
  readonly overscan?: number | undefined;
  readonly getKey?: ((index: number) => string | number) | undefined;
  readonly children: (row: WindowedRow) => ReactNode;
}

// Until the browser has been asked, a page of the usual size.
const INITIAL_RECT = { width: 0, height: 280 };
// That of the list before it: the lists of a page mostly have one, and rows of another size are drawn twice.
let knownFontSize = 14;
const NONE: readonly number[] = [];

/** A scrolling list that draws the rows which can be seen. Give it a height by CSS. */
export const WindowedList = forwardRef<HTMLDivElement, WindowedListProps>(function WindowedList(
  {
    count,
    rowHeight,
    measured = false,
    activeIndex = -1,
    follow = true,
    kept = NONE,
    overscan = 2,
    getKey,
    className,
    children,
    ...props
  },
  ref,
) {
  const scrollRef = useRef<HTMLDivElement | null>(null);
  const setScroll = useMergedRef(scrollRef, ref);
  const [fontSize, setFontSize] = useState(knownFontSize);
  const size = Math.round(rowHeight * fontSize);

  const rangeExtractor = useCallback(
    (range: Range) => withKept(defaultRangeExtractor(range), [activeIndex, ...kept], range.count),
    [activeIndex, kept],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    estimateSize: useCallback(() => size, [size]),
    getScrollElement: () => scrollRef.current,
    initialRect: INITIAL_RECT,
    overscan,
    rangeExtractor,
    ...(getKey && { getItemKey: getKey }),
  });

  useClientLayoutEffect(() => {
    if (!scrollRef.current) return;
    knownFontSize = Number.parseFloat(getComputedStyle(scrollRef.current).fontSize);
    setFontSize(knownFontSize);
  }, []);
  const measuredWith = useRef(size);
  useClientLayoutEffect(() => {
    if (measuredWith.current === size) return;
    measuredWith.current = size;
    virtualizer.measure();
  }, [size, virtualizer]);
  useEffect(() => {
    if (follow && activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [follow, activeIndex, virtualizer]);

  return (
    <div ref={setScroll} className={clsx('sbc-windowed', className)} {...props}>
      <div role="presentation" className="sbc-windowed-space" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) =>
          children({
            index,
            key: key as string | number,
            props: {
              ref: measured ? virtualizer.measureElement : undefined,
              style: {
                transform: `translateY(${start}px)`,
                ...(!measured && { height: size }),
              },
              'data-index': index,
              'aria-setsize': count,
              'aria-posinset': index + 1,
            },
          }),
        )}
      </div>
    </div>
  );
});

function withKept(seen: readonly number[], kept: readonly number[], count: number): number[] {
  const indexes = new Set([...seen, ...kept.filter((index) => index >= 0 && index < count)]);
  return [...indexes].sort((a, b) => a - b);
}
