import { Markdown } from '@storybook/addon-docs/blocks';

export interface GuidePageProps {
  /** A guide of `docs/`, as it is in the package. */
  readonly children: string;
}

/** A guide as a page of the Storybook: its links to other guides lead to their pages. */
export function GuidePage({ children }: GuidePageProps) {
  return (
    <Markdown>
      {children.replace(/\]\(([\w-]+)\.md(?:#[\w-]+)?\)/g, '](?path=/docs/guides-$1--docs)')}
    </Markdown>
  );
}
