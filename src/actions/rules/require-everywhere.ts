import { CareError } from '../../core/errors.ts';
import type { Who } from '../who.ts';

/** A rule acts in every inbox, so only whoever works in all of them decides about it. */
export function requireEverywhere({ inboxes }: Who): void {
  if (inboxes)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'A rule acts in every inbox. Only somebody who works in all of them can change rules.',
    );
}
