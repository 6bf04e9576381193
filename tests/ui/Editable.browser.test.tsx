import { act, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Editable, type EditableProps } from '../../src/ui/Editable.tsx';
import { Popover } from '../../src/ui/Popover.tsx';
import { SelectList } from '../../src/ui/SelectList.tsx';
import { UiProvider } from '../../src/ui/UiContext.tsx';

const pencil = () => screen.getByRole('button', { name: 'Edit plan' });
const editor = () => screen.getByRole('textbox', { name: 'Plan' });
const isClosed = () => screen.queryByRole('textbox', { name: 'Plan' }) === null;
const outside = () => screen.getByRole('button', { name: 'Chat' });

interface RowProps extends Partial<EditableProps> {
  isInvalid?: boolean;
  initiallyEditing?: boolean;
}

function Row({
  isInvalid = false,
  initiallyEditing = false,
  onSubmit,
  onCancel,
  onEdit,
  ...props
}: RowProps) {
  const [isEditing, setIsEditing] = useState(initiallyEditing);
  return (
    <Editable
      label="Plan"
      editLabel="Edit plan"
      renderPreview={() => 'free'}
      renderEditor={() => <input aria-label="Plan" defaultValue="free" />}
      {...props}
      isEditing={isEditing}
      onEdit={() => {
        onEdit?.();
        setIsEditing(true);
      }}
      onSubmit={(how) => {
        onSubmit?.(how);
        setIsEditing(isInvalid);
      }}
      onCancel={() => {
        onCancel?.();
        setIsEditing(false);
      }}
    />
  );
}

function show(row: ReactNode) {
  return render(
    <>
      <dl>{row}</dl>
      <button type="button">Chat</button>
      <p>Nothing to focus here</p>
    </>,
  );
}

function RefusedRow() {
  const [isEditing, setIsEditing] = useState(false);
  return (
    <div className="sbc-root">
      <Editable
        className="sbc-row"
        editLabel="Edit plan"
        isEditing={isEditing}
        onEdit={() => {}}
        onSubmit={() => {}}
        onCancel={() => {}}
        renderPreview={() => 'free'}
        renderEditor={() => <input aria-label="Plan" />}
      />
      <button
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setIsEditing(true)}
      >
        Refuse
      </button>
    </div>
  );
}

function ConflictRow() {
  const [isEditing, setIsEditing] = useState(true);
  return (
    <Editable
      editLabel="Edit plan"
      isEditing={isEditing}
      onEdit={() => {}}
      onSubmit={() => {}}
      onCancel={() => {}}
      renderPreview={() => 'free'}
      renderEditor={() => <input aria-label="Plan" />}
      note={
        isEditing && (
          <button type="button" onClick={() => setIsEditing(false)}>
            Take theirs
          </button>
        )
      }
    />
  );
}

function WithPopover() {
  const [open, setOpen] = useState(false);
  return (
    <Popover label="More" open={open} onOpenChange={setOpen} trigger={<button type="button">More</button>}>
      <input aria-label="Note" />
    </Popover>
  );
}

test('opens by its pencil, with the text selected', async () => {
  show(<Row />);
  await userEvent.click(pencil());
  expect(editor()).toHaveFocus();
  await userEvent.keyboard('team');
  expect(editor()).toHaveValue('team');
});

test('shows the beginning of a text that is longer than its editor', async () => {
  const address = 'marina@a-very-long-domain-of-a-tailor.example';
  const style = { inlineSize: 80 };
  show(<Row renderEditor={() => <input aria-label="Plan" defaultValue={address} style={style} />} />);
  await userEvent.click(pencil());
  await new Promise(requestAnimationFrame);
  expect(editor().scrollWidth).toBeGreaterThan(editor().clientWidth);
  expect(editor().scrollLeft).toBe(0);
});

