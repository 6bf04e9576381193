import { createReactList, ListRow } from '../createReactList.tsx';

export const createList = createReactList(({ items, rowHeight }) => (
  <div className="plain">
    {items.map((item, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they never change
      <div key={index} data-row style={{ height: rowHeight }}>
        <ListRow item={item} />
      </div>
    ))}
  </div>
));
