import type { RawWebhook } from '../../core/channel/connector.ts';
import { isSigned } from '../meta/signature.ts';
import type { InstagramCredentials } from './credentials.ts';

/**
 * With the login of Instagram it is the Instagram app secret that signs, with that of Facebook the app secret. Which one
 * was filled in where is easily mixed up, so either is taken.
 */
export function isAuthentic(
  request: RawWebhook,
  { appSecret, otherSecret }: Pick<InstagramCredentials, 'appSecret' | 'otherSecret'>,
): boolean {
  if (isSigned(request, { appSecret })) return true;
  return otherSecret !== '' && isSigned(request, { appSecret: otherSecret });
}
