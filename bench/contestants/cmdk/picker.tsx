import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { AssignedChips, toggleTag } from '../AssignedChips.tsx';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** The combobox of shadcn: cmdk in a Radix popover. Its list cannot be windowed. */
function CmdkPicker({ tags, assigned, onChange }: PickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const ids = useMemo(() => new Set(assigned.map(({ id }) => id)), [assigned]);
  return (
    <div style={{ padding: 12 }}>
      <AssignedChips assigned={assigned} onChange={onChange} />
      <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
        <Popover.Trigger className="cmdk-trigger">Add tag</Popover.Trigger>
        <Popover.Portal>
          <Popover.Content style={{ width: 260, background: '#fff' }}>
            <Command filter={(name, search) => (name.toLowerCase().includes(search.toLowerCase()) ? 1 : 0)}>
              <Command.Input placeholder="Add tag" />
              <Command.List style={{ height: 288, overflow: 'auto' }}>
                <Command.Empty>None</Command.Empty>
                {tags.map((tag) => (
                  <Command.Item
                    key={tag.id}
                    value={tag.name}
                    data-checked={ids.has(tag.id)}
                    onSelect={() => onChange(toggleTag(assigned, tag))}
                  >
                    {tag.name}
                  </Command.Item>
                ))}
              </Command.List>
            </Command>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
}

export const createPicker = createReactPicker(CmdkPicker, {
  trigger: '.cmdk-trigger',
  option: '[cmdk-item]',
  chip: '.bare-chip',
});
