import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Button } from '../../src/ui/Button.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';

const onClick = vi.fn();
const onSubmit = vi.fn();

const buttons = {
  'with a word': (pending: boolean) => (
    <Button pending={pending} onClick={onClick}>
      Save
    </Button>
  ),
  'that is an icon': (pending: boolean) => (
    <IconButton icon="check" label="Save" pending={pending} onClick={onClick} />
  ),
  'that sends a form': (pending: boolean) => (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Button type="submit" pending={pending} onClick={onClick}>
        Save
      </Button>
    </form>
  ),
};

// X5: a button that is disabled loses the focus, and with it the place of who works by keyboard.
test.each(Object.entries(buttons))(
  'a button %s keeps the focus while it is busy, and does nothing',
  async (_, draw) => {
    onClick.mockClear();
    onSubmit.mockClear();
    const { rerender } = render(draw(false));
    const button = screen.getByRole('button', { name: 'Save' });
    act(() => button.focus());
    rerender(draw(true));
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-busy', 'true');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveAttribute('disabled');
    await userEvent.keyboard('{Enter} ');
    await userEvent.click(button, { force: true });
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
    rerender(draw(false));
    await userEvent.keyboard('{Enter}');
    expect(onClick).toHaveBeenCalledOnce();
  },
);
