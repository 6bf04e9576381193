import { InlineCode } from '../InlineCode.tsx';
import type { Organ } from './readAnatomy.ts';

export interface PartListProps {
  readonly organs: readonly Organ[];
  /** The class that is outlined in the specimen. */
  readonly shown: string | undefined;
  readonly onShow: (className: string | undefined) => void;
}

/** The classes, by the component that draws them. One that is pressed is outlined in the specimen. */
export function PartList({ organs, shown, onShow }: PartListProps) {
  return (
    <dl className="anatomy-parts">
      {organs.map(({ name, about, data, parts }) => (
        <div key={name}>
          <dt>
            <strong>{name}</strong>
            <p>
              <InlineCode>{about}</InlineCode>
            </p>
          </dt>
          <dd>
            {parts.map(({ className, states }) => (
              <div key={className}>
                <button
                  type="button"
                  aria-pressed={shown === className}
                  onClick={() => onShow(shown === className ? undefined : className)}
                >
                  .{className}
                </button>
                {states.map((state) => (
                  <code key={state}>{state}</code>
                ))}
              </div>
            ))}
            {data.length > 0 && (
              <p>
                Sets{' '}
                {data.map((attribute) => (
                  <code key={attribute}>{attribute}</code>
                ))}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
