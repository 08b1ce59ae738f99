import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let admin: Awaited<ReturnType<Desk['signIn']>>;
  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
    admin = await desk.signIn(workspace, 'admin');
  });
  afterAll(() => desk.close());

  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers = admin.headers,
  ) => {
    const answer = await desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, text: answer.body, ...answer.json() };
  };
  const wish = (more: object = {}) => ({
    id: randomUUID(),
    name: 'Orders',
    url: 'https://orders.example/hook',
    events: ['message.received'],
    ...more,
  });

  it('shows its secret once, and to nobody afterwards', async () => {
    const made = await send('POST', '/api/hooks', wish());
    expect(made).toMatchObject({ status: 201, hook: { name: 'Orders', isOn: true, failed: 0 } });
    expect(made.secret.length).toBeGreaterThan(40);
    const listed = await send('GET', '/api/hooks');
    expect(listed.text).not.toContain(made.secret);
    const renewed = await send('POST', `/api/hooks/${made.hook.id}/secret`);
    expect(renewed.secret).not.toBe(made.secret);
    const audit = await send('GET', '/api/audit?act=hook.');
    expect(audit.items.map(({ act }: { act: string }) => act)).toEqual(['hook.secret_changed', 'hook.made']);
    expect(audit.text).not.toContain(renewed.secret);
  });

  it.each([
    { what: 'an address inside', more: { url: 'https://10.1.2.3/' }, code: 'bad_address' },
    { what: 'no address', more: { url: 'x' }, code: 'bad_address' },
    { what: 'an event that there is not', more: { events: ['message.eaten'] }, code: 'invalid' },
    { what: 'no event', more: { events: [] }, code: 'invalid' },
  ])('refuses $what', async ({ more }) => {
    const answer = await send('POST', '/api/hooks', wish(more));
    expect(answer.status).toBe(400);
  });

  it('is one when it was sent twice', async () => {
    const body = wish();
    expect((await send('POST', '/api/hooks', body)).status).toBe(201);
    expect(await send('POST', '/api/hooks', body)).toMatchObject({ status: 409, code: 'id_taken' });
  });

  it('is not there for another workspace', async () => {
    const { hook } = await send('POST', '/api/hooks', wish());
    const { headers } = await desk.signIn(await desk.makeWorkspace('other'), 'owner');
    for (const [method, url] of [
      ['PATCH', `/api/hooks/${hook.id}`],
      ['DELETE', `/api/hooks/${hook.id}`],
      ['POST', `/api/hooks/${hook.id}/secret`],
      ['POST', `/api/hooks/${hook.id}/test`],
      ['POST', `/api/hooks/${hook.id}/replay`],
      ['GET', `/api/hooks/${hook.id}/deliveries`],
    ] as const)
      expect(await send(method, url, method === 'GET' || method === 'DELETE' ? undefined : {}, headers)).toMatchObject({
        code: 'no_such_hook',
      });
  });

  it('tests, shows it in the log, and is not tested while it is off', async () => {
    const { hook } = await send('POST', '/api/hooks', wish());
    const { deliveryId } = await send('POST', `/api/hooks/${hook.id}/test`);
    expect((await send('GET', `/api/hooks/${hook.id}/deliveries`)).items).toMatchObject([
      { id: deliveryId, event: 'webhook.test', state: 'waiting', attempts: 0, body: null },
    ]);
    await send('PATCH', `/api/hooks/${hook.id}`, { isOn: false });
    expect(await send('POST', `/api/hooks/${hook.id}/test`)).toMatchObject({ code: 'hook_is_off' });
  });

  it('are twenty at most', async () => {
    const { headers } = await desk.signIn(await desk.makeWorkspace('full'), 'owner');
    const all = await Promise.all(Array.from({ length: 22 }, () => send('POST', '/api/hooks', wish(), headers)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(all.filter(({ code }) => code === 'too_many_hooks')).toHaveLength(2);
  });
});
