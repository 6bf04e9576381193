'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { Field } from '../ui/Field.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';

export interface ContactPointRowProps {
  readonly type: 'phone' | 'email';
  /** Counted from 1. */
  readonly position: number;
  readonly value: string;
  readonly isPrimary: boolean;
  /** There is no other, so that being the primary one goes without saying. */
  readonly isOnly: boolean;
  readonly readOnly: boolean;
  readonly error: string | undefined;
  readonly onValueChange: (value: string) => void;
  readonly onMakePrimary: () => void;
  readonly onRemove: () => void;
}

/** One phone or e-mail address of a contact. */
export function ContactPointRow(props: ContactPointRowProps) {
  const { type, position, value, isPrimary, isOnly, readOnly, error } = props;
  const texts = useLocale().messages.contact;
  const isPhone = type === 'phone';
  const isFirst = position === 1;
  const name = isPhone ? texts.phone : texts.email;
  const numbered = isPhone ? texts.phoneAt : texts.emailAt;
  const remove = isPhone ? texts.removePhone : texts.removeEmail;
  return (
    <Field label={isFirst ? name : numbered(position)} hideLabel={!isFirst} error={error}>
      {(control) => (
        <div className="sbc-contact-point">
          <TextInput
            {...control}
            type={isPhone ? 'tel' : 'text'}
            inputMode={isPhone ? 'tel' : 'email'}
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            title={value || undefined}
            readOnly={readOnly}
            value={value}
            onValueChange={props.onValueChange}
          />
          {isPrimary && !isOnly && <span className="sbc-contact-primary">{texts.primary}</span>}
          {!readOnly && !isPrimary && (
            <IconButton icon="star" label={texts.makePrimary} onClick={props.onMakePrimary} />
          )}
          {!readOnly && !(isOnly && value === '') && (
            <IconButton icon="close" label={remove(position)} onClick={props.onRemove} />
          )}
        </div>
      )}
    </Field>
  );
}
