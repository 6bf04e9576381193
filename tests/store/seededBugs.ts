/** A bug put into the store on purpose: an exact change of one source file. The property test must find it. */
export interface SeededBug {
  readonly name: string;
  readonly file: `src/store/${string}.ts`;
  /** Must stand in the file exactly once, or the patch is out of date. */
  readonly find: string;
  readonly replace: string;
}

/** What the store hears. */
const hearing: readonly SeededBug[] = [
  {
    name: 'an older revision wins',
    file: 'src/store/joinField.ts',
    find: 'return news.revision > known.revision;',
    replace: 'return true;',
  },
  {
    name: 'a single-field event advances the revision of its record',
    file: 'src/store/learn.ts',
    find: 'return { ...confirmed, fields, tags };',
    replace: `const [first] = news;
  const record = first?.[0].startsWith('deal:') ? first[0].split(':').slice(0, 2).join(':') : 'subscriber';
  const revisions = raise(confirmed.revisions, [[record as 'subscriber', first?.[1].revision]]);
  return { ...confirmed, fields, tags, revisions };`,
  },
  {
    name: 'the revision of a record falls with an older answer',
    file: 'src/store/joinField.ts',
    find: 'if (revision === undefined || revision <= (raised.get(record) ?? Number.NEGATIVE_INFINITY)) continue;',
    replace: 'if (revision === undefined) continue;',
  },
  {
    name: 'events before the first load are dropped',
    file: 'src/store/learn.ts',
    find: '  const fields = new Map(confirmed.fields);\n  let tags = confirmed.tags;',
    replace:
      '  if (!confirmed.subscriber) return confirmed;\n  const fields = new Map(confirmed.fields);\n  let tags = confirmed.tags;',
  },
  {
    name: 'a list answer overwrites what is newer',
    file: 'src/store/joinField.ts',
    find: 'if (isNews(known, field, since))\n        fields.set',
    replace: 'fields.set',
  },
  {
    name: 'a deleted deal comes back with an older list',
    file: 'src/store/learnDeals.ts',
    find: 'if (!tombstone) return false;',
    replace: 'if (tombstone || !tombstone) return false;',
  },
  {
    name: 'a created deal stands in the list twice',
    file: 'src/store/learnDeals.ts',
    find: 'const place = places.get(id);',
    replace: 'const place = undefined as number | undefined;',
  },
  {
    name: 'a list that is older than a creation takes it away',
    file: 'src/store/learnDeals.ts',
    find: 'return field !== undefined && field.tick > since;',
    replace: 'return false;',
  },
  {
    name: 'an older set of tags is taken for the newest',
    file: 'src/store/learnTags.ts',
    find: 'if (revision !== undefined && floor !== undefined && revision < floor) return confirmed;',
    replace: '',
  },
  {
    name: 'a late event brings a tag back that the whole set did not list',
    file: 'src/store/learnTags.ts',
    find: "if (!id.startsWith('tag:') || floor === undefined || (known?.revision ?? 0) >= floor) return known;",
    replace: 'return known;',
  },
  {
    name: 'a tag that is told twice is listed twice',
    file: 'src/store/learnTags.ts',
    find: 'return others.length === tags.length ? [...tags, tag.id] : tags;',
    replace: 'return [...tags, tag.id];',
  },
];

