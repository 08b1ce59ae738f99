import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { fileAddresses } from './file-address.ts';

const DAY = 86_400_000;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

eachDatabase((open) => {
  describe('the address of a file that a network fetches', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    let other: WorkspaceId;
    let mediaId: MediaId;
    let clock = Date.now();
    beforeAll(async () => {
      desk = await openDesk(await open(), { now: () => new Date(clock) });
      workspace = await desk.makeWorkspace('harbor');
      other = await desk.makeWorkspace('elsewhere');
      const { headers } = await desk.signIn(workspace, 'agent');
      const form = new FormData();
      form.set('file', new Blob([PNG], { type: 'image/png' }), 'jäcket front.png');
      const request = new Request('http://desk.test', { method: 'POST', body: form });
      const answer = await desk.http.inject({
        method: 'POST',
        url: '/api/media',
        headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
      mediaId = answer.json().id;
    });
    afterAll(() => desk.close());

    const address = (of = workspace) =>
      fileAddresses(desk.deps)(of, { mediaId, name: 'jäcket front.png' }, desk.deps.now()).slice(
        desk.deps.config.url.length,
      );
    const get = (url: string) => desk.http.inject(url);

    it('opens it for whoever has the address, without a login, under a name that says what it is', async () => {
      expect(address()).toMatch(/\.png$/);
      const answer = await get(address());
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
      expect(answer.rawPayload).toEqual(PNG);
      expect(answer.headers['content-security-policy']).toContain('sandbox');
    });

    it.each([
      [
        'a key that was changed',
        () => address().replace(/\/([\w-]{10})/g, (part) => part.split('').reverse().join('')),
      ],
      ['no key', () => address().replace(/\/[\w-]{40,}\//, '/x/')],
      ['a key of another workspace', () => address(other)],
      [
        'a key of another workspace, for this one',
        () => address(other).replace(`/files/${other}/`, `/files/${workspace}/`),
      ],
      ['another file', () => address().replace(mediaId, '018f0000-0000-7000-8000-000000000000')],
    ])('%s opens nothing', async (_, url) => {
      expect((await get(url())).statusCode).toBeGreaterThanOrEqual(400);
    });

    it('opens nothing any more after two days', async () => {
      const url = address();
      clock += 2 * DAY - 1;
      expect((await get(url)).statusCode).toBe(200);
      clock += 2;
      expect((await get(url)).json()).toMatchObject({ code: 'no_such_file' });
    });
  });
});
