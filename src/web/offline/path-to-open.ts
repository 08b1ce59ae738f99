/**
 * What the worker tells a page that is open: where to go. A foreign address is nowhere. Shares nothing with the
 * worker's own modules: what both need would become a file of its own, which a worker cannot read.
 */
export function pathToOpen(data: unknown, origin: string): string | null {
  if (typeof data !== 'object' || data === null || !('open' in data) || typeof data.open !== 'string') return null;
  if (!URL.canParse(data.open, origin)) return null;
  const address = new URL(data.open, origin);
  return address.origin === origin ? address.pathname + address.search : null;
}
