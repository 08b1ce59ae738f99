import type { Connector } from '../../src/core/channel/connector.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Fixture } from '../../test/contract/try-payloads.ts';

/** Makes the `nth` message that is like a recorded one, and another: with an id, a person, words and a time of its own. */
export type Unlike = (nth: number, person: number) => Uint8Array;

/**
 * Finds out which letters of a recorded message name it, its author, its words and its time, by trying: what is
 * replaced counts only where the connector then reads just that as another. Null: no message that can be told from it.
 */
export async function unlike({ parse }: Pick<Connector<unknown>, 'parse'>, fixture: Fixture): Promise<Unlike | null> {
  const { entry, context } = fixture;
  const read = async (text: string): Promise<MessageEvent | null> => {
    const [event, ...others] = await parse({ ...entry, body: Buffer.from(text, 'latin1') }, context);
    return event?.kind === 'message' && others.length === 0 ? event : null;
  };
  const text = Buffer.from(entry.body).toString('latin1');
  const recorded = await read(text);
  if (!recorded) return null;
  const steps: { readonly part: string; readonly by: 'nth' | 'person'; readonly shape: Shape }[] = [];
  const write = (nth: number, person: number) => {
    let made = text;
    for (const { part, by, shape } of steps)
      made = made.replaceAll(whole(part), () => shape(part, by === 'nth' ? nth : person));
    return made;
  };
  /** Keeps the first replacement that makes another of what `of` reads, and leaves what was changed before. */
  const vary = async (
    of: (event: MessageEvent) => string,
    by: 'nth' | 'person',
    shapes: readonly (readonly [string, Shape])[],
  ) => {
    for (const [part, shape] of shapes) {
      if (!whole(part).test(text) || steps.some((step) => step.part === part)) continue;
      steps.push({ part, by, shape });
      const [one, other] = [await read(write(7, 7)), await read(write(8, 8))];
      const isAnother = one && other && of(one) !== of(other) && isAlike(one, recorded) && isAlike(other, recorded);
      if (isAnother && (steps.length === 1 || one.id !== other.id)) return true;
      steps.pop();
    }
    return false;
  };
  if (!(await vary(({ id }) => id, 'nth', partsOf(recorded.id)))) return null;
  const idOf = ({ author }: MessageEvent) => (author.kind === 'contact' ? author.person.id : '');
  await vary(idOf, 'person', partsOf(idOf(recorded)));
  await vary(({ sentAt }) => sentAt.toISOString(), 'nth', timesOf(recorded.sentAt));
  await vary(({ content }) => content.text, 'nth', wordsOf(recorded.content.text));
  return (nth, person) => Buffer.from(write(nth, person), 'latin1');
}

type Shape = (part: string, number: number) => string;

/** The same place, and no less known of it than was. */
const isAlike = (one: MessageEvent, other: MessageEvent) =>
  one.account === other.account &&
  one.author.kind === other.author.kind &&
  one.thread.kind === other.thread.kind &&
  one.thread.reach === other.thread.reach &&
  one.isPartial === other.isPartial;

const whole = (part: string) =>
  new RegExp(`(?<![A-Za-z0-9])${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9])`, 'g');

/** What an id is made of, the last first: networks put the place before the thing. */
const partsOf = (id: string) => (id.match(/[A-Za-z0-9]+/g) ?? []).toReversed().map((part) => [part, numbered] as const);

/** As long as it was where it is long; digits in the place of digits. */
const numbered: Shape = (part, number) => {
  const digits = String(number).padStart(7, '0');
  if (part.length <= digits.length) return `1${digits}`;
  return part.slice(0, part.length - digits.length) + digits;
};

function timesOf(at: Date): (readonly [string, Shape])[] {
  const seconds = Math.floor(at.getTime() / 1000);
  return [
    [String(at.getTime()), (_, number) => String(at.getTime() + number * 1000)],
    [String(seconds), (_, number) => String(seconds + number)],
    [at.toISOString().slice(0, 19), (_, number) => new Date(at.getTime() + number * 1000).toISOString().slice(0, 19)],
  ];
}

/** Another word in the place of the longest one that is plain letters. */
function wordsOf(text: string): (readonly [string, Shape])[] {
  const words = (text.match(/[A-Za-z]{3,}/g) ?? []).toSorted((a, b) => b.length - a.length);
  return words.map((word) => [word, (_, number) => word + letters(number)] as const);
}
const letters = (number: number): string =>
  String(number % 1000).replace(/\d/g, (digit) => 'aeioubdfgk'[Number(digit)] ?? '');
