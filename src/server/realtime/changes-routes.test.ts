import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { recordChanges } from '../../storage/changes.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

const BLIND = '0192a000-0000-7000-8000-00000000b11d';

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
  });
  afterAll(() => desk.close());

  /** A socket and the next thing it hears. */
  const connect = async (query: string, headers: Record<string, string>) => {
    const said: unknown[] = [];
    const waiting: ((text: unknown) => void)[] = [];
    const socket = await desk.http.injectWS(
      `/api/changes${query}`,
      { headers },
      {
        onInit: (fresh: { on(event: 'message', heard: (bytes: Buffer) => void): void }) =>
          fresh.on('message', (bytes) => {
            const one = JSON.parse(bytes.toString());
            const next = waiting.shift();
            if (next) next(one);
            else said.push(one);
          }),
      },
    );
    const hear = () => new Promise((resolve) => (said.length > 0 ? resolve(said.shift()) : waiting.push(resolve)));
    return {
      hear,
      unheard: () => said,
      onClose: (closed: (code: number) => void) => void socket.on('close', closed),
      end: () => socket.terminate(),
    };
  };
  const change = () =>
    desk.deps.db.transaction((tx) =>
      recordChanges(tx, workspace, [{ kind: 'inbox', conversationId: null }], new Date()),
    );

  it('needs somebody who may read conversations', async () => {
    await expect(connect('', {})).rejects.toThrow('401');
    await expect(connect('', await desk.token(workspace, ['inboxes.read']))).rejects.toThrow('403');
  });

  it('refuses a page of somebody else', async () => {
    const { headers } = await desk.signIn(workspace, 'agent');
    const foreign = { ...headers, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    await expect(connect('', foreign)).rejects.toThrow('403');
  });

  it('tells what is committed, and after a cut what was missed', async () => {
    const { headers } = await desk.signIn(workspace, 'viewer');
    const first = await connect('', headers);
    // That somebody joined was told before, too.
    const { seq } = (await first.hear()) as { readonly seq: number };
    await change();
    expect(await first.hear()).toEqual({ type: 'changes', seq: seq + 1, conversations: [], kinds: ['inbox'] });
    first.end();
    await change();
    const second = await connect(`?since=${seq + 1}`, headers);
    expect(await second.hear()).toEqual({ type: 'hello', seq: seq + 1 });
    expect(await second.hear()).toMatchObject({ type: 'changes', seq: seq + 2 });
    second.end();
  });

  it.each([
    { why: 'was deactivated', method: 'PATCH', url: (id: string) => `/api/agents/${id}`, payload: { isActive: false } },
    { why: 'was signed out', method: 'DELETE', url: (id: string) => `/api/agents/${id}/sessions`, payload: undefined },
    {
      why: 'has a role that reads nothing',
      method: 'PATCH',
      url: (id: string) => `/api/agents/${id}`,
      payload: { roleId: BLIND },
    },
  ] as const)('shows out whoever $why at once, before they hear what came after', async ({ method, url, payload }) => {
    const owner = await desk.signIn(workspace, 'owner');
    const blind = { id: BLIND, name: 'Blind', acts: ['agents.read'] };
    await desk.http.inject({ method: 'POST', url: '/api/roles', headers: owner.headers, payload: blind });
    const leaver = await desk.signIn(workspace, 'agent');
    const line = await connect('', leaver.headers);
    expect(await line.hear()).toMatchObject({ type: 'hello' });
    const closed = new Promise((resolve) => line.onClose(resolve));
    const { headers } = owner;
    const answer = await desk.http.inject({
      method,
      url: url(leaver.agentId),
      headers,
      ...(payload ? { payload } : {}),
    });
    expect(answer.statusCode).toBe(200);
    expect(await closed).toBe(4401);
    await change();
    expect(line.unheard()).toEqual([]);
  });
});
