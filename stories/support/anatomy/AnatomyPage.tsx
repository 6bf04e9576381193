import { type ReactNode, useState } from 'react';
import { InlineCode } from '../InlineCode.tsx';
import { PageSheet } from '../PageSheet.tsx';
import type { KeyRow } from './keys/KeyRow.ts';
import { PartList } from './PartList.tsx';
import { readAnatomy } from './readAnatomy.ts';
import type { PublicComponent } from './sources.ts';
import '../guide.css';
import './anatomy.css';

export interface AnatomyPageProps {
  readonly component: PublicComponent;
  readonly keys: readonly KeyRow[];
  /** The component itself, to point at. */
  readonly children: ReactNode;
}

/** What a component is made of: its parts, states, variables and keys, read from its sources. */
export function AnatomyPage({ component, keys, children }: AnatomyPageProps) {
  const [anatomy] = useState(() => readAnatomy(component));
  const [shown, setShown] = useState<string>();
  return (
    <div className="guide anatomy">
      <p className="guide-title">{component}</p>
      <p className="guide-lead">
        <InlineCode>{anatomy.about}</InlineCode>
      </p>
      <div className="anatomy-columns">
        <div className="anatomy-specimen" data-testid="specimen">
          {shown && (
            <PageSheet>{`.anatomy-specimen .${shown} { outline: 2px solid #e0319b !important; }`}</PageSheet>
          )}
          {children}
        </div>
        <div>
          <Block title="States of its root">
            <Codes items={anatomy.states} none="none" />
          </Block>
          <Block title="Variables of the host that change its looks">
            <Codes items={anatomy.variables} none="none" />
          </Block>
          {anatomy.inside.length > 0 && (
            <Block title="Made of">
              <p>{anatomy.inside.join(', ')}: each has a page of its own.</p>
            </Block>
          )}
          {keys.length > 0 && (
            <Block title="Keys">
              <KeyTable rows={keys} />
            </Block>
          )}
        </div>
      </div>
      <Block title="Parts: press one to see where it is">
        <PartList organs={anatomy.organs} shown={shown} onShow={setShown} />
      </Block>
    </div>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="guide-block">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Codes({ items, none }: { readonly items: readonly string[]; readonly none: string }) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul className="anatomy-codes">
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code>
        </li>
      ))}
    </ul>
  );
}

function KeyTable({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">On</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ keys, where, does }) => (
          <tr key={keys.join() + where}>
            <td className="anatomy-keys">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </td>
            <td>{where}</td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
