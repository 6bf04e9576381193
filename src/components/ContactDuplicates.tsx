'use client';
import type { ContactFormState } from '../hooks/useContactForm.ts';
import { useLocale } from '../hooks/useLocale.ts';
import { isBlankName } from '../i18n/format.ts';
import type { ContactPoint } from '../model/contact.ts';
import { Bidi } from '../ui/Bidi.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Problem } from './problems.ts';
import { toSentence } from './toSentence.tsx';

export interface ContactDuplicatesProps {
  readonly state: ContactFormState;
  /** Why the last save was refused. */
  readonly rejection: Extract<Problem, { type: 'rejected' }>['error'] | undefined;
}

/** More than these are not the same person. */
const MANY = 3;

/** Contacts that have a number or an address typed here, found while typing or told by the server: link one instead. */
export function ContactDuplicates({ state, rejection }: ContactDuplicatesProps) {
  const { form, duplicates, canLink, link } = state;
  const { messages } = useLocale();
  const texts = messages.contact;
  const refused = rejection?.detail.duplicate;
  const typed = [...form.inputs.emails, ...form.inputs.phones];
  const found = duplicates.slice(0, MANY).map(({ id, firstName, lastName, emails, phones }) => ({
    id,
    name: `${firstName} ${lastName}`.trim(),
    what: typed.find((point) => [...emails, ...phones].some((other) => isSamePoint(point, other)))?.value,
  }));
  if (refused && !found.some(({ id }) => id === refused.id)) {
    const [list, place] = refused.field.split('.');
    const points = list === 'phones' || list === 'emails' ? form.inputs[list] : [];
    const sent = points.filter(({ value }) => value.trim() !== '');
    found.unshift({ id: refused.id, name: refused.name ?? '', what: sent[Number(place)]?.value });
  }
  return found.map(({ id, name, what }) => (
    <Notice
      key={id}
      tone="warning"
      role="status"
      actions={
        canLink && (
          <Button variant="link" onClick={() => link(id)}>
            {texts.link}
          </Button>
        )
      }
    >
      {toSentence((slot) =>
        texts.duplicate(
          slot(<bdi>{isBlankName(name) ? messages.card.noName : name}</bdi>),
          what === undefined ? texts.email : slot(<Bidi dir="ltr">{what}</Bidi>),
        ),
      )}
    </Notice>
  ));
}

/** However it is written: phones by their digits, addresses without case. */
function isSamePoint(a: ContactPoint, b: ContactPoint): boolean {
  const toKey = ({ value }: ContactPoint) =>
    value.includes('@') ? value.trim().toLowerCase() : value.replace(/\D/g, '');
  return toKey(a) !== '' && toKey(a) === toKey(b);
}
