import type { ArgTypes } from '@storybook/react-vite';

/** What `react-docgen` has read of a component. */
interface Docgen {
  readonly description?: string;
  readonly props?: { readonly [name: string]: DocgenProp };
}

type ControlledType = Exclude<ArgTypes[string]['type'], string | undefined>;

interface DocgenProp {
  readonly description?: string;
  readonly required?: boolean;
  readonly tsType?: DocgenType;
}

interface DocgenType {
  readonly name: string;
  readonly raw?: string;
  /** Of a literal. */
  readonly value?: string;
  /** Of a union. */
  readonly elements?: readonly DocgenType[];
}

/** The props table of a component: each type as it is written, without the `undefined` that any optional prop takes. */
export function extractArgTypes(component: unknown): ArgTypes {
  const props = Object.entries(docgenOf(component).props ?? {});
  return Object.fromEntries(
    props.map(([name, { description = '', required = false, tsType }]) => [
      name,
      {
        name,
        description,
        type: { ...toControlled(tsType), required },
        table: { type: { summary: toText(tsType) } },
      },
    ]),
  );
}

/** The sentence over a component, and the selectors of its states under it. */
export function extractComponentDescription(component: unknown): string {
  const [text = '', ...selectors] = (docgenOf(component).description ?? '').split('@selector');
  const states = selectors.map((selector) => `\n\nStates: \`${selector.trim()}\``);
  return [text.trim(), ...states].join('');
}

function docgenOf(component: unknown): Docgen {
  return (component as { readonly __docgenInfo?: Docgen } | undefined)?.__docgenInfo ?? {};
}

function toText(type: DocgenType | undefined): string {
  return (type?.raw ?? type?.value ?? type?.name ?? '').replace(/\s*\|\s*undefined$/, '');
}

/** The type that Storybook chooses a control by. */
function toControlled(type: DocgenType | undefined): ControlledType {
  const choices = (type?.elements ?? []).filter(({ name }) => name !== 'undefined');
  const literals = choices.flatMap(({ name, value }) =>
    name === 'literal' && value !== undefined ? [JSON.parse(value.replaceAll("'", '"'))] : [],
  );
  if (literals.length > 0 && literals.length === choices.length) return { name: 'enum', value: literals };
  const { name = 'other' } = choices.length === 1 ? (choices[0] ?? {}) : (type ?? {});
  if (name === 'string' || name === 'boolean' || name === 'number') return { name };
  return { name: 'other', value: toText(type) };
}
