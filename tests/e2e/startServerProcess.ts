import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Records } from './createRecords.ts';
import type { Moment, Order, ProcessOptions, Report } from './serveToBeKilled.ts';

/** The server of the example, in a process that can be killed. */
export interface ServerProcess {
  readonly url: string;
  /** What the database holds, read through the handle of that process: the embedded one admits no second. */
  readonly records: Records;
  /** From now on every save stops at this moment. Resolves when so many have. */
  stopAt(moment: Moment, saves: number): Promise<void>;
  /** SIGKILL: it can neither say nor write another word. */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL('serveToBeKilled.ts', import.meta.url));

export async function startServerProcess(options: ProcessOptions): Promise<ServerProcess> {
  const child = fork(script, [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const { url } = await hear(child, 'ready');
  return {
    url,
    records: createRemoteRecords(child),
    async stopAt(moment, saves) {
      order(child, { type: 'stopAt', moment });
      await hear(child, 'stopped', ({ count }) => count === saves);
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The same functions, each answered by the other process. */
function createRemoteRecords(child: ChildProcess): Records {
  let count = 0;
  const call = async (what: string, args: readonly string[]) => {
    count += 1;
    const id = count;
    const answered = hear(child, 'read', (report) => report.id === id);
    order(child, { type: 'read', id, what, args });
    return (await answered).answer;
  };
  return new Proxy({} as Records, {
    get:
      (_records, what) =>
      (...args: readonly string[]) =>
        call(String(what), args),
  });
}

function order(child: ChildProcess, message: Order): void {
  child.send(message);
}

type ReportOf<Type extends Report['type']> = Extract<Report, { type: Type }>;

/** The next report of this type. Rejects when the process ends before it comes. */
function hear<Type extends Report['type']>(
  child: ChildProcess,
  type: Type,
  isMeant: (report: ReportOf<Type>) => boolean = () => true,
): Promise<ReportOf<Type>> {
  return new Promise((resolve, reject) => {
    const listen = (report: Report) => {
      if (report.type !== type || !isMeant(report as ReportOf<Type>)) return;
      stop();
      resolve(report as ReportOf<Type>);
    };
    const end = (code: number | null) => {
      stop();
      reject(new Error(`The server has ended (${code ?? 'killed'}) and said no “${type}”.`));
    };
    const stop = () => child.off('message', listen).off('exit', end);
    child.on('message', listen).on('exit', end);
  });
}
