import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** npm writes this file last, so a broken install does not count as one. */
const INSTALLED = join(import.meta.dirname, 'node_modules', '.package-lock.json');

/** Installs the libraries from their own lock file where that has not been done yet. No package's scripts are run. */
export function installLibraries(): void {
  if (existsSync(INSTALLED)) return;
  process.stderr.write('Installing the libraries to measure beside, once (200 MB) ...\n');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-progress'], {
    cwd: import.meta.dirname,
    // Standard output is for the tables.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The libraries could not be installed; see above.');
}
