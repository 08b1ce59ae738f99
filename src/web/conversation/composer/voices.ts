import { wayKey } from '../../../core/reply/way-key.ts';
import type { Way } from '../../../wire/replying.ts';

/** Who will read it: the world, the two of us, or only we. */
export type Audience = 'public' | 'private' | 'note';
/** The key of the note. */
export const NOTE = 'note';
export interface Voice {
  /** The way's key, or `NOTE`. */
  readonly key: string;
  readonly audience: Audience;
  readonly way: Way | null;
  /** Told apart by the network only where two would look the same. */
  readonly needsChannel: boolean;
}

/** The tabs of the composer: every way of answering, then the note. */
export function voicesOf(ways: readonly Way[], may: { readonly send: boolean; readonly note: boolean }): Voice[] {
  const given = may.send ? ways : [];
  const audiences = given.map(audienceOf);
  const voices = given.map((way, index): Voice => {
    const audience = audienceOf(way);
    return {
      key: way.key,
      audience,
      way,
      needsChannel: audiences.filter((one) => one === audience).length > 1 && audiences.indexOf(audience) !== index,
    };
  });
  return may.note ? [...voices, { key: NOTE, audience: 'note', way: null, needsChannel: false }] : voices;
}

/** What was chosen, by its key. The newest comment is the one answered in private: a newer one takes its place. */
export function voiceOf(voices: readonly Voice[], key: string | null): Voice | null {
  const isPrivateReply = key?.startsWith(wayKey('private_reply', '')) ?? false;
  return (
    voices.find((one) => one.key === key) ??
    (isPrivateReply ? voices.find(({ way }) => way?.kind === 'private_reply') : null) ??
    null
  );
}

/** Where writing begins: the first open way, else the first closed one, so that the reason is read. */
export function firstVoice(voices: readonly Voice[]): Voice | null {
  return voices.find((voice) => voice.way?.isOpen) ?? voices[0] ?? null;
}

/**
 * Where writing goes on after a way that is open once was used: another way to the same readers, where one is open.
 * Never to others by itself: what is meant for one person must not end where all can read it.
 *
 * @param spent the key of the way that was used, until a tab is chosen by hand
 */
export function afterSpent(voices: readonly Voice[], voice: Voice | null, spent: string | null): Voice | null {
  if (voice?.key !== spent || voice?.way?.isOpen !== false) return voice;
  return voices.find((one) => one.audience === voice.audience && one.way?.isOpen) ?? voice;
}

function audienceOf(way: Way): Audience {
  return way.reach === 'owned_private' ? 'private' : 'public';
}
