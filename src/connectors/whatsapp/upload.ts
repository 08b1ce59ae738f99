import { z } from 'zod';
import type { OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import type { Graph } from '../meta/graph.ts';
import { id } from '../shared/shapes.ts';
import { asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { outcomeOf } from './outcome.ts';

const Taken = z.object({ id });

/** Nothing has been said yet when this fails, so it may be tried again. */
export async function upload(
  graph: Graph,
  file: OutgoingAttachment,
  credentials: WhatsAppCredentials,
  attempt: number,
): Promise<{ readonly id: string } | { readonly outcome: SendOutcome }> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.mimeType);
  form.set('file', new Blob([Uint8Array.from(await file.read())], { type: file.mimeType }), file.name);
  const answer = await graph(
    { method: 'POST', path: `${credentials.phoneNumberId}/media`, body: form },
    asBusiness(credentials),
  );
  if (answer.kind !== 'ok') return { outcome: outcomeOf(answer, true, attempt) };
  const taken = Taken.safeParse(answer.body);
  if (taken.success) return { id: taken.data.id };
  return { outcome: { kind: 'try_later', afterMs: 15_000, detail: 'WhatsApp took the file, but gave it no id.' } };
}
