import { type ComponentType, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Tag } from 'subscriber-card';
import type { CreatePicker, Picker } from '../pages/Picker.ts';

export interface PickerProps {
  readonly tags: readonly Tag[];
  readonly assigned: readonly Tag[];
  readonly onChange: (assigned: readonly Tag[]) => void;
}

/** A field for tags over props. */
export function createReactPicker(
  View: ComponentType<PickerProps>,
  selectors: Pick<Picker, 'trigger' | 'option' | 'chip'>,
): CreatePicker {
  function Host({ tags, first }: { readonly tags: readonly Tag[]; readonly first: readonly Tag[] }) {
    const [assigned, setAssigned] = useState(first);
    return <View tags={tags} assigned={assigned} onChange={setAssigned} />;
  }

  return (place) => {
    const root = createRoot(place);
    return {
      ...selectors,
      mount: (tags, assigned) => root.render(<Host tags={tags} first={assigned} />),
      unmount: () => root.unmount(),
    };
  };
}
