import { Button } from '@base-ui/react/button';
import { Input } from '@base-ui/react/input';
import { Select } from '@base-ui/react/select';
import { BareChip, BareHeading, BarePanel, BareText } from '../bareParts.tsx';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => children,
  Heading: BareHeading,
  Text: BareText,
  IconButton: ({ icon, label, onClick }) => (
    <Button aria-label={label} onClick={onClick}>
      <Glyph name={icon} />
    </Button>
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <Input aria-label={label} autoFocus value={value} onValueChange={onChange} onKeyDown={onKeyDown} />
  ),
  Chip: BareChip,
  Panel: BarePanel,
  Select: ({ label, value, options, onChange }) => (
    <Select.Root
      value={value}
      items={options.map(({ id, name }) => ({ value: id, label: name }))}
      onValueChange={(id) => id !== null && onChange(id)}
    >
      <Select.Trigger aria-label={label}>
        <Select.Value />
        <Select.Icon />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner>
          <Select.Popup>
            {options.map(({ id, name }) => (
              <Select.Item key={id} value={id}>
                <Select.ItemText>{name}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  ),
});
