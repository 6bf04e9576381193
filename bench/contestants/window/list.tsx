import type { CSSProperties } from 'react';
import { createReactList, ListRow } from '../createReactList.tsx';
import { WindowedRows } from './WindowedRows.tsx';

export const createList = createReactList(({ items, rowHeight }) => (
  <WindowedRows className="plain" count={items.length} rowHeight={rowHeight} height={600}>
    {(index, top) => {
      const item = items[index];
      const style: CSSProperties = {
        position: 'absolute',
        insetInline: 0,
        height: rowHeight,
        transform: `translateY(${top}px)`,
      };
      return (
        item && (
          <div key={index} data-row style={style}>
            <ListRow item={item} />
          </div>
        )
      );
    }}
  </WindowedRows>
));
