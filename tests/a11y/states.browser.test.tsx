import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DealTrack } from '../../src/components/DealTrack.tsx';
import { Button } from '../../src/ui/Button.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { ListOption } from '../../src/ui/ListOption.tsx';
import { Switch } from '../../src/ui/Switch.tsx';
import { Tabs } from '../../src/ui/Tabs.tsx';
import { TextInput } from '../../src/ui/TextInput.tsx';
import { aPipeline } from '../support/fixtures.ts';
import { captureRegion } from './captureRegion.ts';
import { emulateMedia } from './emulateMedia.ts';
import { countDifferent } from './pixels.ts';

// K9, K13: a state is told by more than its colour. Two states of one control are compared by lightness alone, in both
// themes and in the reader's own palette.

// A list puts its rows where they belong.
const option = {
  label: 'VIP',
  selected: false,
  highlighted: false,
  style: { position: 'relative' },
} as const;
const tabs = [
  { id: 'deals', label: 'Deals' },
  { id: 'contact', label: 'Contact' },
];
const ignore = () => {};

function Track({ stepId }: { readonly stepId: string }) {
  return (
    <article className="sbc-deal" data-status="open">
      <DealTrack pipeline={aPipeline()} stepId={stepId} status="open" />
    </article>
  );
}

const pairs: readonly (readonly [state: string, one: ReactNode, other: ReactNode])[] = [
  [
    'an open tab',
    <Tabs key="a" label="CRM" tabs={tabs} value="deals" onValueChange={ignore} />,
    <Tabs key="b" label="CRM" tabs={tabs} value="contact" onValueChange={ignore} />,
  ],
  [
    'a switch that is on',
    <Switch key="a" label="Agreed" checked={false} onCheckedChange={ignore} />,
    <Switch key="b" label="Agreed" checked onCheckedChange={ignore} />,
  ],
  [
    'an option that is picked',
    <ListOption key="a" {...option} />,
    <ListOption key="b" {...option} selected />,
  ],
  [
    'an option that the keys are at',
    <ListOption key="a" {...option} />,
    <ListOption key="b" {...option} highlighted />,
  ],
  [
    'an option that cannot be picked',
    <ListOption key="a" {...option} />,
    <ListOption key="b" {...option} aria-disabled />,
  ],
  [
    'a field with a mistake',
    <TextInput key="a" aria-label="Name" value="x" onValueChange={ignore} />,
    <TextInput key="b" aria-label="Name" value="x" onValueChange={ignore} aria-invalid />,
  ],
  [
    'a button that cannot be pressed',
    <Button key="a">Save</Button>,
    <Button key="b" disabled>
      Save
    </Button>,
  ],
  [
    'a tool that is pressed',
    <IconButton key="a" icon="eye" label="Show" pressed={false} />,
    <IconButton key="b" icon="eye" label="Show" pressed />,
  ],
  ['a deal that has come further', <Track key="a" stepId="lead" />, <Track key="b" stepId="quote" />],
  [
    'a subscription that is active',
    <span key="a" className="sbc-pill" data-status="blocked">
      Status
    </span>,
    <span key="b" className="sbc-pill" data-status="active">
      Status
    </span>,
  ],
  [
    'a tag that is not saved yet',
    <span key="a" className="sbc-chip">
      VIP
    </span>,
    <span key="b" className="sbc-chip" data-pending>
      VIP
    </span>,
  ],
  [
    'a tag that could not be saved',
    <span key="a" className="sbc-chip">
      VIP
    </span>,
    <span key="b" className="sbc-chip" data-failed>
      VIP
    </span>,
  ],
];

beforeAll(async () => {
  await page.viewport(480, 700);
});
afterEach(async () => {
  await emulateMedia();
});

describe.each(['light', 'dark', 'forced'] as const)('%s', (theme) => {
  test.each(pairs)('%s is told from one that is not', async (_state, one, other) => {
    await emulateMedia({
      'prefers-reduced-motion': 'reduce',
      'forced-colors': theme === 'forced' ? 'active' : 'none',
    });
    const draw = async (control: ReactNode) => {
      const { container, unmount } = render(
        <div
          className="sbc-root sbc-card"
          data-theme={theme === 'dark' ? 'dark' : 'light'}
          style={{ inlineSize: 240, padding: 12 }}
        >
          {control}
        </div>,
      );
      const { x, y, width, height } = (container.firstElementChild ?? container).getBoundingClientRect();
      const image = await captureRegion({ x, y, width: Math.round(width), height: Math.round(height) });
      unmount();
      return image;
    };
    expect(countDifferent(await draw(one), await draw(other), 1.05)).toBeGreaterThan(10);
  });
});
