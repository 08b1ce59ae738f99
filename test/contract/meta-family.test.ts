import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createConnectors } from '../../src/connectors/registry.ts';

const family = [...createConnectors().values()].filter(({ webhook }) => webhook?.family === 'meta');

/** One app of Meta's may serve all of them at one address, so each is handed what is meant for another. */
describe('a webhook of Meta', () => {
  it.each([
    { of: ['facebook', 'messenger'], file: 'whatsapp/fixtures/feed_of_facebook', object: 'page' },
    { of: ['whatsapp'], file: 'whatsapp/fixtures/text', object: 'whatsapp_business_account' },
  ])('about a "$object" is left alone by everybody but $of', async ({ of, file, object }) => {
    expect(family.map(({ channel }) => channel)).toEqual(expect.arrayContaining(of));
    const body = readFileSync(new URL(`../../src/connectors/${file}.json`, import.meta.url));
    expect(JSON.parse(body.toString())).toMatchObject({ object });
    for (const { channel, parse } of family) {
      if (of.includes(channel)) continue;
      const context = { account: null, settings: {}, receivedAt: new Date('2026-11-18T12:00:00Z') };
      expect(await parse({ source: 'webhook', headers: {}, body }, context), channel).toEqual([]);
    }
  });

  it('that nobody reads is not silent', async () => {
    const body = Buffer.from(JSON.stringify({ object: 'instagram', entry: [] }));
    const context = { account: null, settings: {}, receivedAt: new Date('2026-11-18T12:00:00Z') };
    for (const { channel, parse } of family)
      expect(await parse({ source: 'webhook', headers: {}, body }, context), channel).toMatchObject([
        { kind: 'ignored' },
      ]);
  });
});
