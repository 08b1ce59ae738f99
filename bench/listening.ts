import { createHear } from '../src/core/listening/hear.ts';
import type { ListeningRule } from '../src/core/listening/listening-rule.ts';
import { KINDS } from '../src/core/understanding/understood.ts';
import { type Example, type Language, readGold } from '../training/corpus.ts';
import { LISTENED, measure, readLabelled } from '../training/listening/measure.ts';
import { INBOX, RULES } from '../training/listening/rules.ts';
import { type Line, percentile, round } from './measure.ts';

const MANY = 100;
const ROUNDS = 20;
/** Of what a rule shall hear, so much it must hear, and of what it hears so much must be meant. */
const BAR = 95;
/** Microseconds for one post and a hundred rules. */
const TIME_BAR = 500;

/** How well rules hear what people write of a brand, on posts that nobody trained on, and what it costs to listen. */
export async function benchListening(print: (line: Line) => void): Promise<void> {
  const { understand } = await import('../src/actions/understanding/understand.ts');
  const tell = (text: string) =>
    understand(text, { isPrivate: false, likelyLanguage: null, rating: null }).language.code;
  for (const language of LISTENED) {
    const posts = readLabelled(language);
    const { recall, precision } = measure(posts);
    const told = measure(posts, tell);
    print({
      name: 'listening',
      database: 'none',
      of: 'labelled posts',
      language,
      posts: posts.length,
      value: round(recall * 100, 1),
      unit: '% recall',
      limit: BAR,
      precision: round(precision * 100, 1),
      // With the language as the desk tells it, and not as it is labelled.
      recallAsTold: round(told.recall * 100, 1),
      precisionAsTold: round(told.precision * 100, 1),
    });
  }
  for (const language of LISTENED) printUnseen(language, print);
  printTime(print);
}

/** How much the lists of words alone find in messages by others, who never saw them: put behind the name of a brand. */
function printUnseen(language: Language, print: (line: Line) => void): void {
  const [rule] = RULES;
  const hear = createHear();
  const isHeard = ({ text }: Example): boolean =>
    rule !== undefined &&
    'because' in hear(rule, { text: `Fjell ${text.replaceAll('{brand}', 'Fjell')}`, language, inboxId: INBOX }, null);
  const gold = readGold(language);
  const share = (label: 'complaint' | 'compliment' | 'chatter') => {
    const lines = gold.filter(({ kind }) => KINDS[kind] === label);
    return round((lines.filter(isHeard).length / lines.length) * 100, 1);
  };
  print({
    name: 'listening',
    database: 'none',
    of: 'words of triggers alone, on the gold set',
    language,
    value: share('complaint'),
    unit: '% of complaints heard',
    compliments: share('compliment'),
    chatter: share('chatter'),
  });
}

/** A hundred rules of three brand words each in every form. The first is one of those the posts are about. */
const manyRules = (): readonly ListeningRule[] =>
  Array.from({ length: MANY }, (_, nth) => {
    const [first, second, third] = RULES as readonly [ListeningRule, ListeningRule, ListeningRule];
    const base = [first, second, third][nth % 3] ?? first;
    const brand =
      nth < 3 ? base.brand : [`Brand${nth}a`, `Northern Light ${nth}`, `${'klmnrstv'[nth % 8]}elvora${nth}`];
    return { ...base, id: `rule ${nth}`, brand };
  });

function printTime(print: (line: Line) => void): void {
  const rules = manyRules();
  const posts = LISTENED.flatMap((language) => readLabelled(language));
  const hear = createHear();
  const micros: number[] = [];
  let cpu = process.cpuUsage();
  for (let nth = 0; nth < ROUNDS; nth++) {
    micros.length = 0;
    if (nth === ROUNDS / 2) cpu = process.cpuUsage();
    for (const { text, language } of posts) {
      const from = performance.now();
      for (const rule of rules) hear(rule, { text, language, inboxId: INBOX }, null);
      micros.push((performance.now() - from) * 1000);
    }
  }
  cpu = process.cpuUsage(cpu);
  print({
    name: 'listening',
    database: 'none',
    of: 'time',
    value: round((cpu.user + cpu.system) / (posts.length * (ROUNDS / 2)), 1),
    unit: 'µs of processor/post',
    limit: TIME_BAR,
    p95: round(percentile(micros, 0.95), 1),
    rules: MANY,
    posts: posts.length,
  });
}
