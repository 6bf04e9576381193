import { type ComponentType, type KeyboardEvent, useState } from 'react';
import type { Deal, Tag, Variable } from 'subscriber-card';
import { pipelines } from '../../data/createPerson.ts';
import { getVocabulary } from '../../data/createTags.ts';
import { toAmountText, toDayText, toValueText } from '../../data/toText.ts';
import type { CardProps } from '../createReactCard.tsx';
import { Glyph } from '../Glyph.tsx';
import { TagWindow } from '../window/TagWindow.tsx';
import './plain.css';

export interface PlainRows {
  readonly VariableRow: ComponentType<VariableRowProps>;
  readonly TagChip: ComponentType<TagChipProps>;
  readonly DealItem: ComponentType<DealItemProps>;
}

interface VariableRowProps {
  readonly variable: Variable;
  readonly onSave: (key: string, text: string) => void;
}

interface TagChipProps {
  readonly tag: Tag;
  readonly onToggle: (id: string, name: string) => void;
}

interface DealItemProps {
  readonly deal: Deal;
}

/** The information of the card and its controls in the fewest elements, without looks, checks or anything live. */
export function createPlainCard({ VariableRow, TagChip, DealItem }: PlainRows): ComponentType<CardProps> {
  return function PlainCard({ person: { subscriber, deals }, onSave, onToggleTag }) {
    return (
      <aside className="plain">
        <header>
          <h2>{subscriber.name}</h2>
          <p>
            <a href={`https://t.me/${subscriber.username}`}>@{subscriber.username}</a>
          </p>
          <p>
            {subscriber.subscription?.status} since {toDayText(subscriber.subscription?.subscribedAt ?? '')}
          </p>
        </header>
        <section>
          <h3>Variables</h3>
          <dl>
            {subscriber.variables.map((variable) => (
              <VariableRow key={variable.key} variable={variable} onSave={onSave} />
            ))}
          </dl>
        </section>
        <section>
          <h3>Tags</h3>
          <ul>
            {subscriber.tagging.tags.map((tag) => (
              <TagChip key={tag.id} tag={tag} onToggle={onToggleTag} />
            ))}
          </ul>
          <TagInput assigned={subscriber.tagging.tags} onToggle={onToggleTag} />
        </section>
        <section>
          <h3>Deals</h3>
          <ul>
            {deals.map((deal) => (
              <DealItem key={deal.id} deal={deal} />
            ))}
          </ul>
        </section>
      </aside>
    );
  };
}

export function VariableRow({ variable, onSave }: VariableRowProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { key, label, value } = variable;

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') setDraft(null);
    if (event.key !== 'Enter' || draft === null) return;
    onSave(key, draft);
    setDraft(null);
  }

  return (
    <div className="plain-row">
      <dt>{label}</dt>
      {draft === null ? (
        <dd>
          <span>{toValueText(variable)}</span>
          <span className="plain-tools">
            <button type="button" aria-label={`Copy ${label}`}>
              <Glyph name="copy" />
            </button>
            <button type="button" aria-label={`Clear ${label}`}>
              <Glyph name="close" />
            </button>
            <button type="button" aria-label={`Edit ${label}`} onClick={() => setDraft(String(value ?? ''))}>
              <Glyph name="pencil" />
            </button>
          </span>
        </dd>
      ) : (
        <dd>
          <input
            // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
            autoFocus
            aria-label={label}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={handleKeyDown}
          />
        </dd>
      )}
    </div>
  );
}

export function TagChip({ tag: { id, name, color }, onToggle }: TagChipProps) {
  return (
    <li className="plain-chip" style={{ borderColor: color }}>
      <span>{name}</span>
      <button type="button" aria-label={`Remove tag ${name}`} onClick={() => onToggle(id, name)}>
        <Glyph name="close" />
      </button>
    </li>
  );
}

interface TagInputProps {
  readonly assigned: readonly Tag[];
  readonly onToggle: (id: string, name: string) => void;
}

function TagInput({ assigned, onToggle }: TagInputProps) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <TagWindow
      tags={isWanted ? getVocabulary() : none}
      assigned={assigned}
      onToggle={({ id, name }) => onToggle(id, name)}
      onIntent={() => setIsWanted(true)}
    />
  );
}

const none: readonly Tag[] = [];

export function DealItem({ deal }: DealItemProps) {
  const steps = pipelines[0]?.steps ?? [];
  const place = steps.findIndex(({ id }) => id === deal.stepId);
  return (
    <li>
      <article className="plain-deal">
        <div>
          <b>{deal.name}</b>
          <span>{toAmountText(deal)}</span>
        </div>
        <div className="plain-track">
          {steps.map((step, index) => (
            <i key={step.id} data-done={index <= place || undefined} />
          ))}
        </div>
        <div>
          <span>{steps[place]?.name}</span>
          <span>{deal.assignee?.name}</span>
          <time dateTime={deal.createdAt}>{toDayText(deal.createdAt)}</time>
          <button type="button" aria-label={`Edit deal ${deal.name}`}>
            <Glyph name="pencil" />
          </button>
        </div>
      </article>
    </li>
  );
}
