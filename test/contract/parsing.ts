import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParseContext, RawEntry } from '../../src/core/channel/connector.ts';
import type { ContractWorld } from './world.ts';

/** Repeatable: the same mutations in every run, so a failure is a bug and never the weather. */
const SEED = 20261122;

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

    it('never throws, whatever the body is', async () => {
      const { fixtures } = getWorld();
      const [first] = fixtures;
      if (!first) throw new Error('no fixtures');
      const fixture = fc.constantFrom(...fixtures);
      const garbage = fc.oneof(
        fc.constant(new Uint8Array()),
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map(bytes),
        fc.string().map(bytes),
      );
      const mutated = fc
        .tuple(fixture, fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 20 }))
        .map(([{ entry }, at, cut, filling]) => splice(entry.body, at, cut, filling));
      const twisted = fc
        .tuple(fixture, fc.nat(), fc.jsonValue())
        .map(([{ entry }, at, value]) => twist(entry.body, at, value));
      await fc.assert(
        fc.asyncProperty(fixture, fc.oneof(garbage, mutated, twisted), async ({ entry, context }, body) => {
          for (const event of await parse({ ...entry, body }, context)) {
            if (event.kind === 'message') expect(Number.isNaN(event.sentAt.getTime())).toBe(false);
          }
        }),
        { seed: SEED, numRuns: 400 },
      );
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

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function splice(body: Uint8Array, at: number, cut: number, filling: Uint8Array): Uint8Array {
  const start = body.length === 0 ? 0 : at % body.length;
  return Uint8Array.from([
    ...body.subarray(0, start),
    ...filling,
    ...body.subarray(Math.min(body.length, start + cut)),
  ]);
}

/** Puts a foreign value at one place of a JSON body: well-formed, and not what was promised. */
function twist(body: Uint8Array, at: number, value: unknown): Uint8Array {
  let root: unknown;
  try {
    root = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return splice(body, at, 1, bytes(JSON.stringify(value)));
  }
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(root);
  const place = places[at % Math.max(1, places.length)];
  if (place) place[0][place[1]] = value;
  return bytes(JSON.stringify(root));
}
