import { adjust } from '../learning/adjust.ts';
import { type Features, HEADS, type Head, LABELS } from '../learning/own.ts';
import { findAlarms } from './alarms.ts';
import type { Card } from './card.ts';
import { copyOfBag, readInto } from './features.ts';
import { type Calibrations, decidedBy, judge, likeliest } from './heads.ts';
import type { Model } from './model.ts';
import { needsReply } from './needs-reply.ts';
import { findOwnTopic, findTriggers } from './own-words.ts';
import { type FindPhones, findPersonal } from './personal.ts';
import { createReaders } from './readers.ts';
import type { Kind, Opinion, Reading, Sentiment, Topic, Understand, Understood, Urgency } from './understood.ts';
import { urgencyOf } from './urgency.ts';
import { type cut as Cut, compose } from './words-of.ts';

export interface Language {
  readonly code: string | null;
  readonly p: number;
}
export interface Means {
  readonly model: Model;
  readonly card: Card;
  readonly detect: (text: string, likely: string | null) => Language;
  readonly findPhones: FindPhones;
}
/** The shipped model alone, without rules. */
export interface Base {
  readonly language: string | null;
  readonly features: Features;
  readonly p: Readonly<Record<Head, Float64Array>>;
}

/** As sure as this an opinion must be to be shown; of urgency the rules decide. */
const SHOWN: Readonly<Record<Head, number>> = { sentiment: 0.66, kind: 0.45, urgency: 0, topic: 0.45 };
/** A review says itself how its writer felt. */
const BAD = 0.4;
const GOOD = 0.75;
/** In a language of which nothing is known, anything could be a question. */
const UNKNOWN = { question: 1, complaint: 0, purchase: 0, spam: 0 };
const UNSURE: Opinion<never> = { label: null, p: 0, because: [], by: 'model' };
const FALLBACK = 'en';
/** So many reasons are given. */
const SAID = 3;
const HAS_LETTER = /\p{L}/u;

interface Judged {
  readonly p: Float64Array;
  /** The likeliest label. A workspace's own model may know more of them than the shipped one. */
  readonly label: string;
  readonly by: 'model' | 'own';
  readonly because: readonly string[];
  /** The language passed its gate, and it is sure enough. */
  readonly isShown: boolean;
}

/** Reads messages with what was learned. Pure, synchronous, one at a time. */
export function createUnderstand({ model, card, detect, findPhones }: Means): {
  understand: Understand;
  baseOf: (text: string, reading: Reading) => Base;
} {
  const readers = createReaders(model.lexicon);
  const calibrationsOf = (code: string): Calibrations =>
    card.calibrations[code] ?? (card.calibrations[FALLBACK] as Calibrations);
  /** Pictures are the same in all languages. */
  const tongueOf = (text: string, { code }: Language, likely: string | null): string =>
    code ?? likely ?? (HAS_LETTER.test(text) ? '' : FALLBACK);

  function baseOf(text: string, reading: Reading): Base {
    const language = detect(text, reading.likelyLanguage);
    const tongue = tongueOf(text, language, reading.likelyLanguage);
    readInto(text, readers(tongue));
    const p = judge(model, calibrationsOf(tongue));
    return { language: language.code, features: copyOfBag(), p };
  }

  function understand(raw: string, reading: Reading): Understood {
    const own = reading.own ?? null;
    const language = detect(raw, reading.likelyLanguage);
    const tongue = tongueOf(raw, language, reading.likelyLanguage);
    const text = compose(raw);
    const cut = readInto(text, readers(tongue));
    const base = judge(model, calibrationsOf(tongue));
    const features = own && HEADS.some((head) => own.heads[head]) ? copyOfBag() : null;
    const heads = Object.fromEntries(HEADS.map((head) => [head, judged(head)])) as Record<Head, Judged>;

    function judged(head: Head): Judged {
      const laid = own?.heads[head];
      const p = laid && features ? adjust(laid, base[head], features) : base[head];
      const best = likeliest(p);
      const isShown = (card.gates[tongue]?.[head]?.passed ?? false) && (p[best] ?? 0) >= SHOWN[head];
      const isShippedLabel = best < LABELS[head].length;
      const because = isShown && isShippedLabel ? wordsAt(decidedBy(model, head, p, cut.words), cut, text) : [];
      const label = (laid?.labels ?? LABELS[head])[best] ?? '';
      return { p, label, by: best === likeliest(base[head]) ? 'model' : 'own', because, isShown };
    }

    const sentiment = byRating(reading.rating) ?? opinionOf<Sentiment>(heads.sentiment);
    const kind = opinionOf<Kind>(heads.kind);
    const [question = 0, complaint = 0, , compliment = 0, purchase = 0, spam = 0] = heads.kind.p;
    const isKnown = tongue in card.gates;
    const personal = findPersonal(raw, tongue || null, findPhones);
    return {
      language,
      sentiment,
      kind,
      urgency: isKnown ? urgency(tongue, heads, question + complaint + purchase, compliment) : UNSURE,
      topic: topicOf(cut, heads.topic, own?.topics ?? []),
      needsReply: needsReply(
        text,
        reading.isPrivate,
        personal,
        isKnown ? { question, complaint, purchase, spam } : UNKNOWN,
      ),
      triggers: findTriggers(cut, text, tongue, own),
      personal,
      model: own && features ? `${card.version}+${own.version}` : card.version,
    };
  }
  return { understand, baseOf };
}

function opinionOf<Label extends string>({ p, label, by, because, isShown }: Judged): Opinion<Label> {
  return { label: isShown ? (label as Label) : null, p: round(p[likeliest(p)] ?? 0), because, by };
}

function byRating(rating: number | null): Opinion<Sentiment> | null {
  if (rating === null || (rating > BAD && rating < GOOD)) return null;
  return { label: rating <= BAD ? 'negative' : 'positive', p: 0.95, because: ['rating'], by: 'rule' };
}

function urgency(language: string, heads: Record<Head, Judged>, asks: number, compliment: number): Opinion<Urgency> {
  const { alarms, words } = findAlarms();
  const isGlad = compliment > 0.6 || (heads.sentiment.p[2] ?? 0) > 0.7;
  const { level, p, rules } = urgencyOf({ language, found: alarms, p: heads.urgency.p, asks, isGlad });
  if (rules.length > 0)
    return {
      label: level,
      p: round(p),
      because: rules.flatMap((rule) => [rule, words[rule] ?? '']).slice(0, 5),
      by: 'rule',
    };
  return { label: level, p: round(p), because: level > 0 ? heads.urgency.because : [], by: heads.urgency.by };
}

function topicOf(cut: typeof Cut, judged: Judged, topics: Parameters<typeof findOwnTopic>[1]): Opinion<Topic> {
  const own = findOwnTopic(cut, topics);
  return own ? { label: own.key, p: 1, because: [own.word], by: 'rule' } : opinionOf<Topic>(judged);
}

/** Numbers, names and links stand for what they are, not for what they say; neither do the smallest words. */
const SAYS_SOMETHING =
  /^(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]['’]?){3}|^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}@{]/u;

function wordsAt(places: readonly number[], cut: typeof Cut, text: string): readonly string[] {
  const words = places.map((at) => text.slice(cut.from[at], cut.to[at]).toLowerCase());
  return [...new Set(words.filter((word) => SAYS_SOMETHING.test(word) && !word.includes('://')))].slice(0, SAID);
}

const round = (p: number): number => Math.round(p * 1000) / 1000;
