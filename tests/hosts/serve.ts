import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Served {
  url: string;
  stop(): Promise<void>;
}

/** Starts a program that says its own address, and waits until it does. */
export async function serve(
  file: string,
  parameters: readonly string[],
  folder: string,
  env = production(),
): Promise<Served> {
  // A group of its own: what it has started ends with it.
  const child = spawn(process.execPath, [file, ...parameters], {
    cwd: folder,
    env,
    detached: true,
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(plain(said))?.[0];
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`${file} has ended: ${said}`)));
  });
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** A test's own environment would have React's development build bundled. */
export function production(): NodeJS.ProcessEnv {
  const { VITEST, TEST, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
}

/** Without what colours it. */
function plain(text: string): string {
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '');
}
