import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { channelsDocument } from '../../scripts/channels/document.ts';
import { NOT_CONNECTED } from '../../src/connectors/not-connected.ts';
import { createConnectors } from '../../src/connectors/registry.ts';
import { abilitiesOf } from '../../src/core/channel/matrix.ts';

const connectors = [...createConnectors().values()];
const document = new URL('../../docs/channels.md', import.meta.url);

describe('what each network can do', () => {
  it('stands in the documents as the connectors say it: `npm run channels` writes it anew', () => {
    expect(readFileSync(document, 'utf8')).toBe(channelsDocument(connectors, NOT_CONNECTED));
  });

  it.each(connectors.map((connector) => [connector.channel, connector] as const))('%s says why not', (_, connector) => {
    const { hears, acts, more } = abilitiesOf(connector);
    for (const { what, isPossible, why } of [...hears, ...acts, ...more])
      if (!isPossible || why !== null) expect(why, what).toMatch(/^[A-Z].*\w.*[.!?)]$/s);
    expect(connector.proof.by).toMatch(/\S+ \S+/);
  });

  it.each(connectors.map(({ channel }) => channel))('%s has a page that says how it is connected', (channel) => {
    expect(existsSync(new URL(`../../src/connectors/${channel}/README.md`, import.meta.url))).toBe(true);
  });
});
