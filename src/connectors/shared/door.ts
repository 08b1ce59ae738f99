/**
 * Whether a network's webhook may well come in at a desk like this one. Without `callbackUrl`, the address that is
 * surely ours, its shape decides: whoever connects an inbox for the first time has none yet.
 *
 * @param family as in `WebhookSource.family`
 */
export function isOurDoor(webhookUrl: string, family: string, callbackUrl: string | undefined): boolean {
  if (callbackUrl !== undefined) return webhookUrl === callbackUrl;
  const path = URL.parse(webhookUrl)?.pathname ?? '';
  return /\/webhooks\//.test(path) && path.endsWith(`/${family}`);
}
