import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Unpacks the packed browser and prints its path. It runs as a program of its own because the package unpacks into
 * the process's temporary folder, which a test runner does not let a test change. The runtime's name makes the package
 * unpack the shared libraries as well that a bare machine lacks.
 */
const UNPACK = `
  const { default: chromium } = await import('@sparticuz/chromium');
  console.log(await chromium.executablePath());
`;

/** A browser, and how to end it without leaving anything behind. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Starts the browser that comes with the packages, or the one at `CHROMIUM_PATH`. */
export async function launchBrowser(): Promise<LaunchedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'help-center-browser-'));
  try {
    const given = process.env['CHROMIUM_PATH'];
    const browser = await chromium.launch({
      executablePath: given || (await unpackInto(folder)),
      args: FLAGS,
      ...(given ? {} : { env: environmentIn(folder) }),
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function unpackInto(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', NODE_OPTIONS: '' },
  });
  return stdout.trim();
}

/** The loader finds the packed libraries first; the profile and the caches go with the folder. */
function environmentIn(folder: string): Record<string, string> {
  const own = process.env['LD_LIBRARY_PATH'];
  const packed = join(folder, 'al2023', 'lib');
  return {
    ...(process.env as Record<string, string>),
    TMPDIR: folder,
    LD_LIBRARY_PATH: own ? `${own}:${packed}` : packed,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
}
