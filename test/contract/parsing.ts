import { describe, expect, it } from 'vitest';
import type { ParseContext, RawEntry } from '../../src/core/channel/connector.ts';
import { tryPayloads } from './try-payloads.ts';
import type { ContractWorld } from './world.ts';

/** Repeatable: the same mutations in every run, so a failure is a bug and never the weather. */
const SEED = 20261122;
/** As many as a second or two has room for; `npm run bench -- payloads` tries a million. */
const PAYLOADS = 1_500;

/** Parsing and the credential form: what holds without any network. */
export function describeParsing(getWorld: () => ContractWorld): void {
  const parse = async (entry: RawEntry, context: ParseContext) => getWorld().connector.parse(entry, context);

  describe('parsing', () => {
    it('reads every fixture as what it says', async () => {
      expect(getWorld().fixtures.length).toBeGreaterThan(0);
      for (const { name, entry, context, kinds } of getWorld().fixtures) {
        const events = await parse(entry, context);
        expect(
          events.map(({ kind }) => kind),
          name,
        ).toEqual(kinds);
      }
    });

    it('ignores what it does not know, with a reason', async () => {
      const unknown = getWorld().fixtures.filter(({ name }) => name.startsWith('unknown'));
      expect(unknown).not.toHaveLength(0);
      for (const { name, entry, context } of unknown) {
        const events = await parse(entry, context);
        expect(events, name).not.toHaveLength(0);
        for (const event of events)
          expect(event, name).toMatchObject({ kind: 'ignored', why: expect.stringMatching(/\S/) });
      }
    });

    it('is pure: the same entry gives the same events, and is left as it was', async () => {
      for (const { name, entry, context } of getWorld().fixtures) {
        const before = Uint8Array.from(entry.body);
        expect(await parse(entry, context), name).toEqual(await parse(entry, context));
        expect(Uint8Array.from(entry.body), name).toEqual(before);
      }
    });

    it('never throws, and gives only what can be filed, whatever the body is', async () => {
      const { connector, fixtures } = getWorld();
      const { failures } = await tryPayloads(connector, fixtures, { seed: SEED, count: PAYLOADS, enough: 5 });
      expect(failures).toEqual([]);
    });
  });

  describe('credentials', () => {
    it('are taken from a well filled form', () => {
      const { connector, credentials } = getWorld();
      expect(connector.credentials.parse(credentials)).toMatchObject({ ok: true });
    });

    it('name the field that is missing', () => {
      const { connector, credentials } = getWorld();
      for (const field of connector.credentials.fields) {
        expect(field.label, field.name).toMatch(/\S/);
        expect(field.help, field.name).toMatch(/\S/);
        if (field.optional || field.initial !== undefined || field.kind === 'toggle') continue;
        const result = connector.credentials.parse({ ...(credentials as object), [field.name]: '' });
        expect(result.ok, field.name).toBe(false);
        if (!result.ok) expect(result.errors.map((error) => error.field)).toContain(field.name);
      }
    });

    it.each([[null], ['words'], [7], [[]], [{}]])('do not throw on %j', (input) => {
      const result = getWorld().connector.credentials.parse(input);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.errors).not.toHaveLength(0);
    });
  });
}