test('opens by F2 on the pencil and by a double-click on the value or the label', async () => {
  const onEdit = vi.fn();
  show(<Row onEdit={onEdit} />);
  pencil().focus();
  await userEvent.keyboard('{F2}');
  expect(editor()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await userEvent.dblClick(screen.getByText('free'));
  expect(editor()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await userEvent.dblClick(screen.getByText('Plan'));
  expect(editor()).toHaveFocus();
  expect(onEdit).toHaveBeenCalledTimes(3);
});

test('has no pencil and opens by nothing where the value is read-only, and says why', async () => {
  const onEdit = vi.fn();
  show(<Row onEdit={onEdit} readOnlyReason="Set by the website" />);
  expect(screen.queryByRole('button', { name: 'Edit plan' })).toBeNull();
  expect(screen.getByText('Set by the website')).toBeInTheDocument();
  await userEvent.dblClick(screen.getByText('free'));
  expect(onEdit).not.toHaveBeenCalled();
});

test('focuses an editor that is loaded after it was opened', async () => {
  const { rerender } = render(<Row renderEditor={() => null} />);
  await userEvent.click(pencil());
  rerender(<Row />);
  await vi.waitFor(() => expect(editor()).toHaveFocus());
});

test('takes no focus when it re-appears because a draft was there', async () => {
  show(<Row initiallyEditing />);
  await act(async () => {});
  expect(document.body).toHaveFocus();
});

test('is not committed by a click elsewhere while nobody is in it', async () => {
  const onSubmit = vi.fn();
  show(<Row initiallyEditing onSubmit={onSubmit} />);
  await userEvent.click(outside());
  expect(onSubmit).not.toHaveBeenCalled();
});

test('moves the focus into an editor that opens where the focus is', async () => {
  render(<RefusedRow />);
  pencil().focus();
  await userEvent.click(screen.getByRole('button', { name: 'Refuse' }));
  expect(editor()).toHaveFocus();
});

test('commits once with Enter and goes back to the pencil', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('team{Enter}');
  expect(onSubmit.mock.calls).toEqual([['enter']]);
  expect(isClosed()).toBe(true);
  expect(pencil()).toHaveFocus();
});

test('is not opened again by the Enter that is still held down', async () => {
  const onEdit = vi.fn();
  show(<Row onEdit={onEdit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('{Enter>3/}');
  expect(onEdit).toHaveBeenCalledTimes(1);
  expect(isClosed()).toBe(true);
});

test('commits with Tab, which goes on to where it leads', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('team');
  await userEvent.tab();
  expect(onSubmit.mock.calls).toEqual([['tab']]);
  expect(pencil()).not.toHaveFocus();
});

test('commits with Shift and Tab', async () => {
  const onSubmit = vi.fn();
  render(<button type="button">Before</button>);
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.tab({ shift: true });
  expect(onSubmit.mock.calls).toEqual([['tab']]);
  expect(screen.getByRole('button', { name: 'Before' })).toHaveFocus();
});

test('commits once with a click outside, which keeps the focus it took', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('team');
  await userEvent.click(outside());
  expect(onSubmit.mock.calls).toEqual([['outside']]);
  expect(outside()).toHaveFocus();
});

test('commits with a click on what takes no focus, and before the click is heard', async () => {
  const heard: string[] = [];
  show(<Row onSubmit={(how) => heard.push(how)} />);
  const text = screen.getByText('Nothing to focus here');
  text.addEventListener('click', () => heard.push('click'));
  await userEvent.click(pencil());
  await userEvent.click(text);
  expect(heard).toEqual(['outside', 'click']);
});

test('commits with a click that the host hides from the page', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  outside().addEventListener('pointerdown', (event) => event.stopPropagation());
  outside().addEventListener('mousedown', (event) => event.preventDefault());
  await userEvent.click(pencil());
  await userEvent.click(outside());
  expect(onSubmit.mock.calls).toEqual([['outside']]);
  expect(pencil()).not.toHaveFocus();
});

test('commits when a script of the host takes the focus', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  act(() => outside().focus());
  expect(onSubmit.mock.calls).toEqual([['outside']]);
});

test('commits nothing when another window comes forward', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  const input = editor();
  // What a browser does then: a blur, with the active element unchanged.
  act(() => {
    input.dispatchEvent(new FocusEvent('blur'));
    input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });
  expect(input).toHaveFocus();
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onSubmit.mock.calls).toEqual([['enter']]);
});

