import type { Author, Person } from '../../core/channel/event.ts';
import type { ExternalIdentityId } from '../../core/ids.ts';
import type { Profile } from './lexicon.ts';

/** The DID names a person for good, on every server; handles change, and a broken one reads `handle.invalid`. */
export function personOf({ did, handle, displayName, avatar, followersCount }: Profile): Person {
  return {
    id: did as ExternalIdentityId,
    scope: '',
    ...(displayName?.trim() ? { name: displayName.trim() } : {}),
    ...(handle === 'handle.invalid' || handle === '' ? {} : { handle }),
    ...(avatar === undefined ? {} : { avatarUrl: avatar }),
    ...(followersCount === undefined ? {} : { followers: followersCount }),
  };
}

export const contactOf = (profile: Profile): Author => ({ kind: 'contact', person: personOf(profile) });

/** Automated accounts label themselves; only their own word counts. */
export const isBot = ({ did, labels }: Profile): boolean =>
  labels?.some(({ val, src }) => val === 'bot' && src === did) ?? false;
