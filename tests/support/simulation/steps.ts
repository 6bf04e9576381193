import type { Random } from '../../../src/testing/createRandom.ts';
import { dealForm, pick, textFields } from './cast.ts';
import { deskSteps } from './deskSteps.ts';
import { editingSteps } from './editingSteps.ts';
import { foreignSteps } from './foreignSteps.ts';
import { networkSteps } from './networkSteps.ts';
import type { World } from './World.ts';

/** What the numbers of a step choose. */
type Choice = 'operator' | 'subscriber' | 'field' | 'tag' | 'text' | 'place' | 'mode';

interface StepKind {
  /** How often it is taken. */
  readonly weight: number;
  readonly takes: readonly Choice[];
}

const steps = { ...editingSteps, ...deskSteps, ...foreignSteps, ...networkSteps };

export type StepName = keyof typeof steps;
export type Step = readonly [StepName, ...number[]];

const stepKinds: Record<StepName, StepKind> = {
  edit: { weight: 12, takes: ['operator', 'subscriber', 'field', 'text'] },
  saveForm: { weight: 4, takes: ['operator', 'subscriber', 'mode'] },
  openEditor: { weight: 5, takes: ['operator', 'subscriber', 'field', 'text'] },
  type: { weight: 1, takes: ['operator', 'subscriber', 'place'] },
  submit: { weight: 4, takes: ['operator', 'subscriber', 'place'] },
  cancel: { weight: 0.5, takes: ['operator', 'subscriber', 'place'] },
  toggleTag: { weight: 5, takes: ['operator', 'subscriber', 'tag'] },
  create: { weight: 2, takes: ['operator', 'subscriber', 'mode'] },
  deleteDeal: { weight: 2, takes: ['operator', 'subscriber', 'place'] },
  undo: { weight: 2, takes: ['operator', 'subscriber', 'place'] },
  resolveConflict: { weight: 0.8, takes: ['operator', 'subscriber', 'mode'] },
  retry: { weight: 1.5, takes: ['operator', 'subscriber', 'place'] },
  discard: { weight: 0.7, takes: ['operator', 'subscriber', 'place'] },
  signOut: { weight: 2, takes: ['operator'] },
  signIn: { weight: 2, takes: ['operator'] },
  reload: { weight: 2, takes: ['operator', 'mode'] },
  changeElsewhere: { weight: 6, takes: ['subscriber', 'field', 'text', 'mode'] },
  toggleTagElsewhere: { weight: 2, takes: ['subscriber', 'tag'] },
  deleteDealElsewhere: { weight: 0.4, takes: ['subscriber', 'place'] },
  refetch: { weight: 4, takes: ['operator', 'subscriber', 'mode'] },
  readDue: { weight: 2, takes: ['operator'] },
  answerRead: { weight: 3, takes: ['operator', 'place'] },
  deliverRead: { weight: 4, takes: ['operator', 'place', 'mode'] },
  deliverNews: { weight: 12, takes: ['place', 'mode'] },
  process: { weight: 8, takes: ['place'] },
  refuse: { weight: 3, takes: ['place', 'mode'] },
  answer: { weight: 10, takes: ['place', 'mode'] },
  lose: { weight: 1.5, takes: ['place'] },
  advance: { weight: 6, takes: ['mode'] },
  repeatInOtherOrder: { weight: 0.3, takes: ['operator', 'subscriber', 'mode'] },
};

const kinds = Object.entries(stepKinds) as [StepName, StepKind][];
/** Each sequence does much of this and little of that: what needs three rare steps in a row comes to pass as well. */
const emphases = [0.1, 1, 1, 6];

/** A random sequence. It keeps to a few fields, so that what happens happens to the same. */
export function toSequence(random: Random): Step[] {
  const upTo = (end: number) => Math.floor(random() * end);
  const among = random() < 0.4 ? dealForm : textFields;
  const focus = Array.from({ length: 1 + Math.floor(random() ** 2 * 5) }, () =>
    textFields.indexOf(pick(among, upTo(among.length))),
  );
  const isAlone = random() < 0.6;
  const sameness = random() < 0.3 ? 0.6 : 0;
  const busy = random() < 0.5 ? 0.5 : 0.85;
  const weights = kinds.map(([, { weight }]) => weight * (emphases[upTo(emphases.length)] ?? 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const choose: Record<Choice, () => number> = {
    operator: () => (random() < busy ? 0 : 1),
    subscriber: () => (isAlone ? 0 : upTo(2)),
    field: () => focus[upTo(focus.length)] ?? 0,
    tag: () => upTo(2),
    text: () => (random() < sameness ? upTo(3) : upTo(12)),
    // What has waited longest comes next, most of the time.
    place: () => (random() < 0.5 ? 0 : upTo(12)),
    mode: () => upTo(12),
  };
  return Array.from({ length: 35 + upTo(31) }, () => {
    const [name, { takes }] = kindAt(weights, random() * total);
    return [name, ...takes.map((choice) => choose[choice]())];
  });
}

export function takeStep(world: World, [name, ...numbers]: Step): Promise<void> | void {
  const step: (world: World, ...numbers: number[]) => Promise<void> | void = steps[name];
  return step(world, ...numbers);
}

function kindAt(weights: readonly number[], place: number): (typeof kinds)[number] {
  let left = place;
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return pick(kinds, Math.max(0, index));
}
