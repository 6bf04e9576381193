import type {
  CustomVariableType,
  VariableDisplayProps,
  VariableEditorInputProps,
} from '../../../src/headless.ts';

declare module '../../../src/headless.ts' {
  interface VariableTypes {
    /** `'1'` to `'5'`. */
    rating: { value: string; input: string };
  }
}

const counts = ['1', '2', '3', '4', '5'];

/** A variable of a type that only this host knows: one to five stars. */
export const rating: CustomVariableType<string> = {
  Display: Stars,
  Editor: StarPicker,
  parse: (typed) =>
    counts.includes(typed) ? { value: typed } : { issues: [{ message: 'Choose one to five stars.' }] },
  format: (value) => `${value} of 5 stars`,
};

function Stars({ value }: VariableDisplayProps<string>) {
  return (
    <span role="img" aria-label={`${value} of 5 stars`}>
      {counts.map((count) => (
        <Star key={count} isFilled={count <= value} />
      ))}
    </span>
  );
}

/** Pressing a star saves it. */
function StarPicker({ label, input, onPick }: VariableEditorInputProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <span role="group" aria-label={label}>
      {counts.map((count) => (
        <button
          key={count}
          type="button"
          className="host-star"
          aria-label={`${count} of 5 stars`}
          aria-pressed={count === input}
          onClick={() => onPick(count)}
        >
          <Star isFilled={count <= input} />
        </button>
      ))}
    </span>
  );
}

function Star({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="host-star-shape"
      data-filled={isFilled || undefined}
    >
      <path d="m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.3-5.6-3.1-5.6 3.1 1.2-6.3L3 9.6l6.3-.8Z" />
    </svg>
  );
}
