import type { MessageEvent } from '../../core/channel/event.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Own } from '../../core/learning/own.ts';
import type { Hear, Heard, LetPass } from '../../core/listening/hear.ts';
import type { ListeningRule } from '../../core/listening/listening-rule.ts';
import type { ParsedEntry, Placed } from './parse-entries.ts';

/** What a workspace listens for, and how it is heard. */
export interface Listening {
  readonly rulesOf: (workspaceId: WorkspaceId) => Promise<readonly ListeningRule[]>;
  readonly hear: Hear;
}

/** Which rules want what somebody said without saying it to us. */
export interface Overheard {
  readonly heard: readonly Heard[];
  /** By the rules' ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Why none of them wants it, in words; empty where one does. */
  readonly passed: string;
}

export const isOverheard = (placed: Placed): placed is Placed<MessageEvent> =>
  placed.event.kind === 'message' && placed.event.isOverheard === true;

/** Asks every rule. Outside of any transaction, behind the reading of it. */
export function hearEntry(
  entry: ParsedEntry,
  rules: readonly ListeningRule[],
  hear: Hear | undefined,
  own: Own | null,
): ParsedEntry {
  if (!hear) return entry;
  return {
    ...entry,
    placed: entry.placed.map((placed) =>
      isOverheard(placed) ? { ...placed, overheard: askAll(placed, rules, hear, own) } : placed,
    ),
  };
}

function askAll(placed: Placed<MessageEvent>, rules: readonly ListeningRule[], hear: Hear, own: Own | null): Overheard {
  const post = {
    text: placed.event.content.text,
    language: placed.understood?.language.code ?? null,
    inboxId: placed.inbox.id,
    understood: placed.understood ?? null,
  };
  const heard: Heard[] = [];
  const passed: LetPass[] = [];
  for (const rule of rules) {
    const answer = hear(rule, post, own?.triggers ?? null);
    // What is found of others never becomes work by itself, whatever its rule says.
    if ('because' in answer) heard.push(rule.boardKind === 'competitor' ? { ...answer, becomes: 'board' } : answer);
    else passed.push(answer);
  }
  return {
    heard,
    names: new Map(
      rules.filter(({ id }) => heard.some(({ ruleId }) => ruleId === id)).map(({ id, name }) => [id, name]),
    ),
    passed: heard.length > 0 ? '' : whyNobody(passed),
  };
}

/** The nearer a rule came to hearing it, the more its reason says. */
const NEARNESS: readonly LetPass['why'][] = ['excluded', 'no_trigger', 'language', 'no_brand', 'source'];
const REASONS: Readonly<Record<LetPass['why'], string>> = {
  excluded: 'excluded',
  no_trigger: 'nothing in it that calls for care',
  language: 'in a language that no rule listens for',
  no_brand: 'it does not name what is listened for',
  source: 'no rule listens with this account',
};

function whyNobody(passed: readonly LetPass[]): string {
  const nearest = passed.toSorted((a, b) => NEARNESS.indexOf(a.why) - NEARNESS.indexOf(b.why))[0];
  if (!nearest) return 'no listening rule is on';
  const reason = nearest.why === 'excluded' ? `excluded by “${nearest.word ?? ''}”` : REASONS[nearest.why];
  return `no listening rule wants it: ${reason}`;
}
