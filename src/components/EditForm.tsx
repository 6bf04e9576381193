'use client';
import clsx from 'clsx';
import {
  type FormEvent,
  type FormHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { SubmitResult } from '../hooks/useField.ts';
import { Button } from '../ui/Button.tsx';
import { focusFirst } from '../ui/focusFirst.ts';
import { Icon } from '../ui/Icon.tsx';
import { useClientLayoutEffect } from '../ui/useClientLayoutEffect.ts';
import { useFocusHandover } from '../ui/useFocusHandover.ts';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { focusProblem } from './focusProblem.ts';

export interface EditFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> {
  /** Something was typed: leaving asks first. */
  readonly isDirty: boolean;
  /** What is wrong with the form as a whole. */
  readonly error?: ReactNode;
  /** What the server refused last. A new one brings the reader to the first wrong field, if they are still here. */
  readonly rejection?: unknown;
  /** Default true. */
  readonly canSave?: boolean | undefined;
  readonly saveLabel: string;
  readonly onSave: () => SubmitResult;
  readonly isSaving?: boolean | undefined;
  readonly cancelLabel: string;
  /** With it there is a button that drops what was typed, and Escape does the same. */
  readonly onCancel?: (() => void) | undefined;
}

/** A form that sends on Save and Enter only, and drops nothing unasked. */
export function EditForm({
  isDirty,
  error,
  rejection,
  canSave = true,
  saveLabel,
  onSave,
  isSaving,
  cancelLabel,
  onCancel,
  className,
  children,
  ...props
}: EditFormProps) {
  const formRef = useRef<HTMLFormElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [attempt, setAttempt] = useState<{ readonly result: SubmitResult }>();

  // After the problems were drawn.
  useEffect(() => {
    if (attempt && formRef.current) focusProblem(formRef.current, attempt.result);
  }, [attempt]);

  useEffect(() => {
    const form = formRef.current;
    if (rejection && form && containsFocus(form)) focusProblem(form, 'invalid');
  }, [rejection]);

  const askedFrom = useRef<Element | null>(null);
  const cancelRef = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useClientLayoutEffect(() => {
    const isAnswered = wasAsking.current && !isAsking;
    wasAsking.current = isAsking;
    if (isAnswered && formRef.current) focusAgain(formRef.current, [askedFrom.current, cancelRef.current]);
  }, [isAsking]);

  function leave() {
    if (!isDirty) return onCancel?.();
    askedFrom.current = formRef.current && focusedIn(formRef.current);
    setIsAsking(true);
  }

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (canSave && !isSaving) setAttempt({ result: onSave() });
  }

  function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    props.onKeyDown?.(event);
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || !onCancel)
      return;
    // Used here: it must not close the host's chat.
    event.preventDefault();
    event.stopPropagation();
    if (!isAsking) leave();
  }

  return (
    <form
      noValidate
      {...props}
      ref={formRef}
      tabIndex={-1}
      className={clsx('sbc-form', className)}
      onSubmit={handleSubmit}
      onKeyDown={handleKeyDown}
    >
      {children}
      {error && (
        <div role="alert" className="sbc-form-error">
          <Icon name="warning" />
          {error}
        </div>
      )}
      {isAsking && onCancel ? (
        <DiscardQuestion
          onDiscard={() => {
            setIsAsking(false);
            onCancel();
          }}
          onKeep={() => setIsAsking(false)}
        />
      ) : (
        (onCancel || canSave) && (
          <FormActions>
            {onCancel && (
              <Button ref={cancelRef} variant="ghost" onClick={leave}>
                {cancelLabel}
              </Button>
            )}
            {canSave && (
              <Button type="submit" variant="primary" pending={isSaving}>
                {saveLabel}
              </Button>
            )}
          </FormActions>
        )
      )}
    </form>
  );
}

/** When they go with what was saved, the form has the focus. */
function FormActions({ children }: { readonly children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useFocusHandover(ref);
  return (
    <div ref={ref} className="sbc-form-actions">
      {children}
    </div>
  );
}

function containsFocus(form: HTMLElement): boolean {
  return form.contains(focusedIn(form));
}

function focusedIn(form: HTMLElement): Element | null {
  // A card in a shadow root has its own active element.
  return (form.getRootNode() as Document | ShadowRoot).activeElement;
}

/** Back to where the reader was, or to the first of these that is still there, or to the first field. */
function focusAgain(form: HTMLElement, places: readonly (Element | null)[]): void {
  const place = places.find((it) => it?.isConnected && form.contains(it));
  if (place) (place as HTMLElement).focus();
  else focusFirst(form);
}
