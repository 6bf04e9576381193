import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Deal, Variable } from 'subscriber-card';
import type { CreateList } from '../pages/List.ts';
import { DealItem, VariableRow } from './plain/PlainCard.tsx';

export type ListItem =
  | { readonly type: 'deal'; readonly deal: Deal }
  | { readonly type: 'variable'; readonly variable: Variable };

export interface ListProps {
  readonly items: readonly ListItem[];
  readonly rowHeight: number;
}

const heights = { deals: 92, variables: 34 };

/** A long list over props, whose rows are those of plain React. */
export function createReactList(View: ComponentType<ListProps>, row = '[data-row]'): CreateList {
  return (place) => {
    const root = createRoot(place);
    return {
      row,
      mount(rows, { subscriber, deals }) {
        const items =
          rows === 'deals'
            ? deals.map((deal): ListItem => ({ type: 'deal', deal }))
            : subscriber.variables.map((variable): ListItem => ({ type: 'variable', variable }));
        root.render(<View items={items} rowHeight={heights[rows]} />);
      },
      unmount: () => root.unmount(),
    };
  };
}

export function ListRow({ item }: { readonly item: ListItem }) {
  return item.type === 'deal' ? (
    <DealItem deal={item.deal} />
  ) : (
    <VariableRow variable={item.variable} onSave={doNothing} />
  );
}

function doNothing() {}
