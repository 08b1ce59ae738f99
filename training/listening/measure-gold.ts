import { understand } from '../../src/actions/understanding/understand.ts';
import { createHear, type OverheardPost } from '../../src/core/listening/hear.ts';
import type { Care } from '../../src/core/listening/listening-rule.ts';
import { KINDS, type Kind } from '../../src/core/understanding/understood.ts';
import { type Language, readGold } from '../corpus.ts';
import { INBOX, RULES } from './rules.ts';

/** What a rule of one brand hears of messages by others, who never saw the lists of words. 0 to 1. */
export interface GoldHeard {
  readonly needs: number;
  readonly complaints: number;
  readonly questions: number;
  /** Praise and chatter, which want nothing from anybody. */
  readonly idle: number;
}

/** @returns what counts as a call for care, for each way: the gold set is put behind the name of a brand and read once */
export function goldIn(language: Language): (care: Care) => GoldHeard {
  const [rule] = RULES;
  if (!rule) throw new Error('There is no rule to listen by.');
  const hear = createHear();
  const lines = readGold(language).map(({ kind, text }) => ({ kind: KINDS[kind], post: postOf(text, language) }));
  return (care) => {
    const asked = { ...rule, care, without: [] };
    const share = (...kinds: readonly Kind[]) => {
      const some = lines.filter(({ kind }) => kind !== undefined && kinds.includes(kind));
      return some.filter(({ post }) => 'because' in hear(asked, post, null)).length / some.length;
    };
    return {
      needs: share('complaint', 'question'),
      complaints: share('complaint'),
      questions: share('question'),
      idle: share('compliment', 'chatter'),
    };
  };
}

function postOf(said: string, language: Language): OverheardPost {
  const text = `Fjell ${said.replaceAll('{brand}', 'Fjell')}`;
  const understood = understand(text, { isPrivate: false, likelyLanguage: null, rating: null });
  return { text, language, inboxId: INBOX, understood };
}
