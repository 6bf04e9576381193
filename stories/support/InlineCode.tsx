/** Text in which what stands between backticks is code, as in a doc comment. */
export function InlineCode({ children }: { readonly children: string }) {
  return children.split('`').map((text, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <code key={place}>{text}</code>
    ) : (
      text
    ),
  );
}
