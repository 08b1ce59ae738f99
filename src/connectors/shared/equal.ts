import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are one, in a time that says nothing about where they differ or how long the wanted one is. */
export function isEqual(given: string | Uint8Array, wanted: string | Uint8Array): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
}
