'use client';
import { Fragment, type ReactNode } from 'react';
import { toVariableLink } from '../hooks/toVariableLink.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { useVariableText } from '../hooks/useVariableText.ts';
import { formatDateTime } from '../i18n/format.ts';
import type { Variable, VariableValue } from '../model/variable.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { SafeLink } from '../ui/SafeLink.tsx';
import { Truncate } from '../ui/Truncate.tsx';
import { LongText } from './LongText.tsx';

export interface VariableValueViewProps {
  readonly variable: Variable;
  /** `undefined` and `null`: not set. */
  readonly value: VariableValue | undefined;
}

/** A value as a reader sees it, by its type. A switch draws itself: see `VariableSwitch`. */
export function VariableValueView({ variable, value }: VariableValueViewProps): ReactNode {
  const { locale, timeZone, messages } = useLocale();
  const text = useVariableText()(variable, value ?? null);
  const { type } = variable;
  if (text === null) return <span className="sbc-unset">{messages.variables.notSet}</span>;
  if (text === '') {
    const isText = typeof value === 'string';
    return (
      <span className="sbc-unset">{isText ? messages.variables.emptyText : messages.variables.notSet}</span>
    );
  }
  if (typeof value !== 'string') return <OneLine type={type}>{text}</OneLine>;
  switch (type) {
    case 'phone':
    case 'email':
    case 'url':
      return <LinkValue type={type} value={value} />;
    case 'datetime':
      return (
        <Truncate>
          <time dateTime={value} title={formatDateTime(value, locale, timeZone, 'full')}>
            {text}
          </time>
        </Truncate>
      );
    case 'date':
      return (
        <Truncate>
          <time dateTime={value}>{text}</time>
        </Truncate>
      );
    default:
      return <LongText text={text} />;
  }
}

function OneLine({ type, children }: { readonly type: string; readonly children: string }) {
  return <Truncate className={type === 'currency' ? 'sbc-figures' : undefined}>{children}</Truncate>;
}

/** A domain of more letters than this is longer than a line of a narrow card. */
const LINE = 20;

/** Where an address must break, it breaks before its `@`, and a long domain before its dots. */
function Breakable({ text }: { readonly text: string }) {
  const domain = text.slice(text.lastIndexOf('@') + 1);
  return text.split(domain.length > LINE ? /(?=[@.])/ : /(?=@)/).map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other name
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}

function LinkValue({ type, value }: { readonly type: string; readonly value: string }) {
  const { card } = useLocale().messages;
  const link = toVariableLink(type, value);
  if (!link) return <LongText text={value} dir={type === 'phone' ? 'ltr' : undefined} />;
  return (
    <Truncate dir="ltr" full={value}>
      <SafeLink href={link.href} opensInNewTab={card.opensInNewTab}>
        <Bidi dir="ltr">
          {link.page ? (
            <>
              <Breakable text={link.page.host} />
              <span className="sbc-link-path">{link.page.path}</span>
            </>
          ) : (
            <Breakable text={value} />
          )}
        </Bidi>
      </SafeLink>
    </Truncate>
  );
}
