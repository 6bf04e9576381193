import { durations, fontSize, lengths, radii, radius, sizes, weights } from '../../../src/styles/tokens.ts';

const inPixels = ({ comfortable, compact }: { readonly comfortable: number; readonly compact?: number }) =>
  compact === undefined ? `${comfortable} px` : `${comfortable} px, compact ${compact} px`;

/** Sizes, corners, weights and times, each with what it is for. */
export function Measures() {
  const { comfortable, compact } = fontSize;
  return (
    <div className="tokens-measures">
      <Group
        title="Sizes, at letters of 14 px; all grow with them"
        rows={[
          [
            '--sbc-font-size',
            `${comfortable} px, compact ${compact} px`,
            'letters of values: all is counted from it',
          ],
          ...Object.entries(sizes).map(
            ([name, size]) => [`--sbc-_${name}`, inPixels(size), size.says] as const,
          ),
          ...Object.entries(lengths).map(
            ([name, { px, says }]) => [`--sbc-_${name}`, `${px} px`, says] as const,
          ),
        ]}
      />
      <Group
        title="Corners, weights, times"
        rows={[
          ['--sbc-radius', `${radius} px`, 'corners of boxes'],
          ...Object.entries(radii).map(
            ([name, { part, says }]) => [`--sbc-_${name}`, `${part} × the radius`, says] as const,
          ),
          ...Object.entries(weights).map(
            ([name, { value, says }]) => [`--sbc-_${name}`, `${value}`, says] as const,
          ),
          ...Object.entries(durations).map(
            ([name, { ms, says }]) => [`--sbc-_${name}`, `${ms} ms`, says] as const,
          ),
        ]}
      />
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string, says: string])[];
}

function Group({ title, rows }: GroupProps) {
  return (
    <section>
      <h4>{title}</h4>
      <table>
        <tbody>
          {rows.map(([name, value, says]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{value}</td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
