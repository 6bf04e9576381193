/** A node of React's tree, as far as it is read here. React 18 and 19 have it alike. */
interface Fiber {
  readonly type: unknown;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly stateNode: unknown;
}

/** React's flag of a component whose function was called in the last commit that came by. */
const PERFORMED_WORK = 1;

/**
 * Tells which components were drawn. Call `note` in each commit: give it to the `onRender` of a `Profiler` around the
 * tree.
 */
export function watchRenders(container: Element) {
  let before = new Set<Fiber>();
  let names: string[] = [];

  function note() {
    const now = new Set<Fiber>();
    walk(rootOf(container), now);
    // A fiber that was visited is replaced by its twin; one that was passed by is the same, with its old flags.
    const drawn = [...now].filter((fiber) => !before.has(fiber) && (fiber.flags & PERFORMED_WORK) !== 0);
    names.push(...drawn.flatMap((fiber) => nameOf(fiber.type) ?? []));
    before = now;
  }

  return {
    note,
    /** What was drawn since the last call: each component by its name, as often as it was drawn. */
    take() {
      const drawn = names;
      names = [];
      return { names: drawn, count: (name: string) => drawn.filter((it) => it === name).length };
    },
  };
}

function rootOf(container: Element): Fiber {
  const key = Object.keys(container).find((it) => it.startsWith('__reactContainer$'));
  if (key === undefined) throw new Error('There is no React in this element.');
  const fiber = (container as unknown as Record<string, Fiber>)[key] as Fiber;
  return (fiber.stateNode as { current: Fiber }).current;
}

function walk(start: Fiber, found: Set<Fiber>): void {
  const open = [start];
  for (let fiber = open.pop(); fiber; fiber = open.pop()) {
    found.add(fiber);
    if (fiber.sibling) open.push(fiber.sibling);
    if (fiber.child) open.push(fiber.child);
  }
}

function nameOf(type: unknown): string | undefined {
  if (typeof type === 'function') return type.name;
  const { render, type: inner } = (type ?? {}) as { render?: { name: string }; type?: unknown };
  return render ? render.name : inner ? nameOf(inner) : undefined;
}
