import { z } from 'zod';
import { type MediaPlace, Trouble } from '../../core/channel/connector.ts';
import type { Line } from './call.ts';
import type { LineCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';

const Prepared = z.object({ status: z.enum(['processing', 'succeeded', 'failed']) });
const STILL_MS = 10_000;

/**
 * Where a picture, video, recording or file of a message lies. Large ones LINE prepares first, and says so only where
 * it is asked about that; for what needs no preparing it knows of none.
 *
 * @throws Trouble `unavailable` while it is being prepared
 */
export async function findMedia(
  line: Line,
  messageId: string,
  credentials: LineCredentials,
): Promise<MediaPlace | null> {
  const path = `/v2/bot/message/${encodeURIComponent(messageId)}/content`;
  const asked = await line.call({ method: 'GET', path: `${path}/transcoding`, isData: true }, credentials);
  const isAnswered = asked.kind === 'ok' || (asked.kind === 'error' && (asked.status === 400 || asked.status === 404));
  if (!isAnswered) return nothingOr(asked);
  const status = asked.kind === 'ok' ? Prepared.safeParse(asked.body).data?.status : undefined;
  if (status === 'processing') throw new Trouble('unavailable', 'LINE is still preparing this file.', STILL_MS);
  if (status === 'failed') return null;
  const place = await line.place(path, credentials);
  return place.kind === 'placed' ? { url: place.url, headers: place.headers } : nothingOr(place);
}
