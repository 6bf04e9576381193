import { useVirtualizer } from '@tanstack/react-virtual';
import { useCombobox } from 'downshift';
import { useMemo, useRef, useState } from 'react';
import { AssignedChips, toggleTag } from '../AssignedChips.tsx';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';
import '../window/window.css';

/** The two libraries as their own pages put them together. */
function DownshiftPicker({ tags, assigned, onChange }: PickerProps) {
  const [query, setQuery] = useState('');
  const listRef = useRef<HTMLUListElement>(null);
  const found = useMemo(() => {
    const text = query.toLowerCase();
    return text === '' ? [...tags] : tags.filter(({ name }) => name.toLowerCase().includes(text));
  }, [tags, query]);
  const ids = useMemo(() => new Set(assigned.map(({ id }) => id)), [assigned]);
  const virtualizer = useVirtualizer({
    count: found.length,
    estimateSize: () => 32,
    getScrollElement: () => listRef.current,
    overscan: 2,
  });
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items: found,
    inputValue: query,
    selectedItem: null,
    itemToString: (tag) => tag?.name ?? '',
    scrollIntoView: () => {},
    onHighlightedIndexChange({ highlightedIndex: index, type }) {
      if (type !== useCombobox.stateChangeTypes.MenuMouseLeave && index >= 0)
        virtualizer.scrollToIndex(index);
    },
    onStateChange({ selectedItem }) {
      if (!selectedItem) return;
      onChange(toggleTag(assigned, selectedItem));
      setQuery('');
    },
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.ItemClick ||
      type === useCombobox.stateChangeTypes.InputKeyDownEnter
        ? { ...changes, isOpen: true, highlightedIndex: state.highlightedIndex }
        : changes,
  });
  return (
    <div className="window-picker">
      <AssignedChips assigned={assigned} onChange={onChange} />
      <input
        {...getInputProps({
          'aria-label': 'Add tag',
          onChange: (event) => setQuery(event.currentTarget.value),
        })}
      />
      <ul
        {...getMenuProps({ ref: listRef, 'aria-label': 'Tags' })}
        className={isOpen ? 'window-list' : undefined}
        style={isOpen ? { height: 288, overflow: 'auto', padding: 0, margin: 0 } : undefined}
      >
        {isOpen && <li aria-hidden="true" style={{ height: virtualizer.getTotalSize() }} />}
        {isOpen &&
          virtualizer.getVirtualItems().map(({ index, start }) => {
            const tag = found[index];
            if (!tag) return null;
            return (
              <li
                key={tag.id}
                {...getItemProps({ item: tag, index })}
                className="window-option"
                style={{ top: 0, transform: `translateY(${start}px)` }}
                aria-setsize={found.length}
                aria-posinset={index + 1}
                data-highlighted={index === highlightedIndex || undefined}
                data-selected={ids.has(tag.id) || undefined}
              >
                <i style={{ background: tag.color }} />
                {tag.name}
              </li>
            );
          })}
      </ul>
    </div>
  );
}

export const createPicker = createReactPicker(DownshiftPicker, {
  trigger: 'input',
  option: '[role=option]',
  chip: '.bare-chip',
});
