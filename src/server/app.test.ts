import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../test/database.ts';
import { beat } from '../storage/heartbeats.ts';
import { newId } from '../storage/new-id.ts';
import { readConfig } from './config.ts';
import { type Desk, openDesk } from './test/desk.fixture.ts';

describe('the server', () => {
  let folder = '';
  let desk: Desk;
  let end: () => Promise<void>;
  let clock = new Date('2026-11-22T10:00:00Z');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Desk</title>');
    await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'export {}');
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    const opened = await openEmbedded();
    end = opened.end;
    const config = { url: 'https://care.example.com' };
    desk = await openDesk(opened.db, { webFolder: folder, callsPerMinute: 20, config, now: () => clock });
  });
  afterAll(async () => {
    await desk.close();
    await end();
    await rm(folder, { recursive: true, force: true });
  });
  const get = (url: string, headers: Record<string, string> = {}) => desk.http.inject({ url, headers });

  it.each(['/', '/conversations/1', '/sign-in?token=1.x', '/ledger'])(
    'gives the page at %s, never from a stale cache',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(answer.body).toContain('<title>Desk</title>');
    },
  );

  it('gives hashed files for good', async () => {
    const answer = await get('/assets/app-1a2b.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
  });

  it.each(['/assets/../../../etc/passwd', '/assets/..%2f..%2fetc%2fpasswd', '/..%2fpackage.json', '//etc/passwd'])(
    'gives nothing from beside the folder: %s',
    async (url) => {
      const answer = await get(url);
      expect(answer.body).not.toContain('root:');
      expect(answer.body).not.toContain('"dependencies"');
    },
  );

  it.each(['/api', '/api/nothing', '/webhooks/x', '/media', '/health/x'])(
    'says so where nothing is: %s',
    async (url) => {
      const answer = await get(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'no_such_address']);
    },
  );

  it('lets a page run nothing but its own files', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age='),
      'referrer-policy': 'same-origin',
    });
  });

  it('behind TLS its cookie is one that no other site can set or read', async () => {
    const workspace = await desk.makeWorkspace('secure');
    const { headers } = await desk.signIn(workspace, 'agent');
    expect(headers.cookie).toMatch(/^__Host-earshot=/);
    expect((await get('/api/me', headers)).statusCode).toBe(200);
  });

  it('health tells whether the worker lives, and no secret', async () => {
    expect((await get('/health')).json()).toMatchObject({ ok: false, worker: { ok: false }, database: { ok: true } });
    const life = { process: newId<string>(), role: 'worker', startedAt: clock };
    await desk.deps.db.alone((tx) => beat(tx, life, clock));
    expect((await get('/health')).json()).toEqual({
      ok: true,
      database: { ok: true, kind: 'pglite', schema: expect.any(Number) },
      ledger: { waiting: 0 },
      worker: { ok: true, seenAt: clock.toISOString() },
    });
    clock = new Date(clock.getTime() + 60_000);
    expect((await get('/health')).json()).toMatchObject({ ok: false, worker: { ok: false } });
  });

  it('says which field is wrong and why', async () => {
    const workspace = await desk.makeWorkspace('fields');
    const { headers } = await desk.signIn(workspace, 'owner');
    const answer = await desk.http.inject({
      method: 'POST',
      url: '/api/agents',
      headers,
      payload: { name: '', email: 'x', role: 'agent' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'invalid_input',
      message: 'name: A name is needed. email: This is not an e-mail address.',
      details: { fields: [{ field: 'name' }, { field: 'email' }] },
    });
  });

  it('a session that calls without end is slowed, and nobody else', async () => {
    const workspace = await desk.makeWorkspace('busy');
    const [wild, calm] = await Promise.all([desk.token(workspace), desk.token(workspace)]);
    const calls = await Promise.all(Array.from({ length: 25 }, () => get('/api/agents', wild)));
    expect(calls.filter(({ statusCode }) => statusCode === 429)).toHaveLength(5);
    expect(calls.find(({ statusCode }) => statusCode === 429)?.json()).toMatchObject({ code: 'too_many' });
    expect((await get('/api/agents', calm)).statusCode).toBe(200);
  });

  it('nobody tries to get in without end', async () => {
    const knock = (remoteAddress: string) =>
      desk.http.inject({ method: 'POST', url: '/api/session/link', payload: { token: 'made-up-link' }, remoteAddress });
    const answers: number[] = [];
    for (let at = 0; at < 32; at += 1) answers.push((await knock('192.0.2.7')).statusCode);
    expect(answers).toEqual([...Array(30).fill(401), 429, 429]);
    expect((await knock('192.0.2.8')).statusCode).toBe(401);
  });

  it('a fault of ours tells nothing of our insides', async () => {
    const { db, end: endBroken } = await openEmbedded();
    const broken = await openDesk(db);
    const headers = await broken.token(await broken.makeWorkspace('broken'));
    await endBroken();
    const answer = await broken.http.inject({ url: '/api/agents', headers });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({ code: 'internal', message: 'Something went wrong here. It was logged.' });
    expect((await broken.http.inject('/health')).statusCode).toBe(503);
    await broken.http.close().catch(() => undefined);
  });

  it('without a built web app it says what to do', async () => {
    expect(readConfig({}).url).toBe('http://127.0.0.1:4100');
    const opened = await openEmbedded();
    const bare = await openDesk(opened.db, { webFolder: join(folder, 'nowhere') });
    expect((await bare.http.inject('/')).json()).toMatchObject({ code: 'not_built' });
    await bare.close();
    await opened.end();
  });
});
