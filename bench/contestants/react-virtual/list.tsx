import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { createReactList, type ListProps, ListRow } from '../createReactList.tsx';

function VirtualList({ items, rowHeight }: ListProps) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    getScrollElement: () => scrollRef.current,
  });
  return (
    <div ref={scrollRef} className="plain" style={{ height: 600, overflow: 'auto' }}>
      <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item && (
              <div
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                data-row
                style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
              >
                <ListRow item={item} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

export const createList = createReactList(VirtualList);
