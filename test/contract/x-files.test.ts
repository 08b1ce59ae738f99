import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { ida } from './lab.ts';
import { lab, ours, reply, send, withX } from './x-lab.ts';

withX();

const file = (mimeType: string, bytes: Uint8Array, rest: Partial<OutgoingAttachment> = {}): OutgoingAttachment => ({
  name: 'file',
  mimeType,
  sizeBytes: bytes.length,
  read: async () => bytes,
  ...rest,
});
describe('files', () => {
  it.each([
    {
      of: 'four pictures',
      files: () => Array.from({ length: 4 }, () => file('image/png', randomBytes(90), { alt: 'A lid' })),
    },
    { of: 'a GIF', files: () => [file('image/gif', randomBytes(90), { alt: 'Steam' })] },
    { of: 'a film in parts', files: () => [file('video/mp4', randomBytes(9_000_000))] },
  ])('a post carries $of', async ({ files }) => {
    const event = await lab.hear('wall', 'Show me');
    const all = files();
    expect(await send(reply(event, 'Here', all))).toMatchObject({ kind: 'accepted' });
    const [post] = ours().toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const sent = await Promise.all(all.map(({ read }) => read()));
    expect(post?.media.map(({ bytes }) => Buffer.from(bytes).equals(Buffer.from(sent.shift()!)))).toEqual(
      all.map(() => true),
    );
    expect(post?.media.map(({ alt }) => alt)).toEqual(all.map(({ alt }) => alt));
  });

  it.each([
    { of: 'five pictures', files: () => Array.from({ length: 5 }, () => file('image/png', randomBytes(9))) },
    { of: 'a film and a picture', files: () => [file('video/mp4', randomBytes(9)), file('image/png', randomBytes(9))] },
    { of: 'a text', files: () => [file('text/plain', randomBytes(9))] },
    { of: 'a picture of 6 MB', files: () => [file('image/png', randomBytes(9), { sizeBytes: 6_000_000 })] },
  ])('a post does not carry $of, and nothing is sent', async ({ files }) => {
    const event = await lab.hear('wall', 'Show me');
    const before = ours().length;
    lab.calls.length = 0;
    expect(await send(reply(event, 'Here', files()))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect([ours().length, lab.calls]).toEqual([before, []]);
  });

  it('nothing is said when a file could not be put there, and it is tried again', async () => {
    const event = await lab.hear('wall', 'Show me');
    const before = ours().length;
    lab.network.faults.failAfterAccept = 1;
    expect(await send(reply(event, 'Here', [file('image/png', randomBytes(9))]))).toMatchObject({ kind: 'try_later' });
    expect(ours()).toHaveLength(before);
  });

  it('of a private line are fetched with the keys of the account, from X only', async () => {
    const bytes = randomBytes(50);
    const attachment = { name: 'lid.png', mimeType: 'image/png', bytes };
    await lab.network.say(ida, { place: 'direct', text: 'Look', attachment });
    const event = (await lab.arrived()).find((one) => one.kind === 'message');
    const source = event?.kind === 'message' ? event.content.attachments[0]?.source : undefined;
    if (source?.kind !== 'ask') throw new Error('not to be asked for');
    const place = await lab.connector.media!(source.id, lab.credentials, lab.account);
    if (!place || !('url' in place)) throw new Error('no place');
    expect((await fetch(place.url)).status).toBe(401);
    const answer = await fetch(place.url, { headers: { ...place.headers } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    await expect(lab.connector.media!('https://x.com.evil.test/a', lab.credentials, lab.account)).rejects.toMatchObject(
      {
        kind: 'misconfigured',
      },
    );
  });

  it('a direct message carries one picture', async () => {
    const event = await lab.hear('direct', 'Show me');
    const pictures = [file('image/png', randomBytes(9)), file('image/png', randomBytes(9))];
    expect(await send(reply(event, '', pictures))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect(await send(reply(event, '', pictures.slice(1)))).toMatchObject({ kind: 'accepted' });
  });
});
