import { useCallback, useState } from 'react';
import type { Theme } from '../../../src/styles/recipes.ts';
import { baseColors } from '../../../src/styles/tokens.ts';
import { Measures } from './Measures.tsx';
import { PairTable } from './PairTable.tsx';
import { type ShownColors, Swatches } from './Swatches.tsx';
import '../guide.css';
import './tokens.css';

/** The theme, as this browser shows it. */
export function TokensPage() {
  const [accent, setAccent] = useState<string>();
  const [shown, setShown] = useState<Partial<Record<Theme, ShownColors>>>({});
  const handleRead = useCallback(
    (theme: Theme, colors: ShownColors) => setShown((others) => ({ ...others, [theme]: colors })),
    [],
  );
  return (
    <div className="guide">
      <p className="guide-title">Tokens</p>
      <p className="guide-lead">
        A host sets what begins with <code>--sbc-</code>; three of them make a brand: accent, background and
        text. What begins with <code>--sbc-_</code> follows by itself, and keeps its contrast whatever the
        host has set.
      </p>
      <section className="guide-block">
        <h3>Colours</h3>
        <p className="tokens-try">
          <label>
            Try your accent{' '}
            <input
              type="color"
              value={accent ?? baseColors.accent.light}
              onChange={(event) => setAccent(event.target.value)}
            />
          </label>
          <button type="button" disabled={accent === undefined} onClick={() => setAccent(undefined)}>
            Take ours
          </button>
        </p>
        <div className="tokens-themes">
          <Swatches theme="light" accent={accent} shown={shown.light} onRead={handleRead} />
          <Swatches theme="dark" accent={accent} shown={shown.dark} onRead={handleRead} />
        </div>
      </section>
      <section className="guide-block">
        <h3>Contrast, measured on this screen</h3>
        <PairTable shown={shown} />
      </section>
      <section className="guide-block">
        <h3>Measures</h3>
        <Measures />
      </section>
    </div>
  );
}
