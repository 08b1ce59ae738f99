import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import type { MediaRow } from '../../storage/conversations/about-messages.ts';
import type { Attachment } from '../../wire/messages.ts';

/** An attachment as filing keeps it. Soft: a row that an older version wrote is shown as far as it is understood. */
const Stored = z.looseObject({
  kind: z.string().catch('unsupported'),
  mediaId: z.string().nullish().catch(null),
  name: z.string().nullish().catch(null),
  mimeType: z.string().nullish().catch(null),
  sizeBytes: z.number().nullish().catch(null),
  title: z.string().nullish().catch(null),
  href: z.string().nullish().catch(null),
  alt: z.string().nullish().catch(null),
});

export function showAttachments(stored: Json | undefined, media: ReadonlyMap<string, MediaRow>): Attachment[] {
  const list = z.array(Stored).safeParse(stored ?? []);
  return (list.data ?? []).map((one) => {
    const file = one.mediaId ? media.get(one.mediaId) : undefined;
    return {
      kind: one.kind,
      mediaId: file?.id ?? null,
      state: file?.state ?? 'none',
      name: file?.name ?? one.name ?? null,
      mimeType: file?.mimeType ?? one.mimeType ?? null,
      sizeBytes: file?.sizeBytes ?? one.sizeBytes ?? null,
      title: one.title ?? null,
      href: webAddress(one.href),
      alt: one.alt ?? null,
      detail: file?.detail ?? null,
    };
  });
}

/** What a customer's message links to is clicked by an agent: only web addresses are, never a script. */
function webAddress(href: string | null | undefined): string | null {
  if (!href || !URL.canParse(href)) return null;
  const { protocol } = new URL(href);
  return ['https:', 'http:', 'mailto:', 'tel:', 'geo:'].includes(protocol) ? href : null;
}
