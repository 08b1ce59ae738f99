import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { openOutgoingDesk, type Written } from '../../../test/outgoing/desk.ts';
import type { Database } from '../../storage/database.ts';
import { openDesk } from '../test/desk.fixture.ts';

export type Headers = Record<string, string>;

async function openWritingDesk(db: Database) {
  const desk = await openOutgoingDesk(db, new Date());
  const line = await desk.addInbox('line');
  const server = await openDesk(db, { connectors: createFakeNetwork().connectors() });
  const agent = (await server.signIn(desk.workspaceId, 'agent')).headers;
  const lead = (await server.signIn(desk.workspaceId, 'lead')).headers;
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) =>
    server.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const dora = (name = `Dora ${randomUUID().replaceAll(/[-\d]/g, '')}`) =>
    desk.customerWrites(line, { name, text: 'Where is my parcel?' });
  const upload = async (headers: Headers) => {
    const body =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nhello\r\n--x--\r\n';
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const made = await server.http.inject({
      method: 'POST',
      url: '/api/media',
      headers: { ...headers, ...type },
      payload: body,
    });
    return String(made.json().id);
  };
  const answer = (to: Written, more: object = {}) => ({
    id: randomUUID(),
    way: `reply:${to.threadId}`,
    text: 'On its way.',
    readAtSeq: 1e6,
    ...more,
  });
  return { desk, server, agent, lead, ask, dora, upload, answer };
}

/**
 * A desk with one inbox, somebody who answers, somebody who leads, and customers who write, for all tests of a block. It
 * is empty until they begin.
 */
export function writingDesk(open: () => Promise<Database>): Awaited<ReturnType<typeof openWritingDesk>> {
  const made = {} as Awaited<ReturnType<typeof openWritingDesk>>;
  beforeAll(async () => {
    Object.assign(made, await openWritingDesk(await open()));
  });
  afterAll(() => made.server.close());
  return made;
}
