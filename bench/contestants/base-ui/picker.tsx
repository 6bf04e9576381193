import { Combobox } from '@base-ui/react/combobox';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import type { Tag } from 'subscriber-card';
import { AssignedChips } from '../AssignedChips.tsx';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** Windowed with react-virtual, as its documentation does it. */
function BaseUiPicker({ tags, assigned, onChange }: PickerProps) {
  return (
    <div style={{ padding: 12 }}>
      <AssignedChips assigned={assigned} onChange={onChange} />
      <Combobox.Root<Tag, true>
        multiple
        virtualized
        items={tags}
        value={[...assigned]}
        onValueChange={onChange}
        itemToStringLabel={(tag) => tag.name}
        isItemEqualToValue={(tag, other) => tag.id === other.id}
      >
        <Combobox.Input aria-label="Add tag" />
        <Combobox.Portal>
          <Combobox.Positioner>
            <Combobox.Popup style={{ width: 260, background: '#fff' }}>
              <Combobox.Empty>None</Combobox.Empty>
              <Combobox.List>
                <Options />
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}

function Options() {
  const tags = Combobox.useFilteredItems<Tag>();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const virtualizer = useVirtualizer({
    count: tags.length,
    estimateSize: () => 32,
    getScrollElement: () => scroller,
    overscan: 2,
  });
  return (
    <div ref={setScroller} style={{ height: 288, overflow: 'auto' }}>
      <div style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const tag = tags[index];
          if (!tag) return null;
          return (
            <Combobox.Item
              key={tag.id}
              value={tag}
              index={index}
              aria-setsize={tags.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                height: 32,
                transform: `translateY(${start}px)`,
              }}
            >
              <Combobox.ItemIndicator />
              {tag.name}
            </Combobox.Item>
          );
        })}
      </div>
    </div>
  );
}

export const createPicker = createReactPicker(BaseUiPicker, {
  trigger: 'input',
  option: '[role=option]',
  chip: '.bare-chip',
});
