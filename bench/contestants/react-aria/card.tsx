import {
  Button,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextField,
} from 'react-aria-components';
import { BareChip, BarePanel } from '../bareParts.tsx';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => children,
  Heading: ({ level, children }) => <Heading level={level}>{children}</Heading>,
  Text: ({ children }) => <Text>{children}</Text>,
  IconButton: ({ icon, label, onClick }) => (
    <Button aria-label={label} {...(onClick && { onPress: onClick })}>
      <Glyph name={icon} />
    </Button>
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <TextField aria-label={label} value={value} onChange={onChange}>
      <Input autoFocus onKeyDown={onKeyDown} />
    </TextField>
  ),
  Chip: BareChip,
  Panel: BarePanel,
  Select: ({ label, value, options, onChange }) => (
    <Select aria-label={label} value={value} onChange={(id) => id !== null && onChange(String(id))}>
      <Button>
        <SelectValue />
      </Button>
      <Popover>
        <ListBox>
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  ),
});
