import { createHmac } from 'node:crypto';
import { openCourier } from '../courier.ts';
import { serve } from '../loopback/serve.ts';
import { noFaults } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { createCalls, tikTokError } from './calls.ts';
import { openTikTokNetwork } from './network.ts';
import type { Comment, State } from './state.ts';

export interface TikTokOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly port?: number;
  readonly appId: string;
  readonly appSecret: string;
  readonly refreshToken: string;
  readonly rotates?: boolean;
  readonly businessId: string;
  readonly name: string;
  readonly username: string;
  readonly videos: readonly string[];
}
interface News {
  readonly action: string;
  readonly comment: Comment;
  readonly at: Date;
}
/** Ever more rarely for 72 hours, there. */
const TRIES = 20;

/** The videos of one business account on TikTok, what is said below them, and the webhooks that tell of it. */
export async function startTikTok(options: TikTokOptions) {
  const random = seeded(options.seed);
  const faults = noFaults();
  const state: State = { videos: [], comments: [], callbackUrl: null };

  const courier = openCourier<News>({
    faults,
    random,
    most: 1,
    tries: TRIES,
    isReady: () => state.callbackUrl !== null,
    async deliver([news], _attempt, signal) {
      if (!news || state.callbackUrl === null) return false;
      const body = bodyOf(news, options);
      const t = Math.floor(options.now().getTime() / 1_000);
      const s = createHmac('sha256', options.appSecret).update(`${t}.${body}`).digest('hex');
      const headers = {
        'content-type': 'application/json',
        'tiktok-signature': `t=${t},s=${s}`,
        'webhook-schema-version': '1.0',
        'x-tt-logid': '2026112200000000',
      };
      try {
        const within = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
        const response = await fetch(state.callbackUrl, { method: 'POST', headers, body, signal: within });
        await response.arrayBuffer();
        return response.status === 200;
      } catch {
        return false;
      }
    },
  });

  const business = openTikTokNetwork({
    ...options,
    state,
    faults,
    tell: (action, comment) => courier.push({ action, comment, at: options.now() }),
    settled: () => courier.settled(),
  });
  const { url, close } = await serve({
    port: options.port,
    faults,
    random,
    isSpared: ({ pathname }) => pathname.includes('/oauth2/'),
    route: createCalls({ ...options, state, faults, random, business, onSubscribed: courier.wake }),
    broken: () => tikTokError(50000, 'System error.').reply,
    limited: () => tikTokError(40100, 'Requests made too frequently.').reply,
  });
  async function closeAll(): Promise<void> {
    await courier.close();
    await close();
  }
  return { network: { ...business.network, close: closeAll }, state, url, close: closeAll };
}

/** The inside is JSON in a text, with numbers past 2^53 in it that no quotes keep whole. */
function bodyOf({ action, comment, at }: News, { appId, businessId }: TikTokOptions): string {
  const timestamp = Math.floor(at.getTime() / 1_000);
  const { id, video, parent, by } = comment;
  const content = [
    `"comment_id":${id}`,
    `"video_id":${video.id}`,
    `"parent_comment_id":${parent?.id ?? 0}`,
    `"comment_type":"${parent ? 'reply' : 'comment'}"`,
    `"comment_action":"${action}"`,
    `"timestamp":${timestamp}`,
    `"unique_identifier":${JSON.stringify(by ? `id_${by.id}` : 'id_business')}`,
  ].join(',');
  return JSON.stringify({
    client_key: appId,
    event: 'comment.update',
    create_time: timestamp,
    user_openid: businessId,
    content: `{${content}}`,
  });
}
