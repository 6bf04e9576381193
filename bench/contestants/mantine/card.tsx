import '@mantine/core/styles.css';
import { ActionIcon, MantineProvider, Paper, Pill, Select, Text, TextInput, Title } from '@mantine/core';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => <MantineProvider>{children}</MantineProvider>,
  Heading: ({ level, children }) => <Title order={level}>{children}</Title>,
  Text: ({ muted, children }) => (
    <Text span size="sm" {...(muted && { c: 'dimmed' })}>
      {children}
    </Text>
  ),
  IconButton: ({ icon, label, onClick }) => (
    <ActionIcon variant="subtle" size="sm" aria-label={label} onClick={onClick}>
      <Glyph name={icon} />
    </ActionIcon>
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <TextInput
      size="xs"
      aria-label={label}
      autoFocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  ),
  Chip: ({ name, onRemove }) => (
    <Pill withRemoveButton onRemove={onRemove}>
      {name}
    </Pill>
  ),
  Panel: ({ children }) => (
    <Paper withBorder p="xs" my={4}>
      {children}
    </Paper>
  ),
  Select: ({ label, value, options, onChange }) => (
    <Select
      size="xs"
      aria-label={label}
      value={value}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => id !== null && onChange(id)}
    />
  ),
});
