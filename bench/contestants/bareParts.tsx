import type { ReactNode } from 'react';
import type { TextFieldProps } from './createKitCard.tsx';
import { Glyph } from './Glyph.tsx';
import './bareParts.css';

// What a kit without looks leaves to its host.

export function BareHeading({ level, children }: { readonly level: 2 | 3; readonly children: ReactNode }) {
  return level === 2 ? <h2>{children}</h2> : <h3>{children}</h3>;
}

export function BareText({ muted, children }: { readonly muted?: boolean; readonly children: ReactNode }) {
  return <span data-muted={muted || undefined}>{children}</span>;
}

export function BarePanel({ children }: { readonly children: ReactNode }) {
  return <article className="bare-panel">{children}</article>;
}

export interface BareChipProps {
  readonly name: string;
  readonly color: string | undefined;
  readonly onRemove: () => void;
}

export function BareChip({ name, color, onRemove }: BareChipProps) {
  return (
    <span className="bare-chip" style={{ borderColor: color }}>
      {name}
      <button type="button" aria-label={`Remove tag ${name}`} onClick={onRemove}>
        <Glyph name="close" />
      </button>
    </span>
  );
}

export function BareTextField({ label, value, onChange, onKeyDown }: TextFieldProps) {
  return (
    <input
      aria-label={label}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
      autoFocus
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
