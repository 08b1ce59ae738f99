/**
 * Whose address it is, as far as it tells one visitor from another: one IPv4 address, or the 64 bits of an IPv6 address
 * that a household gets. Of the other 64 anybody has as many as they like.
 */
export function neighbourhoodOf(address: string): string {
  const bare = address.replace(/%.*$/, '').toLowerCase();
  const [, dressed] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare) ?? [];
  if (dressed || !bare.includes(':')) return dressed ?? bare;
  const [head = '', tail = ''] = bare.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const gap = bare.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0;
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::`;
}
