'use client';
import * as RadixSelect from '@radix-ui/react-select';
import clsx from 'clsx';
import { type ForwardedRef, forwardRef, useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';
import { NativeSelect, type SelectProps } from './NativeSelect.tsx';
import { TopLayer } from './TopLayer.tsx';
import { useUi } from './UiContext.tsx';

/** One of a few, in forms: while its list is open the page behind it is still. @selector [data-state] [data-placeholder] */
export const Select = forwardRef<HTMLButtonElement | HTMLSelectElement, SelectProps>(
  function Select(props, ref) {
    const { nativeSelect } = useUi();
    return nativeSelect ? (
      <NativeSelect ref={ref as ForwardedRef<HTMLSelectElement>} {...props} />
    ) : (
      <DrawnSelect ref={ref as ForwardedRef<HTMLButtonElement>} {...props} />
    );
  },
);

const DrawnSelect = forwardRef<HTMLButtonElement, SelectProps>(function DrawnSelect(
  { label, value, onValueChange, options, placeholder, disabled, name, className, ...props },
  ref,
) {
  const { dir, nonce } = useUi();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    // Radix's scroll lock injects a style too, and knows the page's nonce by this name only.
    if (nonce !== undefined) Object.assign(globalThis, { __webpack_nonce__: nonce });
  }, [nonce]);
  const list = (
    <RadixSelect.Content
      position="popper"
      sideOffset={5}
      collisionPadding={8}
      className="sbc-popover sbc-select-list"
      data-match-width="true"
      // Used here: it must not close the host's chat as well.
      onEscapeKeyDown={(event) => event.stopPropagation()}
    >
      <RadixSelect.Viewport className="sbc-listbox" {...(nonce !== undefined && { nonce })}>
        {options.map((option) => (
          <RadixSelect.Item
            key={option.value}
            value={option.value}
            className="sbc-option"
            {...(option.disabled && { disabled: true })}
          >
            <span className="sbc-option-label">
              <RadixSelect.ItemText>{option.label}</RadixSelect.ItemText>
            </span>
          </RadixSelect.Item>
        ))}
      </RadixSelect.Viewport>
    </RadixSelect.Content>
  );
  return (
    <RadixSelect.Root
      open={isOpen}
      onOpenChange={setIsOpen}
      value={value}
      onValueChange={onValueChange}
      dir={dir}
      {...(disabled !== undefined && { disabled })}
      {...(name !== undefined && { name })}
    >
      <RadixSelect.Trigger
        ref={ref}
        aria-label={label}
        {...props}
        className={clsx('sbc-input sbc-select', className)}
      >
        <span className="sbc-select-value">
          <RadixSelect.Value placeholder={placeholder} />
        </span>
        <Icon name="chevron" className="sbc-select-icon" />
      </RadixSelect.Trigger>
      {isOpen ? <TopLayer>{list}</TopLayer> : list}
    </RadixSelect.Root>
  );
});
