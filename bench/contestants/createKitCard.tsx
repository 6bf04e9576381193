import { type ComponentType, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Deal, Tag, Variable } from 'subscriber-card';
import { pipelines } from '../data/createPerson.ts';
import { toAmountText, toDayText, toValueText } from '../data/toText.ts';
import { type CardProps, createReactCard, type ReactCard } from './createReactCard.tsx';
import type { GlyphName } from './Glyph.tsx';

/** The parts of a kit that a card is made of, each used as the kit's own pages show it. */
export interface Kit {
  /** Theme and style providers. */
  readonly Root: ComponentType<{ readonly children: ReactNode }>;
  readonly Heading: ComponentType<{ readonly level: 2 | 3; readonly children: ReactNode }>;
  readonly Text: ComponentType<{ readonly children: ReactNode; readonly muted?: boolean }>;
  readonly IconButton: ComponentType<{
    readonly icon: GlyphName;
    readonly label: string;
    readonly onClick?: () => void;
  }>;
  readonly TextField: ComponentType<TextFieldProps>;
  readonly Chip: ComponentType<{
    readonly name: string;
    readonly color: string | undefined;
    readonly onRemove: () => void;
  }>;
  readonly Panel: ComponentType<{ readonly children: ReactNode }>;
  readonly Select: ComponentType<SelectProps>;
}

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (id: string) => void;
}

/** The card as a team would make it of a kit: editors on demand, and a closed select for the step of each deal. */
export function createKitCard(kit: Kit): ReactCard {
  const { Root, Heading, Text, Chip } = kit;

  function KitCard({ person: { subscriber, deals }, onSave, onToggleTag }: CardProps) {
    return (
      <Root>
        <aside style={{ padding: 12 }}>
          <header>
            <Heading level={2}>{subscriber.name}</Heading>
            <Text muted>@{subscriber.username}</Text>
            <Text>
              {subscriber.subscription?.status} since {toDayText(subscriber.subscription?.subscribedAt ?? '')}
            </Text>
          </header>
          <section>
            <Heading level={3}>Variables</Heading>
            <dl style={{ margin: 0 }}>
              {subscriber.variables.map((variable) => (
                <Row key={variable.key} kit={kit} variable={variable} onSave={onSave} />
              ))}
            </dl>
          </section>
          <section>
            <Heading level={3}>Tags</Heading>
            <div style={row}>
              {subscriber.tagging.tags.map(({ id, name, color }: Tag) => (
                <Chip key={id} name={name} color={color} onRemove={() => onToggleTag(id, name)} />
              ))}
            </div>
          </section>
          <section>
            <Heading level={3}>Deals</Heading>
            {deals.map((deal) => (
              <DealPanel key={deal.id} kit={kit} deal={deal} />
            ))}
          </section>
        </aside>
      </Root>
    );
  }

  return createReactCard(KitCard);
}

const row = { display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center' } as const;

interface RowProps {
  readonly kit: Kit;
  readonly variable: Variable;
  readonly onSave: (key: string, text: string) => void;
}

function Row({ kit: { Text, IconButton, TextField }, variable, onSave }: RowProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { key, label, value } = variable;

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') setDraft(null);
    if (event.key !== 'Enter' || draft === null) return;
    onSave(key, draft);
    setDraft(null);
  }

  return (
    <div style={row}>
      <dt style={{ width: '35%' }}>
        <Text muted>{label}</Text>
      </dt>
      <dd style={{ ...row, flex: 1, margin: 0 }}>
        {draft === null ? (
          <>
            <Text>{toValueText(variable)}</Text>
            <IconButton icon="copy" label={`Copy ${label}`} />
            <IconButton icon="close" label={`Clear ${label}`} />
            <IconButton icon="pencil" label={`Edit ${label}`} onClick={() => setDraft(String(value ?? ''))} />
          </>
        ) : (
          <TextField label={label} value={draft} onChange={setDraft} onKeyDown={handleKeyDown} />
        )}
      </dd>
    </div>
  );
}

function DealPanel({ kit, deal }: { readonly kit: Kit; readonly deal: Deal }) {
  const { Panel, Text, IconButton, Select } = kit;
  const [step, setStep] = useState(deal.stepId);
  return (
    <Panel>
      <div style={row}>
        <Text>{deal.name}</Text>
        <Text>{toAmountText(deal)}</Text>
      </div>
      <Select
        label={`Step of ${deal.name}`}
        value={step}
        options={pipelines[0]?.steps ?? []}
        onChange={setStep}
      />
      <div style={row}>
        <Text muted>{deal.assignee?.name}</Text>
        <Text muted>{toDayText(deal.createdAt)}</Text>
        <IconButton icon="pencil" label={`Edit deal ${deal.name}`} />
      </div>
    </Panel>
  );
}
