import { createPrivateKey, type KeyObject } from 'node:crypto';

/** The file that Apple gives, however its lines came through the form. Null when it is no key for ES256. */
export function readPrivateKey(file: string): KeyObject | null {
  const inside = /-----BEGIN PRIVATE KEY-----([\s\S]+?)-----END PRIVATE KEY-----/.exec(file)?.[1];
  if (inside === undefined) return null;
  try {
    const key = createPrivateKey({
      key: Buffer.from(inside.replace(/\\n|\s/g, ''), 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}
