import type { VariableEditorInputProps } from '../../src/headless.ts';
import type { Duration } from './duration.ts';

export function DurationEditor({ label, input, onChange, ...described }: VariableEditorInputProps<Duration>) {
  const { variable: _, onPick: __, ...control } = described;
  return (
    <>
      <input
        {...control}
        aria-label={`${label}: hours`}
        value={input.hours}
        onChange={(event) => onChange({ ...input, hours: Number(event.target.value) })}
      />
      <input
        {...control}
        aria-label={`${label}: minutes`}
        value={input.minutes}
        onChange={(event) => onChange({ ...input, minutes: Number(event.target.value) })}
      />
    </>
  );
}
