import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CopyButton } from '../../src/ui/CopyButton.tsx';
import { LiveRegion } from '../../src/ui/LiveRegion.tsx';

function Example() {
  return (
    <LiveRegion>
      <CopyButton
        text=" +55 11 "
        label="Copy phone"
        copiedLabel="Copied"
        failedLabel="Press Ctrl+C to copy"
      />
    </LiveRegion>
  );
}

function withClipboard(clipboard: Partial<Clipboard> | undefined) {
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(clipboard as Clipboard);
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('copies the text as it is, says so, and can be used again', async () => {
  const writeText = vi.fn(async () => {});
  withClipboard({ writeText });
  render(<Example />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy phone' }));
  expect(writeText).toHaveBeenCalledWith(' +55 11 ');
  expect(await screen.findByRole('button', { name: 'Copied' })).toHaveFocus();
  await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Copied'));
  await vi.waitFor(() => screen.getByRole('button', { name: 'Copy phone' }), { timeout: 4000 });
});

test.each([
  ['refuses', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
  ['has no clipboard', undefined],
])(
  'offers the selected text where the browser %s, and never says that it was copied',
  async (_, clipboard) => {
    withClipboard(clipboard);
    render(<Example />);
    await userEvent.click(screen.getByRole('button', { name: 'Copy phone' }));
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Press Ctrl+C to copy' });
    expect(field).toHaveFocus();
    expect(field).toHaveValue(' +55 11 ');
    expect(field.selectionEnd).toBe(' +55 11 '.length);
    expect(screen.queryByRole('button', { name: 'Copied' })).toBeNull();
    await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Press Ctrl+C to copy'));
    await userEvent.tab();
    expect(screen.queryByRole('textbox')).toBeNull();
  },
);
