import type { Connector } from '../core/channel/connector.ts';
import { createApi } from './api/index.ts';
import { createAppStore } from './app_store/index.ts';
import { createBluesky } from './bluesky/index.ts';
import { createChat } from './chat/index.ts';
import { createEmail } from './email/index.ts';
import { createFacebook } from './facebook/index.ts';
import { createGooglePlay } from './google_play/index.ts';
import { createGoogleReviews } from './google_reviews/index.ts';
import { createInstagram } from './instagram/index.ts';
import { createLine } from './line/index.ts';
import { createLinkedIn } from './linkedin/index.ts';
import { createMastodon } from './mastodon/index.ts';
import { createMessenger } from './messenger/index.ts';
import { createPhone } from './phone/index.ts';
import { createReddit } from './reddit/index.ts';
import { createTelegram } from './telegram/index.ts';
import { createTikTok } from './tiktok/index.ts';
import { createViber } from './viber/index.ts';
import { createWhatsApp } from './whatsapp/index.ts';
import { createX } from './x/index.ts';
import { createYouTube } from './youtube/index.ts';

/** Every channel of this program, by its name. */
export type Connectors = ReadonlyMap<string, Connector>;

export interface ConnectorOptions {
  /** Other addresses than the networks' own, by channel (`meta` for Meta's Graph API): simulated networks. */
  readonly urls?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

export function createConnectors({ urls = {}, now }: ConnectorOptions = {}): Connectors {
  const clock = now ? { now } : {};
  const graph = urls.meta ? { graphUrl: urls.meta } : {};
  const all: readonly Connector[] = [
    known(createFacebook(graph)),
    known(createMessenger({ ...graph, ...clock })),
    known(createInstagram({ ...(urls.instagram ? { baseUrl: urls.instagram } : {}), ...clock })),
    known(createEmail(clock)),
    known(createBluesky(clock)),
    known(createMastodon({ ...clock, ...(urls.mastodon ? { baseUrl: urls.mastodon } : {}) })),
    known(createTelegram({ ...clock, ...(urls.telegram ? { baseUrl: urls.telegram } : {}) })),
    known(createChat()),
    known(createPhone()),
    known(createApi({ ...clock, ...(urls.api ? { baseUrl: urls.api } : {}) })),
    known(createViber({ ...clock, ...(urls.viber ? { baseUrl: urls.viber } : {}) })),
    known(createWhatsApp({ ...clock, ...(urls.whatsapp ? { baseUrl: urls.whatsapp } : {}) })),
    known(createReddit({ ...clock, ...(urls.reddit ? { baseUrl: urls.reddit } : {}) })),
    known(createYouTube({ ...clock, ...(urls.youtube ? { baseUrl: urls.youtube } : {}) })),
    known(createGoogleReviews({ ...clock, ...(urls.google_reviews ? { baseUrl: urls.google_reviews } : {}) })),
    known(createAppStore({ ...clock, ...(urls.app_store ? { baseUrl: urls.app_store } : {}) })),
    known(createGooglePlay({ ...clock, ...(urls.google_play ? { baseUrl: urls.google_play } : {}) })),
    known(createX({ ...clock, ...(urls.x ? { baseUrl: urls.x } : {}) })),
    known(createLine({ ...clock, ...(urls.line ? { baseUrl: urls.line } : {}) })),
    known(createLinkedIn({ ...clock, ...(urls.linkedin ? { baseUrl: urls.linkedin } : {}) })),
    known(createTikTok({ ...clock, ...(urls.tiktok ? { baseUrl: urls.tiktok } : {}) })),
  ];
  return new Map(all.map((connector) => [connector.channel, connector]));
}

/**
 * Outside of its folder nobody knows the shape of a connector's credentials. What is passed in is always what its own
 * form parsed, so forgetting the type loses nothing.
 */
function known<Credentials>(connector: Connector<Credentials>): Connector {
  return connector as Connector<unknown> & Connector<Credentials>;
}
