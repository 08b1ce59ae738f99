import { createHmac } from 'node:crypto';
import { type MetaNetworks, startMeta } from '../../src/simulators/meta/index.ts';

/** The app and the Page of the documents' own examples. */
export const META = {
  pageId: '104477880011223',
  pageAccessToken: 'EAApageTokenA',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};

/** A Graph API for the product to be connected to. */
export function startGraph(): Promise<MetaNetworks> {
  const { appId, appSecret, verifyToken, pageId, pageAccessToken } = META;
  const pages = [{ id: pageId, name: 'Lindqvist Outdoor', token: pageAccessToken }];
  return startMeta({ seed: 1, now: () => new Date(), appId, appSecret, verifyToken, pages });
}

/** As Meta writes a body: what is not ASCII is escaped, in small letters. */
export const metaJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const signatureOf = (body: string): string =>
  `sha256=${createHmac('sha256', META.appSecret).update(body).digest('hex')}`;
