import { useMemo } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  SearchField,
  useFilter,
  Virtualizer,
} from 'react-aria-components';
import type { Tag } from 'subscriber-card';
import { AssignedChips } from '../AssignedChips.tsx';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** Its searchable list of which several can be chosen, in its own window. */
function ReactAriaPicker({ tags, assigned, onChange }: PickerProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  return (
    <div style={{ padding: 12 }}>
      <AssignedChips assigned={assigned} onChange={onChange} />
      <DialogTrigger>
        <Button className="aria-trigger">Add tag</Button>
        <Popover style={{ width: 260, background: '#fff' }}>
          <Dialog aria-label="Add tag">
            <Autocomplete filter={contains}>
              <SearchField aria-label="Add tag" autoFocus>
                <Input />
              </SearchField>
              <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 32 }}>
                <ListBox<Tag>
                  aria-label="Tags"
                  items={tags}
                  selectionMode="multiple"
                  selectedKeys={assigned.map(({ id }) => id)}
                  onSelectionChange={(keys) => onChange(toTags(keys, byId))}
                  style={{ display: 'block', height: 288, overflow: 'auto' }}
                >
                  {(tag) => <ListBoxItem textValue={tag.name}>{tag.name}</ListBoxItem>}
                </ListBox>
              </Virtualizer>
            </Autocomplete>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

function toTags(keys: 'all' | Iterable<string | number>, byId: ReadonlyMap<string, Tag>): readonly Tag[] {
  if (keys === 'all') return [...byId.values()];
  return [...keys].flatMap((id) => byId.get(String(id)) ?? []);
}

export const createPicker = createReactPicker(ReactAriaPicker, {
  trigger: '.aria-trigger',
  option: '[role=option]',
  chip: '.bare-chip',
});
