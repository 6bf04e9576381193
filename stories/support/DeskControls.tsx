import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Trouble } from './createLine.ts';
import { deal, marina, olena, type Stage } from './createStage.ts';

/** What a host, a network and a server do: the buttons above the desks. */
export function DeskControls({ stage: { backend, bruno } }: { readonly stage: Stage }) {
  const { subscriber, isCut, isSignedIn, trouble } = useStore(bruno.state);
  const ana = backend.control.actAs('Ana Souza');
  const isAway = subscriber.id === olena.id;
  const [isPatient, setIsPatient] = useState(false);
  const outcome = (wanted: Trouble['outcome']) => ({
    isOn: trouble.outcome === wanted,
    onToggle: () => bruno.plan({ ...trouble, outcome: trouble.outcome === wanted ? undefined : wanted }),
  });

  /** At once, or in the middle of Bruno's typing: a click up here would end that first. */
  function act(verb: () => unknown) {
    setIsPatient(false);
    if (isPatient) bruno.onTyping(verb);
    else verb();
  }

  /** Nobody can change what is deleted. */
  function isThere(dealId?: string): boolean {
    const { server } = backend.control;
    if (!server.subscriber(marina)) return false;
    return dealId === undefined || server.deals(marina).some(({ id }) => id === dealId);
  }

  function saveAsAna() {
    const { variables = [] } = backend.control.server.subscriber(marina) ?? {};
    const now = variables.find(({ key }) => key === 'dress_size')?.value;
    const next = sizes[(sizes.indexOf(String(now)) + 1) % sizes.length] ?? null;
    if (isThere()) ana.setVariable(marina, 'dress_size', next);
  }

  return (
    <div className="story-controls">
      <Group title="Ana">
        <Toggle isOn={isPatient} onToggle={() => setIsPatient(!isPatient)}>
          waits until Bruno types, and
        </Toggle>
        <Verb onClick={() => act(saveAsAna)}>saves another dress size</Verb>
        <Verb
          onClick={() =>
            act(() => isThere(deal) && ana.updateDeal(marina, deal, { name: 'Dress and shawl' }))
          }
        >
          renames the deal
        </Verb>
        <Verb onClick={() => act(() => isThere(deal) && ana.deleteDeal(marina, deal))}>deletes the deal</Verb>
        <Verb onClick={() => act(() => isThere() && ana.deleteSubscriber(marina))}>deletes Marina</Verb>
      </Group>
      <Group title="Bruno’s next save">
        <Toggle
          isOn={trouble.isSlow === true}
          onToggle={() => bruno.plan({ ...trouble, isSlow: !trouble.isSlow })}
        >
          is slow
        </Toggle>
        <Toggle {...outcome('refused')}>is refused</Toggle>
        <Toggle {...outcome('lost')}>loses its answer</Toggle>
        <Toggle {...outcome('paused')}>is told to wait 20 s</Toggle>
      </Group>
      <Group title="Bruno">
        <Toggle isOn={isCut} onToggle={() => bruno.cutNetwork(!isCut)}>
          network is cut
        </Toggle>
        <Toggle isOn={!isSignedIn} onToggle={() => bruno.signIn(!isSignedIn)}>
          is signed out
        </Toggle>
        <Toggle isOn={isAway} onToggle={() => bruno.show(isAway ? marina : olena)}>
          is with Olena
        </Toggle>
        <Verb onClick={bruno.reload}>reloads the page</Verb>
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset aria-label={title}>
      <span aria-hidden="true">{title}</span>
      <div>{children}</div>
    </fieldset>
  );
}

function Verb({ onClick, children }: { readonly onClick: () => unknown; readonly children: string }) {
  return (
    <button type="button" onClick={onClick}>
      {children}
    </button>
  );
}

interface ToggleProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: string;
}

function Toggle({ isOn, onToggle, children }: ToggleProps) {
  return (
    <button type="button" aria-pressed={isOn} onClick={onToggle}>
      {children}
    </button>
  );
}

const sizes = ['G / 44', 'L / 42', 'S / 38'];
