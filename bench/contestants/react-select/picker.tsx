import { useMemo } from 'react';
import Select from 'react-select';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';

function ReactSelectPicker({ tags, assigned, onChange }: PickerProps) {
  const options = useMemo(() => [...tags], [tags]);
  return (
    <Select
      classNamePrefix="rs"
      isMulti
      aria-label="Add tag"
      closeMenuOnSelect={false}
      options={options}
      value={assigned}
      getOptionValue={(tag) => tag.id}
      getOptionLabel={(tag) => tag.name}
      onChange={onChange}
    />
  );
}

export const createPicker = createReactPicker(ReactSelectPicker, {
  trigger: '.rs__input-container',
  option: '.rs__option',
  chip: '.rs__multi-value',
});
