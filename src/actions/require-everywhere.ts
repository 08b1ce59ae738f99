import { CareError } from '../core/errors.ts';
import type { Principal } from './who.ts';

/** What holds for every inbox is decided by those who work in all of them. Throws `not_allowed_here`. */
export function requireEverywhere({ inboxes }: Pick<Principal, 'inboxes'>): void {
  if (inboxes)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'This holds for every inbox. Only somebody who works in all of them can change it.',
    );
}
