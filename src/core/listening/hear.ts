import type { InboxId } from '../ids.ts';
import type { Own } from '../learning/own.ts';
import { sameTongue } from '../routing/languages.ts';
import type { Understood } from '../understanding/understood.ts';
import { type BrandWord, compileBrand } from './brand-word.ts';
import { compiledCare, wordsFor } from './care-words.ts';
import { type CutPost, cutPost } from './cut-post.ts';
import { findBrand } from './find-brand.ts';
import type { Becomes, Form, ListeningRule } from './listening-rule.ts';
import { type Need, needsOf } from './needs.ts';
import { isQuieted } from './quieted.ts';
import { compileList, findSaid, type Said } from './said.ts';

/** A public post as a listening rule sees it. */
export interface OverheardPost {
  readonly text: string;
  /** BCP 47; null: cannot be told. */
  readonly language: string | null;
  readonly inboxId: InboxId;
  /** Null: nobody read it. */
  readonly understood: Pick<Understood, 'kind' | 'urgency'> | null;
}

/** Why a rule heard a post. `from` and `to` are UTF-16 units of the raw text, so that it can be marked there. */
export interface HeardWord {
  readonly kind: 'brand' | 'trigger';
  /** Of a brand word. */
  readonly form?: Form;
  /** As the rule or the list has it. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}
export interface Heard {
  readonly ruleId: string;
  readonly boardId: string;
  readonly becomes: Becomes;
  /** Brand words, then triggers, each in the order of the post. */
  readonly because: readonly HeardWord[];
  /** What it is understood as, which stands at no place of the text; absent: that was not asked, or is nothing. */
  readonly needs?: readonly Need[];
}
/** Why a rule let a post pass. `word` is the excluded one. */
export interface LetPass {
  readonly ruleId: string;
  readonly why: 'no_brand' | 'no_trigger' | 'excluded' | 'language' | 'source';
  readonly word?: string;
}

export type Hear = (rule: ListeningRule, post: OverheardPost, own: Own['triggers'] | null) => Heard | LetPass;

interface Compiled {
  readonly brands: readonly BrandWord[];
  readonly forms: ReadonlySet<Form>;
  readonly without: readonly Said[];
  /** Whether it hears a language. */
  readonly tongues: Map<string, boolean>;
  /** The rule's own triggers by language. */
  readonly triggers: Map<string, readonly Said[]>;
}
/** What was read of the last post. All rules look at a post one after the other. */
interface Read {
  readonly text: string;
  readonly language: string | null;
  readonly cut: CutPost;
  readonly care: Map<Own['triggers'] | null, readonly HeardWord[]>;
}

/** So many places of each sort say why; more would only be longer. */
const MOST = 12;
const compiled = new WeakMap<ListeningRule, Compiled>();

function compile(rule: ListeningRule): Compiled {
  let made = compiled.get(rule);
  if (!made) {
    made = {
      brands: rule.brand.flatMap((word) => compileBrand(word)),
      forms: new Set(rule.forms),
      without: compileList(rule.without),
      tongues: new Map(),
      triggers: new Map(),
    };
    compiled.set(rule, made);
  }
  return made;
}

function isOfTongue({ languages }: ListeningRule, { tongues }: Compiled, language: string): boolean {
  const is = tongues.get(language) ?? languages.some((one) => sameTongue(one, language));
  tongues.set(language, is);
  return is;
}

/** Pure but for what it remembers: rules made ready once, and the post it read last. */
export function createHear(): Hear {
  let last: Read | null = null;

  function read({ text, language }: OverheardPost): Read {
    if (last?.text !== text || last.language !== language)
      last = { text, language, cut: cutPost(text), care: new Map() };
    return last;
  }

  function careIn(post: Read, own: Own['triggers'] | null): readonly HeardWord[] {
    const found = post.care.get(own) ?? triggersIn(post, compiledCare(own, post.language));
    post.care.set(own, found);
    return found;
  }

  return (rule, post, own) => {
    const pass = (why: LetPass['why'], word?: string): LetPass => ({
      ruleId: rule.id,
      why,
      ...(word === undefined ? {} : { word }),
    });
    if (rule.sources.length > 0 && !rule.sources.includes(post.inboxId)) return pass('source');
    const { language } = post;
    const ready = compile(rule);
    if (language !== null && rule.languages.length > 0 && !isOfTongue(rule, ready, language)) return pass('language');
    const now = read(post);
    const brand = findBrand(now.cut, ready.brands, ready.forms, language);
    if (brand.length === 0) return pass('no_brand');
    const [excluded] = findSaid(now.cut, ready.without, true);
    if (excluded) return pass('excluded', excluded.said);
    const triggers = rule.care === 'anything' ? [] : triggersOf(rule, ready, now, own, brand);
    const needs = rule.care === 'understood' ? needsOf(post.understood) : [];
    if (rule.care !== 'anything' && triggers.length + needs.length === 0) return pass('no_trigger');
    const { id: ruleId, boardId, becomes } = rule;
    const because = [...inOrder(brand), ...inOrder(triggers)];
    return { ruleId, boardId, becomes, because, ...(needs.length > 0 ? { needs } : {}) };
  };

  /** A word of the brand's own name calls for nothing. */
  function triggersOf(
    rule: ListeningRule,
    { triggers }: Compiled,
    post: Read,
    own: Own['triggers'] | null,
    brand: readonly HeardWord[],
  ): readonly HeardWord[] {
    const key = post.language ?? '';
    const list = triggers.get(key) ?? compileList(wordsFor(rule.triggers, post.language));
    triggers.set(key, list);
    return [...careIn(post, own), ...triggersIn(post, list)].filter(
      ({ from, to }) => !brand.some((one) => one.from < to && from < one.to),
    );
  }
}

function triggersIn({ cut, language }: Read, list: readonly Said[]): readonly HeardWord[] {
  return findSaid(cut, list)
    .filter((found) => !isQuieted(cut, found, language))
    .map(({ said, from, to }) => ({ kind: 'trigger', word: said, from, to }));
}

function inOrder(words: readonly HeardWord[]): readonly HeardWord[] {
  const sorted = words.toSorted((a, b) => a.from - b.from || b.to - a.to);
  // A longer phrase of the same place says it all.
  return sorted
    .filter(({ from, to }, nth) => !sorted.slice(0, nth).some((one) => one.from <= from && to <= one.to))
    .slice(0, MOST);
}
