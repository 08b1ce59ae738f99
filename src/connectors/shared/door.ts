/**
 * Whether a network's webhook may well come in at a desk like this one. Without `callbackUrl`, the address that is
 * surely ours, its shape decides: whoever connects an inbox for the first time has none yet.
 *
 * @param family as in `WebhookSource.family`
 */
export function isOurDoor(webhookUrl: string, family: string, callbackUrl: string | undefined): boolean {
  if (callbackUrl !== undefined) return isSameAddress(webhookUrl, callbackUrl);
  const path = URL.parse(webhookUrl)?.pathname ?? '';
  return /\/webhooks\//.test(path) && path.endsWith(`/${family}`);
}

/** Whether two writings are one address: networks give back host names as they like to write them. */
export const isSameAddress = (one: string, other: string): boolean =>
  one === other || (URL.canParse(one) && URL.parse(one)?.href === URL.parse(other)?.href);

/** An address to be shown or kept in words: what stands before the host or behind the path is often a secret. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  return url === null || url.origin === 'null' ? 'an address that is none' : `${url.origin}${url.pathname}`;
}
