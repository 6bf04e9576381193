import { useUnsavedChanges } from 'subscriber-card/headless';
import { useTexts } from './texts.ts';

/** What the server does not hold yet, over all conversations. */
export function UnsavedCount() {
  const { list } = useTexts();
  const { length } = useUnsavedChanges();
  return (
    <span role="status" className="unsaved">
      {length > 0 && list.unsaved(length)}
    </span>
  );
}
