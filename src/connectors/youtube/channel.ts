import type { YouTube, YouTubeFailure } from './api.ts';
import { Channel, listIn } from './shapes.ts';

export type OwnChannel =
  | { readonly kind: 'found'; readonly channel: Channel }
  /** The Google account has none, or it is not complete. */
  | { readonly kind: 'none' }
  | YouTubeFailure;

/** The channel that was picked when the owner signed in. */
export async function ownChannel(youtube: YouTube): Promise<OwnChannel> {
  const query = { part: 'snippet,contentDetails,statistics', mine: 'true' };
  const answer = await youtube({ method: 'GET', path: 'channels', query });
  if (answer.kind === 'failed') return answer;
  const [first] = listIn(answer.body).items;
  const channel = Channel.safeParse(first).data;
  return channel ? { kind: 'found', channel } : { kind: 'none' };
}
