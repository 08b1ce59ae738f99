import type { RawEntry } from '../../core/channel/connector.ts';
import { readMail } from './read-mail.ts';

/** One attachment's bytes out of a stored mail; empty when the mail has no such part. */
export async function extractPart(entry: RawEntry, part: number): Promise<Uint8Array> {
  const mail = await readMail(entry.body, ({ index }) => index === part, Number.POSITIVE_INFINITY);
  return mail.parts[part]?.bytes ?? new Uint8Array();
}
