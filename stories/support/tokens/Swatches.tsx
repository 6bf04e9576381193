import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { Theme } from '../../../src/styles/recipes.ts';
import { baseColors, type ColorName, derivedColors } from '../../../src/styles/tokens.ts';
import { readPixel } from './readPixel.ts';

/** What the browser makes of each colour. */
export type ShownColors = Readonly<Record<ColorName, string>>;

export interface SwatchesProps {
  readonly theme: Theme;
  /** Of a host, instead of ours. */
  readonly accent: string | undefined;
  readonly shown: ShownColors | undefined;
  readonly onRead: (theme: Theme, shown: ShownColors) => void;
}

const colors = Object.entries({ ...baseColors, ...derivedColors });

/** Every colour of a theme, as the page shows it: read from the element, and not from the source. */
export function Swatches({ theme, accent, shown, onRead }: SwatchesProps) {
  const listRef = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is read anew when the accent has changed
  useLayoutEffect(() => {
    const swatches = [...(listRef.current?.querySelectorAll<HTMLElement>('[data-color]') ?? [])];
    const read = swatches.map((swatch) => [
      swatch.dataset.color,
      readPixel(getComputedStyle(swatch).backgroundColor),
    ]);
    onRead(theme, Object.fromEntries(read));
  }, [theme, accent, onRead]);

  return (
    <div
      className="sbc-root tokens-theme"
      data-theme={theme}
      style={accent === undefined ? undefined : ({ '--sbc-accent': accent } as CSSProperties)}
    >
      <h4>{theme === 'light' ? 'Light' : 'Dark'}</h4>
      <ul ref={listRef} className="tokens-list">
        {colors.map(([name, { says }]) => (
          <li key={name} className="tokens-color">
            <span className="tokens-swatch" data-color={name} style={{ background: `var(--sbc-_${name})` }} />
            <code>{name in baseColors ? `--sbc-${name}` : `--sbc-_${name}`}</code>
            <code className="tokens-hex">{shown?.[name as ColorName]}</code>
            <span className="tokens-says">{says}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
