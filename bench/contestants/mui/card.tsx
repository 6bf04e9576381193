import Chip from '@mui/material/Chip';
import CssBaseline from '@mui/material/CssBaseline';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { createKitCard } from '../createKitCard.tsx';
import { Glyph } from '../Glyph.tsx';

const theme = createTheme();

export const { createCard, renderCard } = createKitCard({
  Root: ({ children }) => (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {children}
    </ThemeProvider>
  ),
  Heading: ({ level, children }) => (
    <Typography variant={level === 2 ? 'h6' : 'subtitle2'} component={`h${level}`}>
      {children}
    </Typography>
  ),
  Text: ({ muted, children }) => (
    <Typography variant="body2" component="span" color={muted ? 'textSecondary' : 'textPrimary'}>
      {children}
    </Typography>
  ),
  IconButton: ({ icon, label, onClick }) => (
    <IconButton size="small" aria-label={label} onClick={onClick}>
      <Glyph name={icon} />
    </IconButton>
  ),
  TextField: ({ label, value, onChange, onKeyDown }) => (
    <TextField
      size="small"
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      slotProps={{ htmlInput: { 'aria-label': label } }}
    />
  ),
  Chip: ({ name, onRemove }) => <Chip size="small" label={name} onDelete={onRemove} />,
  Panel: ({ children }) => (
    <Paper variant="outlined" sx={{ p: 1, my: 0.5 }}>
      {children}
    </Paper>
  ),
  Select: ({ label, value, options, onChange }) => (
    <Select
      size="small"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputProps={{ 'aria-label': label }}
    >
      {options.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </Select>
  ),
});
