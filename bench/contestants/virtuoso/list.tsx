import { Virtuoso } from 'react-virtuoso';
import { createReactList, ListRow } from '../createReactList.tsx';

export const createList = createReactList(({ items }) => (
  <Virtuoso
    className="plain"
    style={{ height: 600 }}
    data={items}
    itemContent={(_, item) => (
      <div data-row>
        <ListRow item={item} />
      </div>
    )}
  />
));
