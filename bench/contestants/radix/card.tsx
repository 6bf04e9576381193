import { Select, Tooltip } from 'radix-ui';
import { BareChip, BareHeading, BarePanel, BareText, BareTextField } from '../bareParts.tsx';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

/** The primitives have a tooltip and a select; what they do not have is a bare element. */
export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => <Tooltip.Provider>{children}</Tooltip.Provider>,
  Heading: BareHeading,
  Text: BareText,
  IconButton: ({ icon, label, onClick }) => (
    <Tooltip.Root>
      <Tooltip.Trigger aria-label={label} onClick={onClick}>
        <Glyph name={icon} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content>{label}</Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  ),
  TextField: BareTextField,
  Chip: BareChip,
  Panel: BarePanel,
  Select: ({ label, value, options, onChange }) => (
    <Select.Root value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label}>
        <Select.Value />
        <Select.Icon />
      </Select.Trigger>
      <Select.Portal>
        <Select.Content>
          <Select.Viewport>
            {options.map(({ id, name }) => (
              <Select.Item key={id} value={id}>
                <Select.ItemText>{name}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  ),
});
