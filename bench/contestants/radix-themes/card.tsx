import '@radix-ui/themes/styles.css';
import { Badge, Card, Heading, IconButton, Select, Text, TextField, Theme } from '@radix-ui/themes';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => <Theme>{children}</Theme>,
  Heading: ({ level, children }) => (
    <Heading as={`h${level}`} size={level === 2 ? '4' : '2'}>
      {children}
    </Heading>
  ),
  Text: ({ muted, children }) => (
    <Text size="2" {...(muted && { color: 'gray' })}>
      {children}
    </Text>
  ),
  IconButton: ({ icon, label, onClick }) => (
    <IconButton size="1" variant="ghost" aria-label={label} onClick={onClick}>
      <Glyph name={icon} />
    </IconButton>
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <TextField.Root
      size="1"
      aria-label={label}
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  ),
  Chip: ({ name, onRemove }) => (
    <Badge>
      {name}
      <IconButton size="1" variant="ghost" aria-label={`Remove tag ${name}`} onClick={onRemove}>
        <Glyph name="close" />
      </IconButton>
    </Badge>
  ),
  Panel: ({ children }) => <Card size="1">{children}</Card>,
  Select: ({ label, value, options, onChange }) => (
    <Select.Root size="1" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label} />
      <Select.Content>
        {options.map(({ id, name }) => (
          <Select.Item key={id} value={id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select.Root>
  ),
});
