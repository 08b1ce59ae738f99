import type { Json } from '../../core/ids.ts';

/** What is kept with a message to act on it again. Nothing is kept of direct messages. */
export interface Remote {
  /** The top-level comment under which it stands: answers hang there only. */
  readonly top?: string;
  /** The advertisement below which it was written. */
  readonly ad?: string;
  readonly isLive?: boolean;
  /** In somebody else's place: named in a comment, in a caption, or tagged in the picture. `ours`: our answer there. */
  readonly mention?: 'comment' | 'caption' | 'tag' | 'ours';
  readonly link?: string;
}

export function remoteOf(kept: Json): Remote {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const { top, ad, isLive, mention, link } = kept as Readonly<Record<string, Json>>;
  return {
    ...(typeof top === 'string' ? { top } : {}),
    ...(typeof ad === 'string' ? { ad } : {}),
    ...(isLive === true ? { isLive } : {}),
    ...(mention === 'comment' || mention === 'caption' || mention === 'tag' || mention === 'ours' ? { mention } : {}),
    ...(typeof link === 'string' ? { link } : {}),
  };
}

export type Spot = 'comment' | 'mention' | 'direct';

/** Comments and media have numbers, direct messages have not. */
export const spotOf = (target: { readonly id: string; readonly remote: Json }): Spot =>
  remoteOf(target.remote).mention ? 'mention' : /^\d+$/.test(target.id) ? 'comment' : 'direct';
