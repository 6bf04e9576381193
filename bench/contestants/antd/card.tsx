import { Button, Card, ConfigProvider, Input, Select, Tag, Typography } from 'antd';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => <ConfigProvider>{children}</ConfigProvider>,
  Heading: ({ level, children }) => <Typography.Title level={level}>{children}</Typography.Title>,
  Text: ({ muted, children }) => (
    <Typography.Text {...(muted && { type: 'secondary' })}>{children}</Typography.Text>
  ),
  IconButton: ({ icon, label, onClick }) => (
    <Button
      type="text"
      size="small"
      aria-label={label}
      icon={<Glyph name={icon} />}
      {...(onClick && { onClick })}
    />
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <Input
      size="small"
      aria-label={label}
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  ),
  Chip: ({ name, color, onRemove }) => (
    <Tag closable onClose={onRemove} {...(color !== undefined && { color })}>
      {name}
    </Tag>
  ),
  Panel: ({ children }) => <Card size="small">{children}</Card>,
  Select: ({ label, value, options, onChange }) => (
    <Select
      size="small"
      aria-label={label}
      value={value}
      options={options.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  ),
});
