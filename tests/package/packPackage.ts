import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/readSource.ts';

export interface Packed {
  /** The tarball, in a folder of its own. */
  file: string;
  folder: string;
  data: Uint8Array<ArrayBuffer>;
  /** Bytes of the tarball. */
  size: number;
  /** By their paths in the package. */
  files: string[];
}

/** Packs what is built, as `npm publish` does. */
export function packPackage(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'subscriber-card-pack-'));
  const parameters = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const said = execFileSync('npm', parameters, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answer: unknown = JSON.parse(said);
  // A list in npm 10 and 11, an object by name in 12.
  const [packed] = Object.values(answer as Record<string, { filename: string; files: { path: string }[] }>);
  if (!packed) throw new Error(`npm pack has packed nothing: ${said}`);
  const file = join(folder, packed.filename);
  const data = new Uint8Array(readFileSync(file));
  return { file, folder, data, size: data.length, files: packed.files.map(({ path }) => path).sort() };
}
