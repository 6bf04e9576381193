import type { ReactNode } from 'react';
import { accessibleNames } from './accessibleNames.ts';
import { LocaleTable } from './LocaleTable.tsx';
import { writingRules } from './writingRules.ts';
import '../guide.css';
import './content.css';

/** How the card writes, what it calls things, and how it shows numbers and dates. */
export function ContentPage() {
  return (
    <div className="guide">
      <p className="guide-title">How we write</p>
      <p className="guide-lead">
        Operators read the card all day, in the corner of the eye. Texts are short, exact and calm, and every
        one of them can be replaced by the host.
      </p>
      <Block title="Rules">
        {writingRules.map(({ rule, why, say, not }) => (
          <div key={rule} className="content-rule">
            <div>
              <h4>{rule}</h4>
              <p>{why}</p>
            </div>
            <Examples title="We say" texts={say} />
            <Examples title="Not" texts={not} isWrong />
          </div>
        ))}
      </Block>
      <Block title="Numbers, amounts and dates: as the reader’s language writes them">
        <LocaleTable />
      </Block>
      <Block title="What things are called">
        <p>
          These names are read by screen readers and used by the tests of hosts, so they are kept like an API.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">Role</th>
              <th scope="col">Name</th>
            </tr>
          </thead>
          <tbody>
            {accessibleNames.map(({ control, role, names }) => (
              <tr key={control}>
                <td>{control}</td>
                <td>{role}</td>
                <td>{names.map((name) => `“${name}”`).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
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

interface ExamplesProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly isWrong?: boolean;
}

function Examples({ title, texts, isWrong = false }: ExamplesProps) {
  return (
    <div className="content-examples" data-wrong={isWrong || undefined}>
      <p>{title}</p>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
