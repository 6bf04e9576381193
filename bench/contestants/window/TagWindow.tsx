import { useMemo, useState } from 'react';
import type { Tag } from 'subscriber-card';
import { WindowedRows } from './WindowedRows.tsx';
import './window.css';

export interface TagWindowProps {
  readonly tags: readonly Tag[];
  readonly assigned: readonly Tag[];
  readonly onToggle: (tag: Tag) => void;
  /** Somebody means to use it. */
  readonly onIntent?: () => void;
}

/** A field with a windowed list under it: no keys but letters, nothing for screen readers, nothing that can fail. */
export function TagWindow({ tags, assigned, onToggle, onIntent }: TagWindowProps) {
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const found = useMemo(() => {
    const text = query.toLowerCase();
    return text === '' ? tags : tags.filter(({ name }) => name.toLowerCase().includes(text));
  }, [tags, query]);
  const ids = useMemo(() => new Set(assigned.map(({ id }) => id)), [assigned]);
  return (
    <div className="window-picker">
      <input
        aria-label="Add tag"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onFocus={onIntent}
        onClick={() => setIsOpen(true)}
        onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
      />
      {isOpen && (
        <WindowedRows className="window-list" count={found.length} rowHeight={32} height={288}>
          {(index, top) => {
            const tag = found[index];
            if (!tag) return null;
            return (
              <button
                key={tag.id}
                type="button"
                className="window-option"
                style={{ transform: `translateY(${top}px)` }}
                aria-pressed={ids.has(tag.id)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  onToggle(tag);
                  setQuery('');
                }}
              >
                <i style={{ background: tag.color }} />
                {tag.name}
              </button>
            );
          }}
        </WindowedRows>
      )}
    </div>
  );
}
