import '@mantine/core/styles.css';
import { MantineProvider, MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** It has no windowed list; `limit` would show fewer tags than there are. */
function MantinePicker({ tags, assigned, onChange }: PickerProps) {
  const data = useMemo(() => tags.map(({ id, name }) => ({ value: id, label: name })), [tags]);
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  return (
    <MantineProvider>
      <MultiSelect
        searchable
        aria-label="Add tag"
        maxDropdownHeight={288}
        data={data}
        value={assigned.map(({ id }) => id)}
        onChange={(ids) => onChange(ids.flatMap((id) => byId.get(id) ?? []))}
      />
    </MantineProvider>
  );
}

export const createPicker = createReactPicker(MantinePicker, {
  trigger: 'input:not([type=hidden])',
  option: '[role=option]',
  chip: '.mantine-Pill-root',
});
