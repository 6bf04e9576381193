'use client';
import { useMemo, useState } from 'react';
import { useLocale } from '../hooks/useLocale.ts';
import { useMemberSearch } from '../hooks/useMemberSearch.ts';
import { plainText } from '../i18n/format.ts';
import type { Member } from '../model/member.ts';
import { Combobox } from '../ui/Combobox.tsx';
import type { ComboboxOption } from '../ui/ComboboxList.tsx';
import type { FieldControl } from '../ui/Field.tsx';
import { MemberName } from './MemberName.tsx';

export interface MemberPickerProps extends FieldControl {
  /** The accessible name. */
  readonly label: string;
  readonly value: Member | null;
  readonly onValueChange: (member: Member | null) => void;
}

const NOBODY = '';

/** Finds one active member of the team by name. The team is read when somebody means to choose. */
export function MemberPicker({ label, value, onValueChange, ...control }: MemberPickerProps) {
  const { messages, dir } = useLocale();
  const texts = messages.dealForm;
  // `null`: nothing is being searched, and the field shows who was chosen.
  const [query, setQuery] = useState<string | null>(null);
  const [isWanted, setIsWanted] = useState(false);
  const { items, isLoading, error } = useMemberSearch(query ?? '', isWanted);
  const members = useMemo(() => new Map(items.map((member) => [member.id, member])), [items]);
  const options = useMemo<readonly ComboboxOption[]>(
    () => (query ? items : [{ id: NOBODY, name: texts.unassigned }, ...items]),
    [items, query, texts],
  );

  return (
    <Combobox
      {...control}
      className="sbc-input sbc-member-picker"
      label={label}
      placeholder={texts.unassigned}
      multiple={false}
      inputValue={query ?? value?.name ?? ''}
      onInputChange={setQuery}
      options={options}
      pickedIds={useMemo(() => new Set([value?.id ?? NOBODY]), [value])}
      onToggle={(id) => {
        onValueChange(members.get(id) ?? null);
        setQuery(null);
      }}
      renderOption={({ id }) => {
        const member = members.get(id);
        return member && <MemberName member={member} />;
      }}
      loading={isLoading}
      loadingText={messages.section.loading(label)}
      failedText={messages.section.notFetched}
      emptyText={error ? messages.errors[error.code] : texts.noMember(plainText(query ?? '', dir))}
      onIntent={() => setIsWanted(true)}
      onOpenChange={(isOpen) => setIsWanted(isOpen || !error)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onBlur={() => setQuery(null)}
    />
  );
}
