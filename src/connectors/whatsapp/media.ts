import { z } from 'zod';
import type { MediaPlace } from '../../core/channel/connector.ts';
import { Trouble } from '../../core/channel/connector.ts';
import type { Graph } from '../meta/graph.ts';
import { webUrl } from '../shared/shapes.ts';
import { asBusiness, type WhatsAppCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';

const Media = z.object({ url: webUrl });

/**
 * Where a file is just now: the address is good for 5 minutes and wants the token too, and the file itself is kept for
 * 7 days. Source: Meta, Cloud API "Media"; read 2026-11.
 */
export async function placeOfMedia(
  graph: Graph,
  mediaId: string,
  credentials: WhatsAppCredentials,
): Promise<MediaPlace | null> {
  const answer = await graph(
    {
      method: 'GET',
      path: encodeURIComponent(mediaId),
      // So that Meta looks whether the file came to this number.
      query: { phone_number_id: credentials.phoneNumberId },
    },
    asBusiness(credentials),
  );
  if (answer.kind !== 'ok') return nothingOr(answer);
  const media = Media.safeParse(answer.body);
  if (!media.success) throw new Trouble('unavailable', 'WhatsApp did not say where the file is.');
  // The host of the files is said to refuse callers that do not look like a browser. Source: whatsapp-api-js 6.3; read 2026-11.
  const headers = {
    authorization: `Bearer ${credentials.accessToken}`,
    'user-agent': 'Mozilla/5.0 (compatible; Earshot)',
  };
  return { url: media.data.url, headers };
}
