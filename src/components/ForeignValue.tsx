import { clipText } from '../i18n/format.ts';

/** A long value is told by its beginning. */
const CLIP = 120;

/** A value inside of a sentence. */
export function ForeignValue({ text }: { readonly text: string }) {
  return (
    <b>
      <bdi>{clipText(text, CLIP)}</bdi>
    </b>
  );
}
