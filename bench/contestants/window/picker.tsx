import { AssignedChips, toggleTag } from '../AssignedChips.tsx';
import { createReactPicker, type PickerProps } from '../createReactPicker.tsx';
import { TagWindow } from './TagWindow.tsx';

function WindowPicker({ tags, assigned, onChange }: PickerProps) {
  return (
    <div>
      <AssignedChips assigned={assigned} onChange={onChange} />
      <TagWindow tags={tags} assigned={assigned} onToggle={(tag) => onChange(toggleTag(assigned, tag))} />
    </div>
  );
}

export const createPicker = createReactPicker(WindowPicker, {
  trigger: 'input',
  option: '.window-option',
  chip: '.bare-chip',
});
