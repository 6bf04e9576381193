'use client';
import { useLocale } from '../hooks/useLocale.ts';
import { formatList } from '../i18n/format.ts';
import { createLazy } from '../ui/createLazy.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LazyPart } from './LazyPart.tsx';
import type { VariableInputProps } from './VariableInput.tsx';

const list = createLazy(() => import('../ui/SelectList.tsx').then(({ SelectList }) => SelectList));

/** Fetches the list of a choice, which is not there from the start. Called when somebody comes near. */
export function preloadChoice(type: string): void {
  if (type === 'select' || type === 'multiselect') list.load();
}

/** One of some options, taken as it is picked, or several of them. */
export function ChoiceInput({
  variable: { type, options = [] },
  label,
  input,
  onChange,
  onPick,
  isFresh,
  ...control
}: VariableInputProps<readonly string[]>) {
  const { messages, locale } = useLocale();
  const { choose, noOptions } = messages.variables;
  const isMultiple = type === 'multiselect';
  // An option that was retired can be kept where it is set.
  const retired = input.filter((id) => !options.some((option) => option.id === id));
  return (
    <LazyPart
      part={list}
      fallback={<Skeleton width="full" />}
      props={{
        ...control,
        label,
        options: [...options, ...retired.map((id) => ({ id, label: id }))],
        value: input,
        onValueChange: (ids) => (isMultiple ? onChange(ids) : onPick(ids[0] ?? null)),
        multiple: isMultiple,
        formatPicked: (labels) => formatList(labels, locale),
        placeholder: choose,
        emptyText: noOptions,
        defaultOpen: isFresh,
      }}
    />
  );
}