/** How mutations queue. */
const queueing: readonly SeededBug[] = [
  {
    name: 'an edit is sent beside the one on the wire',
    file: 'src/store/mutations.ts',
    find: 'if (!queue) return withQueue(settled, asked.lane, { head: fresh });',
    replace:
      "if (!queue || queue.head.status === 'sent') return withQueue(settled, asked.lane, { head: fresh });",
  },
  {
    name: 'an edit is merged into the one on the wire',
    file: 'src/store/mutations.ts',
    find: "if (queue.head.status !== 'sent') {",
    replace: 'if (queue) {',
  },
  {
    name: 'what is behind is lost when the one before it is confirmed',
    file: 'src/store/mutations.ts',
    find: 'if (!queue?.behind) return withQueue(mutations, lane, undefined);',
    replace: 'if (!queue?.behind || queue) return withQueue(mutations, lane, undefined);',
  },
  {
    name: 'a newer edit never supersedes an older one',
    file: 'src/store/mutations.ts',
    find: 'for (const [id, change] of inherited.action.changes) changes.set(id, change);',
    replace:
      'for (const [id, change] of inherited.action.changes) if (!changes.has(id)) changes.set(id, change);',
  },
  {
    name: 'a merged form loses the fields of the first save',
    file: 'src/store/mutations.ts',
    find: 'const changes = new Map(older.wasSent ? remember(older.action.changes) : older.action.changes);',
    replace: 'const changes = new Map();',
  },
  {
    name: 'a merged edit keeps what was typed for the one before it',
    file: 'src/store/mutations.ts',
    find: 'const typedBefore = [...older.inputs].filter(([id]) => !changeOf(newer, id));',
    replace: 'const typedBefore = [...older.inputs];',
  },
  {
    name: 'an edit over one that is not settled does not inherit its base',
    file: 'src/store/mutations.ts',
    find: '      base: before.base,',
    replace: '      base: change.base,',
  },
  {
    name: 'the past of an edit is forgotten',
    file: 'src/store/mutations.ts',
    find: 'past: [...change.past, ...before.past, ...(older.wasSent ? [before.value] : [])],',
    replace: 'past: [],',
  },
  {
    name: 'the past of the other fields of a form is forgotten',
    file: 'src/store/mutations.ts',
    find: 'const changes = new Map(older.wasSent ? remember(older.action.changes) : older.action.changes);',
    replace: 'const changes = new Map(older.action.changes);',
  },
  {
    name: 'an edit of a deal that could not be deleted is dropped',
    file: 'src/store/mutations.ts',
    find: "return newer.action.type === 'set' && older.status !== 'failed' ? older : newer;",
    replace: "return newer.action.type === 'set' ? older : newer;",
  },
  {
    name: 'discarding drops what is on the wire',
    file: 'src/store/mutations.ts',
    find: "queue.head.status === 'sent' ? { head: queue.head } : undefined",
    replace: 'undefined',
  },
  {
    name: 'retrying sends what is on the wire once more',
    file: 'src/store/mutations.ts',
    find: "head.status === 'sent'\n      ? head\n      : {",
    replace: 'head.id === undefined\n      ? head\n      : {',
  },
];

/** What is decided before a send and after an answer. */
const deciding: readonly SeededBug[] = [
  {
    name: 'nothing is checked before a send',
    file: 'src/store/createSender.ts',
    find: 'const { mutations, done } = prepare(get().mutations, lane, get().confirmed);',
    replace: 'const { mutations, done } = { mutations: get().mutations, done: new Map<FieldId, Change>() };',
  },
  {
    name: 'writes name no revision',
    file: 'src/store/createSender.ts',
    find: 'ifRevision: toGuard(confirmed, mutation), tick',
    replace: 'ifRevision: undefined, tick',
  },
  {
    name: 'a field that has collided is written all the same',
    file: 'src/store/mutations.ts',
    find: 'else conflicts.set(id, { ...change, input: queue.head.inputs.get(id) });',
    replace: 'else keep.set(id, { ...change, base: field.value });',
  },
  {
    name: 'a field that has collided is dropped',
    file: 'src/store/mutations.ts',
    find: 'else conflicts.set(id, { ...change, input: queue.head.inputs.get(id) });',
    replace: 'else conflicts.delete(id);',
  },
  {
    name: 'what is set back is not written while an earlier value may still arrive',
    file: 'src/store/mutations.ts',
    find: '&& !mayBeOverwritten(id, change))',
    replace: ')',
  },
  {
    name: 'what is taken back before it is sent is dropped, whatever came in since',
    file: 'src/store/mutations.ts',
    find: '|| !isSameValue(id, value, fields.get(id)?.value)',
    replace: '',
  },
  {
    name: 'what was done in part hides what a colleague has set since',
    file: 'src/store/createSender.ts',
    find: '(confirmed.fields.get(id)?.tick ?? 0) <= sent.tick',
    replace: 'id !== undefined',
  },
  {
    name: 'a conflict stays when the server came round by itself',
    file: 'src/store/mutations.ts',
    find: 'return field && isSameValue(id, field.value, value) ? [id] : [];',
    replace: 'return field && isSameValue(id, field.value, value) ? [] : [];',
  },
  {
    name: 'a new edit leaves the conflict that it answers',
    file: 'src/store/mutations.ts',
    find: "return action.type === 'set' ? resolve(mutations, action.changes.keys()) : mutations;",
    replace: "return action.type === 'set' ? resolve(mutations, []) : mutations;",
  },
  {
    name: "what is behind is not rebased on one's own answer",
    file: 'src/store/mutations.ts',
    find: 'if (isOurs) changes.set(id, { ...change, base: answered(id), past: [] });',
    replace: 'if (isOurs) changes.set(id, change);',
  },
  {
    name: "a draft is not rebased on one's own answer",
    file: 'src/store/drafts.ts',
    find: 'if (draft && isOurs) next.set(id, { ...draft, base: answered(id) });',
    replace: 'if (draft && isOurs) next.set(id, draft);',
  },
  {
    name: 'an editor opens on what came in unseen behind an edit of its own',
    file: 'src/store/drafts.ts',
    find: 'return change ? change.base : confirmed.fields.get(id)?.value;',
    replace: 'return change ? confirmed.fields.get(id)?.value : confirmed.fields.get(id)?.value;',
  },
  {
    name: 'undo writes over what a colleague has set since',
    file: 'src/store/createCardStore.ts',
    find: "ask({ type: 'set', changes: entry.back }, entry.lane);",
    replace: 'mutate(new Map([...entry.back].map(([id, { value }]) => [id, value])));',
  },
  {
    name: "undo of an earlier change collides with the operator's own later one",
    file: 'src/store/createUndo.ts',
    find: 'earlier.back.has(it)',
    replace: 'earlier.back.has(it) && !it',
  },
  {
    name: 'a change is told as saved when it is sent',
    file: 'src/store/createSender.ts',
    find: 'void commit(lane, head);',
    replace:
      'announce(toFieldChanges(changesOf(head)), head, () => undefined);\n      void commit(lane, head);',
  },
];

