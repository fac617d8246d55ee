import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lockDataDir } from '../../adapters/lowdb/data-dir-lock.ts';
import { beginConversation } from '../adapters/echo-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the program', () => {
  let dataDir: string;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'help-center-main-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(dataDir, { recursive: true });
  });

  const spawnMain = (environment: Record<string, string>) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', DATA_DIR: dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return child;
  };
  const runToEnd = async (environment: Record<string, string>) => {
    const child = spawnMain(environment);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.stdout.resume();
    const [code] = await once(child, 'close');
    return { code, errors };
  };

  test('ends with every fault of its configuration', async () => {
    const { code, errors } = await runToEnd({ PORT: 'x', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(errors.trim().split('\n')).toEqual([
      'The configuration has 2 fault(s):',
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^LOG_LEVEL: /),
    ]);
  });

  test('ends with one line where DATA_DIR belongs to another', async () => {
    const lock = await lockDataDir(dataDir);
    const { code, errors } = await runToEnd({});
    await lock.release();
    expect(code).toBe(1);
    expect(errors).toMatch(/^DATA_DIR: .+ in use by another running server\. .+\n$/);
  });

  test('ends with one line where PORT is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { code, errors } = await runToEnd({ PORT: String((other.address() as AddressInfo).port) });
    other.close();
    expect(code).toBe(1);
    expect(errors).toMatch(/^PORT: .+ in use by another program\. .+\n$/);
  });

  /** Says it to a server with these settings, and returns all that was logged until the server has stopped. */
  const logOf = async (utterance: string, environment: Record<string, string>) => {
    const child = spawnMain(environment);
    const lines: Record<string, unknown>[] = [];
    const port = new Promise<number>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const entry = JSON.parse(line) as Record<string, unknown>;
        lines.push(entry);
        if (entry['msg'] === 'listening') resolve(Number(entry['port']));
      });
    });
    child.stderr.resume();
    const customer = await beginConversation(`http://127.0.0.1:${await port}`);
    await customer.say(utterance);
    await customer.readUntil(2);
    child.kill('SIGTERM');
    await once(child, 'close');
    return { lines, conversationId: customer.conversationId };
  };

  test('logs why a turn was answered as it was where LOG_EXPLANATIONS is on', async () => {
    const { lines, conversationId } = await logOf('do my points expierd', { LOG_EXPLANATIONS: 'on' });
    expect(lines).toContainEqual(
      expect.objectContaining({
        level: 30,
        msg: 'explained a turn',
        conversationId,
        language: 'en',
        decisions: [
          expect.objectContaining({
            decision: 'answer',
            ids: ['points.validity'],
            asked: expect.objectContaining({
              text: 'do my points expierd',
              corrections: [{ typed: 'expierd', read: 'expired' }],
              matched: expect.objectContaining({ id: 'points.validity' }),
              runnerUp: expect.objectContaining({ score: expect.any(Number) }),
              weighedMost: expect.arrayContaining([
                { feature: expect.any(String), weight: expect.any(Number) },
              ]),
              gate: expect.arrayContaining([{ signal: 'score', value: expect.any(Number) }]),
              thresholds: { answerAt: expect.any(Number), clarifyAt: expect.any(Number) },
            }),
          }),
        ],
      }),
    );
  });

  test('logs nothing that a customer wrote where it is off, at any level', async () => {
    const { lines } = await logOf('do my points expierd', { LOG_LEVEL: 'trace' });
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/expierd|expired/);
  });

  test('stops in good order when it is asked to', async () => {
    const child = spawnMain({});
    child.stderr.resume();
    await once(child.stdout, 'data');
    child.stdout.resume();
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
    await (await lockDataDir(dataDir)).release();
  });
});
