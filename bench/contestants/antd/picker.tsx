import { ConfigProvider, Select } from 'antd';
import { useMemo } from 'react';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

/** Its list is windowed by itself. */
function AntdPicker({ tags, assigned, onChange }: PickerProps) {
  const options = useMemo(() => tags.map(({ id, name }) => ({ value: id, label: name })), [tags]);
  const byId = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  return (
    <ConfigProvider>
      <Select
        mode="multiple"
        aria-label="Add tag"
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={assigned.map(({ id }) => id)}
        onChange={(ids) => onChange(ids.flatMap((id) => byId.get(id) ?? []))}
      />
    </ConfigProvider>
  );
}

export const createPicker = createReactPicker(AntdPicker, {
  trigger: 'input',
  option: '.ant-select-item-option',
  chip: '.ant-select-selection-item',
});
