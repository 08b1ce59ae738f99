import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two signatures are one, in a time that says nothing about where they differ. */
export function isEqual(given: string, wanted: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
}
