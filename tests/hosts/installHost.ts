import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { manifest } from '../../publicEntries.mjs';

const run = promisify(execFile);

export interface Host {
  /** A folder beside this file: what the host is written in. */
  sources: 'vite' | 'vue' | 'html' | 'next';
  /** What it installs beside the package. */
  packages: Record<string, string>;
}

/** npm could not be reached, and nothing was installed before. */
export class Offline extends Error {}

/**
 * A folder outside of the repository with the packed package installed as npm does it, and the host's sources. What npm
 * fetched stays for the next time; the package itself is always the one given.
 */
export async function installHost({ sources, packages }: Host, tarball: string): Promise<string> {
  const dependencies = { 'subscriber-card': 'file:subscriber-card.tgz', ...packages };
  const folder = toFolder(sources, dependencies);
  const installed = join(folder, 'installed');

  await mkdir(folder, { recursive: true });
  await cp(tarball, join(folder, 'subscriber-card.tgz'));
  if (!existsSync(installed)) {
    const host = { name: 'host', private: true, type: 'module', dependencies };
    await rm(join(folder, 'package-lock.json'), { force: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify(host));
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder }).catch((error: Error) => {
      throw isUnreachable(error) ? new Offline(`npm cannot be reached: ${error.message}`) : error;
    });
    await writeFile(installed, '');
  }
  await unpack(tarball, folder);

  const page = join(folder, 'page');
  await rm(page, { recursive: true, force: true });
  await cp(fileURLToPath(new URL(sources, import.meta.url)), page, { recursive: true });
  return page;
}

/** Where a host stays: another one for whatever else would be installed. */
export function toFolder(name: string, asked: unknown): string {
  const { dependencies, peerDependencies } = manifest;
  const key = createHash('sha256').update(JSON.stringify([asked, dependencies, peerDependencies]));
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'subscriber-card-hosts', `${name}-${key.digest('hex').slice(0, 12)}`);
}

/** Puts the packed package in the place of the one that is installed. */
export async function unpack(tarball: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules/subscriber-card');
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', place]);
}

export function isUnreachable({ message }: Error): boolean {
  return /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/.test(message);
}
