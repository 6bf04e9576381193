import { type HTMLAttributes, type ReactNode, useState } from 'react';

export interface WindowedRowsProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly count: number;
  readonly rowHeight: number;
  readonly height: number;
  readonly children: (index: number, top: number) => ReactNode;
}

const OVERSCAN = 2;

/** The least that a windowed list can be: rows of one height, a few lines of arithmetic, no library. */
export function WindowedRows({ count, rowHeight, height, children, ...props }: WindowedRowsProps) {
  const [scrollTop, setScrollTop] = useState(0);
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const last = Math.min(count - 1, Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN);
  const rows: ReactNode[] = [];
  for (let index = first; index <= last; index += 1) rows.push(children(index, index * rowHeight));
  return (
    <div
      {...props}
      style={{ height: Math.min(height, count * rowHeight), overflow: 'auto' }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div style={{ position: 'relative', height: count * rowHeight }}>{rows}</div>
    </div>
  );
}
