import { z } from 'zod';
import type { OutgoingAttachment, SendOutcome } from '../../core/channel/outgoing.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import { outcomeOf } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { id } from '../shared/shapes.ts';

const Made = z.object({ id });

/**
 * Puts pictures on the Page without showing them, so that the act itself is one small call: when an upload breaks off,
 * nothing has been said yet and it may be tried again.
 */
export async function uploadPhotos(
  graph: Graph,
  attachments: readonly OutgoingAttachment[],
  credentials: MetaCredentials,
): Promise<{ readonly ids: readonly string[] } | { readonly outcome: SendOutcome }> {
  const ids: string[] = [];
  for (const attachment of attachments) {
    const form = new FormData();
    form.set('published', 'false');
    if (attachment.alt) form.set('alt_text_custom', attachment.alt);
    // Without a content type Meta answers with a permissions error.
    form.set(
      'source',
      new Blob([Uint8Array.from(await attachment.read())], { type: attachment.mimeType }),
      attachment.name,
    );
    const answer = await graph(
      { method: 'POST', path: `${credentials.pageId}/photos`, body: form },
      asPage(credentials),
    );
    if (answer.kind !== 'ok') return { outcome: outcomeOf(answer, true) };
    const made = Made.safeParse(answer.body);
    if (!made.success)
      return {
        outcome: { kind: 'try_later', afterMs: 15_000, detail: 'Facebook took the picture, but gave it no id.' },
      };
    ids.push(made.data.id);
  }
  return { ids };
}
