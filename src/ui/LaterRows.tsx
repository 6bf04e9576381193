export interface LaterRowsProps {
  readonly count: number;
  /** A guess, in `em`. */
  readonly rowHeight: number;
}

/** The place of rows that are drawn a moment later, so that nothing below them moves then. */
export function LaterRows({ count, rowHeight }: LaterRowsProps) {
  return count > 0 && <div style={{ blockSize: `${count * rowHeight}em` }} />;
}