test('commits nothing when it is taken off the page', async () => {
  const onSubmit = vi.fn();
  const { unmount } = show(<Row onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('team');
  unmount();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('goes back with Escape, which the host does not hear', async () => {
  const onSubmit = vi.fn();
  const onCancel = vi.fn();
  const hostHears = vi.fn();
  document.addEventListener('keydown', hostHears);
  show(<Row onSubmit={onSubmit} onCancel={onCancel} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledTimes(1);
  expect(onSubmit).not.toHaveBeenCalled();
  expect(pencil()).toHaveFocus();
  expect(hostHears).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(hostHears).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', hostHears);
});

test('does not take the Enter or Escape of an input method for its own', async () => {
  const onSubmit = vi.fn();
  const onCancel = vi.fn();
  show(<Row onSubmit={onSubmit} onCancel={onCancel} />);
  await userEvent.click(pencil());
  const composing = { bubbles: true, cancelable: true };
  act(() => {
    editor().dispatchEvent(new KeyboardEvent('keydown', { ...composing, key: 'Enter', isComposing: true }));
    editor().dispatchEvent(new KeyboardEvent('keydown', { ...composing, key: 'Enter', keyCode: 229 }));
    editor().dispatchEvent(new KeyboardEvent('keydown', { ...composing, key: 'Escape', isComposing: true }));
  });
  expect(onSubmit).not.toHaveBeenCalled();
  expect(onCancel).not.toHaveBeenCalled();
});

test('writes a new line with Enter in a longer text and commits with Ctrl and Enter', async () => {
  const onSubmit = vi.fn();
  show(<Row onSubmit={onSubmit} renderEditor={() => <textarea aria-label="Plan" defaultValue="" />} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('one{Enter}two');
  expect(editor()).toHaveValue('one\ntwo');
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(onSubmit.mock.calls).toEqual([['enter']]);
});

test('stays open while the text is not valid, and each new way out commits again', async () => {
  const onSubmit = vi.fn();
  show(<Row isInvalid onSubmit={onSubmit} />);
  await userEvent.click(pencil());
  await userEvent.keyboard('{Enter}');
  expect(editor()).toHaveFocus();
  await userEvent.keyboard('x');
  await userEvent.click(outside());
  expect(outside()).toHaveFocus();
  await userEvent.click(editor());
  await userEvent.tab();
  expect(onSubmit.mock.calls).toEqual([['enter'], ['outside'], ['tab']]);
});

test('counts its note as inside', async () => {
  const onSubmit = vi.fn();
  const keepMine = vi.fn();
  show(
    <Row
      onSubmit={onSubmit}
      note={
        <button type="button" onClick={keepMine}>
          Keep mine
        </button>
      }
    />,
  );
  await userEvent.click(pencil());
  await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
  await userEvent.click(editor());
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Keep mine' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(keepMine).toHaveBeenCalledTimes(2);
  expect(onSubmit).not.toHaveBeenCalled();
});

test('goes back to the pencil when a button of its note closes it', async () => {
  render(<ConflictRow />);
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(pencil()).toHaveFocus();
});

test('counts a popover of its editor as inside, wherever the host has put it', async () => {
  const onSubmit = vi.fn();
  const container = document.body.appendChild(document.createElement('div'));
  render(
    <UiProvider portalContainer={container}>
      <Row onSubmit={onSubmit} renderEditor={() => <WithPopover />} />
    </UiProvider>,
  );
  await userEvent.click(pencil());
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'Note' }));
  await userEvent.keyboard('x');
  expect(container.contains(screen.getByRole('textbox', { name: 'Note' }))).toBe(true);
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.click(document.body);
  expect(onSubmit.mock.calls).toEqual([['outside']]);
});

test('lets an open list have the Escape first', async () => {
  const onCancel = vi.fn();
  const options = [
    { id: 'free', label: 'Free' },
    { id: 'team', label: 'Team' },
  ];
  show(
    <Row
      onCancel={onCancel}
      renderEditor={() => (
        <SelectList label="Plan" options={options} value={['free']} onValueChange={() => {}} />
      )}
    />,
  );
  await userEvent.click(pencil());
  expect(screen.getByRole('combobox', { name: 'Plan' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(screen.getByRole('listbox')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onCancel).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledTimes(1);
});