/** What becomes of what the server has not done. */
const refusing: readonly SeededBug[] = [
  {
    name: 'what has failed is rolled back',
    file: 'src/store/mutations.ts',
    find: 'const rest = remainder(head, error, refusal);',
    replace: "const rest = refusal.to === 'failed' ? undefined : remainder(head, error, refusal);",
  },
  {
    name: 'what waits for a retry is rolled back',
    file: 'src/store/mutations.ts',
    find: 'const rest = remainder(head, error, refusal);',
    replace: "const rest = refusal.to === 'waiting' ? undefined : remainder(head, error, refusal);",
  },
  {
    name: 'what is rejected is dropped',
    file: 'src/store/createSender.ts',
    find: '...(isRejected && { drafts: giveBack(get().drafts, rejected, error) }),',
    replace: '',
  },
  {
    name: 'what is rejected replaces what was typed since',
    file: 'src/store/drafts.ts',
    find: 'const typed = next.get(id) ?? { input, base: change?.base };',
    replace: 'const typed = { input, base: change?.base };',
  },
  {
    name: 'what was not typed is dropped with what is rejected',
    file: 'src/store/mutations.ts',
    find: "const isDraft = (id: FieldId) => to === 'rejected' && head.inputs.has(id);",
    replace: "const isDraft = () => to === 'rejected';",
  },
  {
    name: 'what is behind is lost when the one before it is refused',
    file: 'src/store/mutations.ts',
    find: 'return withQueue(mutations, lane, { head: behind ? merge(refused, behind) : refused });',
    replace: 'return withQueue(mutations, lane, { head: refused });',
  },
  {
    name: 'a creation without an answer is sent again blindly',
    file: 'src/store/toRefusal.ts',
    find: "if (isCreation && !idempotent && isWithoutAnswer(error)) return { to: 'unknown' };",
    replace: '',
  },
  {
    name: 'every retry has a new key',
    file: 'src/store/createSender.ts',
    find: 'idempotencyKey: mutation.id,',
    replace: 'idempotencyKey: mutation.id + clock.now(),',
  },
  {
    name: 'a missing network uses up the tries',
    file: 'src/store/toRefusal.ts',
    find: "case 'offline':\n",
    replace: "case 'offline':\n      if (mutation.wasSent) return { to: 'failed' };\n",
  },
  {
    name: 'a conflict that tells nothing is asked about without end',
    file: 'src/store/createSender.ts',
    find: "if (isStuck && mutation.action.type === 'set') {",
    replace: "if (isStuck && mutation.action.type === 'linkContact') {",
  },
  {
    name: 'the draft of a refused edit forgets what was sent before',
    file: 'src/store/drafts.ts',
    find: '[...(typed.past ?? []), ...change.past]',
    replace: '[]',
  },
];

