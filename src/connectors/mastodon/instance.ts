import { z } from 'zod';
import { lenient } from '../shared/shapes.ts';
import type { Api } from './api.ts';
import { DEFAULT_LIMITS } from './capabilities.ts';

const count = lenient(z.number().int().positive());
const Instance = z.object({
  version: lenient(z.string()),
  api_versions: lenient(z.object({ mastodon: lenient(z.number()) })),
  configuration: lenient(
    z.object({
      statuses: lenient(
        z.object({ max_characters: count, max_media_attachments: count, characters_reserved_per_url: count }),
      ),
      media_attachments: lenient(
        z.object({
          supported_mime_types: lenient(z.array(z.string())),
          image_size_limit: count,
          video_size_limit: count,
        }),
      ),
    }),
  ),
});

export interface Limits {
  readonly maxCharacters: number;
  readonly charactersPerUrl: number;
  readonly maxFiles: number;
  readonly imageBytes: number;
  readonly videoBytes: number;
  /** Null: the server does not say. */
  readonly mimeTypes: readonly string[] | null;
  readonly hasQuotes: boolean;
  /** The same post sent twice with one key is one post. */
  readonly knowsKeys: boolean;
}

const KEPT_MS = 3_600_000;
/** Source: Mastodon, "API versions": quotes came with 7 (4.5); read 2026-11. */
const QUOTES_SINCE = 7;
/** Others say "2.7.2 (compatible; Pleroma 2.6)" or a version of their own that begins with 0 or 1, and need not know keys. */
const MASTODON = /^(?:[2-9]|\d\d)\.(?!.*compatible)/i;

/** What a server allows. Where it does not answer, Mastodon's own defaults: the server has the last word anyway. */
export function openLimits(now: () => Date) {
  const kept = new Map<string, { readonly limits: Limits; readonly at: number }>();
  return async (api: Api): Promise<Limits> => {
    const known = kept.get(api.server);
    if (known && now().getTime() - known.at < KEPT_MS) return known.limits;
    const answer = await api.get('/api/v2/instance');
    const instance = answer.kind === 'ok' ? Instance.safeParse(answer.body).data : undefined;
    if (!instance) return known?.limits ?? { ...DEFAULT_LIMITS, mimeTypes: null };
    const { statuses, media_attachments: media } = instance.configuration ?? {};
    const limits: Limits = {
      maxCharacters: statuses?.max_characters ?? DEFAULT_LIMITS.maxCharacters,
      charactersPerUrl: statuses?.characters_reserved_per_url ?? DEFAULT_LIMITS.charactersPerUrl,
      maxFiles: statuses?.max_media_attachments ?? DEFAULT_LIMITS.maxFiles,
      imageBytes: media?.image_size_limit ?? DEFAULT_LIMITS.imageBytes,
      videoBytes: media?.video_size_limit ?? DEFAULT_LIMITS.videoBytes,
      mimeTypes: media?.supported_mime_types ?? null,
      knowsKeys: MASTODON.test(instance.version ?? ''),
      hasQuotes: (instance.api_versions?.mastodon ?? 0) >= QUOTES_SINCE,
    };
    kept.set(api.server, { limits, at: now().getTime() });
    return limits;
  };
}
