import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { MediaId, WorkspaceId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { furnish } from '../test/furnished.fixture.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

eachDatabase((open) => {
  describe('media', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    let headers: Record<string, string>;
    beforeAll(async () => {
      desk = await openDesk(await open());
      workspace = await desk.makeWorkspace('pictures');
      headers = (await desk.signIn(workspace, 'agent')).headers;
    });
    afterAll(() => desk.close());
    const get = (url: string, more: object = {}) => desk.http.inject({ url, headers: { ...headers, ...more } });

    function upload(name: string, type: string, bytes: Buffer) {
      const form = Buffer.concat([
        Buffer.from(
          `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n--b--\r\n'),
      ]);
      const contentType = { 'content-type': 'multipart/form-data; boundary=b' };
      return desk.http.inject({
        method: 'POST',
        url: '/api/media',
        headers: { ...headers, ...contentType },
        payload: form,
      });
    }

    it('a picture is taken and shown in place', async () => {
      const made = await upload('κούπα.png', 'image/png', PNG);
      expect(made.statusCode).toBe(201);
      expect(made.json()).toMatchObject({ name: 'κούπα.png', mimeType: 'image/png', sizeBytes: PNG.length });
      const shown = await get(`/media/${made.json().id}`);
      expect(shown.rawPayload).toEqual(PNG);
      expect(shown.headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringContaining(`inline; filename="_____.png"; filename*=UTF-8''%CE%BA`),
        'cache-control': expect.stringContaining('private'),
        'content-security-policy': expect.stringContaining('sandbox'),
      });
    });

    it('a part of it is given to whoever winds', async () => {
      const { id } = (await upload('a.png', 'image/png', PNG)).json();
      const part = await get(`/media/${id}`, { range: 'bytes=1-3' });
      expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
        206,
        'PNG',
        `bytes 1-3/${PNG.length}`,
      ]);
      expect((await get(`/media/${id}`, { range: 'bytes=99-' })).statusCode).toBe(416);
    });

    it.each([
      { what: 'a page', name: 'x.html', type: 'text/html', text: '<script>alert(1)</script>' },
      { what: 'an SVG', name: 'x.svg', type: 'application/octet-stream', text: '<svg onload="x()"/>' },
      { what: 'a paper', name: 'x.pdf', type: 'application/pdf', text: '%PDF-1.7' },
    ])('$what is only ever saved', async ({ name, type, text }) => {
      const { id } = (await upload(name, type, Buffer.from(text))).json();
      const { headers: got } = await get(`/media/${id}`);
      expect(got['content-type']).toBe('application/octet-stream');
      expect(got['content-disposition']).toMatch(/^attachment/);
    });

    it.each([
      {
        what: 'a page called a picture',
        send: () => upload('x.png', 'image/png', Buffer.from('<html>')),
        code: 'not_a_picture',
      },
      {
        what: 'an SVG called a picture',
        send: () => upload('x.svg', 'image/svg+xml', Buffer.from('<svg/>')),
        code: 'not_a_picture',
      },
      { what: 'nothing', send: () => upload('x.txt', 'text/plain', Buffer.alloc(0)), code: 'empty_file' },
      {
        what: 'too much',
        send: () => upload('x.bin', 'application/zip', Buffer.alloc(25 * 1024 * 1024 + 1, 'a')),
        code: 'too_large',
      },
      {
        what: 'no form',
        send: () => desk.http.inject({ method: 'POST', url: '/api/media', headers, payload: {} }),
        code: 'no_file',
      },
    ])('$what is refused in words', async ({ send, code }) => {
      const answer = await send();
      expect([answer.statusCode, answer.json().code]).toEqual([400, code]);
    });

    it('a name that plays tricks is made plain', async () => {
      expect((await upload('../../etc/pass\u202ewd.txt', 'text/plain', Buffer.from('x'))).json().name).toBe(
        'passwd.txt',
      );
    });

    it.each([
      { state: 'wanted', code: 'not_fetched_yet' },
      { state: 'failed', code: 'not_fetched' },
      { state: 'deleted', code: 'deleted' },
      { state: 'stored', code: 'missing' },
    ])('says what is with a file that is $state and not there', async ({ state, code }) => {
      const id = newId<MediaId>();
      await sql`insert into media (workspace_id, id, size_bytes, state, not_before, created_at)
        values (${workspace}, ${id}, 5, ${state}, now(), now())`.execute(desk.deps.db.read);
      const answer = await get(`/media/${id}`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, code]);
    });

    it('a mail is a page of its own that can do nothing', async () => {
      const room = await desk.makeWorkspace('mails');
      const things = await furnish(desk, room);
      const reader = (await desk.signIn(room, 'viewer')).headers;
      const url = things.urlOf({ method: 'GET', url: '/api/messages/:id/html' });
      const page = await desk.http.inject({ url, headers: reader });
      expect(page.body).toContain(`<p>${things.mark}</p>`);
      expect(page.headers['content-security-policy']).toMatch(
        /^sandbox allow-same-origin allow-popups.*default-src 'none'/,
      );
      expect(page.headers['content-security-policy']).not.toContain('allow-scripts');
    });
  });
});
