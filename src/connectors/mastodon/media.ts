import { z } from 'zod';
import type { OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import { refused } from '../shared/refused.ts';
import { id } from '../shared/shapes.ts';
import type { Api } from './api.ts';
import type { Limits } from './instance.ts';
import { outcomeOf } from './outcome.ts';

type NotSent = Exclude<SendOutcome, { kind: 'accepted' }>;
const Uploaded = z.object({ id });
const LOOKS = 20;

export function filesProblem(files: readonly OutgoingAttachment[], limits: Limits): NotSent | null {
  if (files.length > limits.maxFiles)
    return refused('bad_attachment', `This server takes at most ${limits.maxFiles} files in a post.`);
  for (const { name, mimeType, sizeBytes } of files) {
    const [kind] = mimeType.split('/');
    const isKnown = limits.mimeTypes
      ? limits.mimeTypes.includes(mimeType)
      : ['image', 'video', 'audio'].includes(kind ?? '');
    if (!isKnown) return refused('bad_attachment', `This server does not take "${name}": it is ${mimeType}.`);
    const max = kind === 'image' ? limits.imageBytes : limits.videoBytes;
    if (sizeBytes > max)
      return refused(
        'bad_attachment',
        `"${name}" is bigger than the ${Math.floor(max / 1_000_000)} MB that this server takes.`,
      );
  }
  return null;
}

/** Nothing has been said yet when this fails, so it may be tried again. */
export async function uploadAll(
  api: Api,
  files: readonly OutgoingAttachment[],
  pause: (ms: number) => Promise<void>,
): Promise<readonly string[] | NotSent> {
  const ids: string[] = [];
  for (const file of files) {
    const form = new FormData();
    form.set('file', new Blob([Uint8Array.from(await file.read())], { type: file.mimeType }), file.name);
    if (file.alt) form.set('description', file.alt);
    const answer = await api.send('POST', '/api/v2/media', form);
    if (answer.kind !== 'ok') return outcomeOf(answer, true);
    const uploaded = Uploaded.safeParse(answer.body).data;
    if (!uploaded) return notReady(file.name);
    if (answer.status === 202) {
      const problem = await untilReady(api, uploaded.id, file.name, pause);
      if (problem) return problem;
    }
    ids.push(uploaded.id);
  }
  return ids;
}

/** Big ones are worked on for a while (206), and cannot be posted before. */
async function untilReady(
  api: Api,
  mediaId: string,
  name: string,
  pause: (ms: number) => Promise<void>,
): Promise<NotSent | null> {
  for (let look = 0; look < LOOKS; look += 1) {
    const answer = await api.get(`/api/v1/media/${encodeURIComponent(mediaId)}`);
    if (answer.kind !== 'ok') return outcomeOf(answer, true);
    if (answer.status === 200) return null;
    await pause(Math.min(2_000, 200 * (look + 1)));
  }
  return notReady(name);
}

const notReady = (name: string): NotSent => ({
  kind: 'try_later',
  afterMs: 30_000,
  detail: `The server is not done with "${name}" yet.`,
});
