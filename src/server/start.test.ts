import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../test/free-port.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Program {
  readonly child: ChildProcess;
  readonly said: string[];
  /** Resolves with the first line that matches; fails when the program ends before. */
  line(like: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

function run(env: Record<string, string>): Program {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, EARSHOT_PRACTICE: '0', EARSHOT_LOG: 'error', ...env },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const waiting: { like: RegExp; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      for (const one of waiting) if (one.like.test(line)) one.resolve(line);
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  void ended.then(() => {
    for (const { reject } of waiting) reject(new Error(said.join('\n')));
  });
  return {
    child,
    said,
    ended,
    line: (like) =>
      new Promise((resolve, reject) => {
        const already = said.find((line) => like.test(line));
        if (already) resolve(already);
        else waiting.push({ like, resolve, reject });
      }),
  };
}

describe('the program', () => {
  let folder = '';
  let taken: Server;
  let port = '';
  const programs: Program[] = [];
  const go = (env: Record<string, string> = {}) => {
    const program = run({ EARSHOT_DATA: folder, EARSHOT_PORT: port, ...env });
    programs.push(program);
    return program;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-program-'));
    taken = createServer();
    await once(taken.listen(0, '127.0.0.1'), 'listening');
    port = String(await freePort());
  });
  afterAll(async () => {
    for (const { child, ended } of programs) {
      child.kill('SIGKILL');
      await ended;
    }
    taken.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('starts on nothing, gives the first owner a link, and ends at once when asked to', async () => {
    const program = go();
    const link = /(http\S+)$/.exec(await program.line(/Sign in/))?.[1] ?? '';
    const { origin, searchParams } = new URL(link);
    const health = await (await fetch(`${origin}/health`)).json();
    expect(health).toMatchObject({ ok: true, worker: { ok: true } });

    const signedIn = await fetch(`${origin}/api/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: searchParams.get('token') }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await fetch(`${origin}/api/me`, { headers: { cookie } })).json()).toMatchObject({
      agent: { role: 'owner' },
      workspace: { slug: 'main', isPractice: false },
    });
    expect((await fetch(`${origin}/api/practice`, { headers: { cookie } })).status).toBe(404);
    expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600);

    const second = go({ EARSHOT_PORT: '4100' });
    expect(await second.ended).toBe(1);
    expect(second.said.join()).toContain('is in use by the server');

    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/changes`);
    await once(socket, 'error'); // no cookie: refused, and no reason to wait
    const asked = performance.now();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(program.said.join('\n')).not.toMatch(/did not close|Error/);
  });

  it('gives a new link while the owner has no password yet, and keeps its key', async () => {
    const key = await readFile(join(folder, 'key'), 'utf8');
    const program = go();
    await program.line(/Sign in/);
    expect(await readFile(join(folder, 'key'), 'utf8')).toBe(key);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
  });

  it.each([
    {
      when: 'the port is taken',
      env: () => ({ EARSHOT_PORT: String((taken.address() as { port: number }).port) }),
      says: 'set EARSHOT_PORT',
    },
    { when: 'a setting is wrong', env: () => ({ EARSHOT_PORT: 'many' }), says: 'EARSHOT_PORT must be' },
    {
      when: 'it would be open to the world',
      env: () => ({ EARSHOT_HOST: '0.0.0.0', EARSHOT_URL: 'https://care.example.com' }),
      says: 'EARSHOT_SECRET must be set',
    },
  ])('says in a sentence what to do when $when', async ({ env, says }) => {
    const program = go(env());
    expect(await program.ended).toBe(1);
    expect(program.said.join('\n')).toContain(says);
    expect(program.said.join('\n')).not.toMatch(/^\s+at /m);
  });
});