/** How mutations get on the wire, and whether they go on. */
const sending: readonly SeededBug[] = [
  {
    name: 'a save goes to another subscriber',
    file: 'src/store/createSender.ts',
    find: '          getRef(),',
    replace: "          { ...getRef(), id: 's1' },",
  },
  {
    name: 'writes are sent while signed out',
    file: 'src/store/createSender.ts',
    find: 'if (!signedIn || pausedUntil',
    replace: 'if (pausedUntil',
  },
  {
    name: 'writes are sent in a pause that the server has asked for',
    file: 'src/store/createSender.ts',
    find: 'if (!signedIn || pausedUntil !== undefined ||',
    replace: 'if (!signedIn ||',
  },
  {
    name: 'a lane is not pumped after an answer',
    file: 'src/store/createSender.ts',
    find: 'invalidate(writtenSection(mutation));\n    pump(lane);\n  }\n\n  function toSent(',
    replace: 'invalidate(writtenSection(mutation));\n  }\n\n  function toSent(',
  },
  {
    name: 'a call without an answer never ends',
    file: 'src/store/createConnection.ts',
    find: `() => controller.abort(new AdapterError('timeout', \`No answer within \${timeout} ms.\`)),`,
    replace: '() => {},',
  },
  {
    name: 'a retry is never due',
    file: 'src/store/createSender.ts',
    find: 'wakeUps.set(lane, clock.schedule(wakeUp, Math.min(wait, LONGEST_WAIT)));',
    replace: 'wakeUps.set(lane, () => void wakeUp);',
  },
  {
    name: 'what waits for the network does not go on when it is back',
    file: 'src/store/createCardStore.ts',
    find: 'pump(lane, true);',
    replace: 'pump(lane);',
  },
  {
    name: 'a success does not tell that the network is back',
    file: 'src/store/createConnection.ts',
    find: 'if (!state.getState().online) reconnect();',
    replace: 'if (!state.getState().online) state.setState({ online: true });',
  },
  {
    name: 'nobody looks whether the network is back',
    file: 'src/store/createConnection.ts',
    find: 'cancelProbe = clock.schedule(() => onResume(false), PROBE_INTERVAL);',
    replace: 'cancelProbe = undefined;',
  },
  {
    name: 'nothing goes on after a pause',
    file: 'src/store/createConnection.ts',
    find: 'state.setState({ pausedUntil: undefined });\n      onResume(false);',
    replace: 'state.setState({ pausedUntil: undefined });',
  },
];

/** What outlives news, and a reload. */
const keeping: readonly SeededBug[] = [
  {
    name: 'news close the open editors',
    file: 'src/store/createCardStore.ts',
    find: '...giveBackGone({ mutations, drafts: get().drafts }, confirmed),',
    replace: '...giveBackGone({ mutations, drafts: new Map() }, confirmed),',
  },
  {
    name: 'drafts are lost with the page',
    file: 'src/store/savedCard.ts',
    find: 'drafts: [...drafts].map(',
    replace: 'drafts: [].map(',
  },
  {
    name: 'conflicts are lost with the page',
    file: 'src/store/savedCard.ts',
    find: 'conflicts: [...mutations.conflicts],',
    replace: 'conflicts: [],',
  },
  {
    name: 'what was on the wire stays so on the next page',
    file: 'src/store/savedCard.ts',
    find: "if (head.status === 'sent' || head.status",
    replace: 'if (head.status',
  },
  {
    name: 'what is behind is lost with the page',
    file: 'src/store/savedCard.ts',
    find: 'behind: behind && writeMutation(behind),',
    replace: 'behind: undefined,',
  },
  {
    name: 'the past of an edit is lost with the page',
    file: 'src/store/savedCard.ts',
    find: '{ ...action, changes: [...action.changes] }',
    replace:
      '{ ...action, changes: [...action.changes].map(([id, change]) => [id, { ...change, past: [] }]) }',
  },
  {
    name: 'a creation that may have landed counts as never sent on the next page',
    file: 'src/store/savedCard.ts',
    find: "to: head.wasSent ? 'unknown' : 'failed'",
    replace: "to: 'failed'",
  },
  {
    name: 'the next page writes before it has read',
    file: 'src/store/createSender.ts',
    find: 'if (asked && isUnseen(get().confirmed, asked)) return void readFirst(lane);',
    replace: '',
  },
];

export const seededBugs: readonly SeededBug[] = [
  ...hearing,
  ...queueing,
  ...deciding,
  ...refusing,
  ...sending,
  ...keeping,
];
