import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  forwardRef,
  type HTMLAttributes,
  isValidElement,
  type ReactElement,
  type ReactNode,
  useRef,
} from 'react';
import type { Tag } from 'subscriber-card';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** The windowed list of its documentation, with react-virtual. */
function MuiPicker({ tags, assigned, onChange }: PickerProps) {
  return (
    <Autocomplete<Tag, true>
      multiple
      disableCloseOnSelect
      options={tags}
      value={[...assigned]}
      onChange={(_, next) => onChange(next)}
      getOptionLabel={(tag) => tag.name}
      getOptionKey={(tag) => tag.id}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      renderInput={(parameters) => <TextField {...parameters} label="Add tag" />}
      renderOption={(props, tag) => ({ props, tag }) as unknown as ReactNode}
      slots={{ listbox: WindowedListbox }}
    />
  );
}

interface OptionRow {
  readonly props: HTMLAttributes<HTMLLIElement> & { readonly key: string };
  readonly tag: Tag;
}

const WindowedListbox = forwardRef<HTMLUListElement, HTMLAttributes<HTMLElement>>(function WindowedListbox(
  { children, ...props },
  ref,
) {
  const rows = children as unknown as readonly OptionRow[];
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    estimateSize: () => 36,
    getScrollElement: () => scrollRef.current,
    overscan: 2,
  });
  return (
    <div ref={scrollRef} style={{ height: 288, overflow: 'auto' }}>
      <ul
        {...props}
        ref={ref}
        style={{
          position: 'relative',
          maxHeight: 'none',
          height: virtualizer.getTotalSize(),
          overflow: 'visible',
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row || isValidElement(row as unknown as ReactElement)) return null;
          const { key, ...rest } = row.props;
          return (
            <li
              key={key}
              {...rest}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                height: 36,
                transform: `translateY(${start}px)`,
              }}
            >
              {row.tag.name}
            </li>
          );
        })}
      </ul>
    </div>
  );
});

export const createPicker = createReactPicker(MuiPicker, {
  trigger: 'input',
  option: '[role=option]',
  chip: '.MuiChip-root',
});
