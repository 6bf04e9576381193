import { forwardRef } from 'react';

export interface SwatchProps {
  /** Any CSS colour. Without it the spot keeps its place. */
  readonly color?: string | null | undefined;
}

/** A spot of colour before a name. */
export const Swatch = forwardRef<HTMLSpanElement, SwatchProps>(function Swatch({ color }, ref) {
  return (
    <span
      ref={ref}
      aria-hidden="true"
      className="sbc-swatch"
      style={color ? { backgroundColor: color } : undefined}
    />
  );
});
