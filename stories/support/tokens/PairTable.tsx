import { contrast, parseHex } from '../../../src/styles/color.ts';
import type { Theme } from '../../../src/styles/recipes.ts';
import { type TokenPair, tokenPairs } from '../../../src/styles/tokenPairs.ts';
import type { ShownColors } from './Swatches.tsx';

export interface PairTableProps {
  readonly shown: Partial<Record<Theme, ShownColors>>;
}

/** What is written or drawn on what, with the contrast that it has on this screen. */
export function PairTable({ shown }: PairTableProps) {
  return (
    <table className="tokens-pairs">
      <thead>
        <tr>
          <th scope="col">On</th>
          <th scope="col">Where</th>
          <th scope="col">At least</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
        </tr>
      </thead>
      <tbody>
        {tokenPairs.map((pair) => (
          <tr key={[pair.ink, pair.ground, pair.where].join()}>
            <td>
              <code>{pair.ink}</code> on <code>{pair.ground}</code>
            </td>
            <td>{pair.where}</td>
            <td>{pair.least}:1</td>
            <Ratio pair={pair} colors={shown.light} />
            <Ratio pair={pair} colors={shown.dark} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RatioProps {
  readonly pair: TokenPair;
  readonly colors: ShownColors | undefined;
}

function Ratio({ pair: { ink, ground, least }, colors }: RatioProps) {
  if (!colors) return <td />;
  const ratio = contrast(parseHex(colors[ink]), parseHex(colors[ground]));
  const isEnough = ratio >= least;
  return (
    <td data-ratio={ratio.toFixed(2)} data-enough={isEnough}>
      <span
        className="tokens-pair"
        aria-hidden="true"
        style={{ background: colors[ground], color: colors[ink] }}
      >
        {least === 3 ? '●' : 'Aa'}
      </span>
      {ratio.toFixed(1)}:1 {!isEnough && 'too little'}
    </td>
  );
}
