import { createHear } from '../src/core/listening/hear.ts';
import type { ListeningRule } from '../src/core/listening/listening-rule.ts';
import type { Language } from '../training/corpus.ts';
import { LISTENED, measure, readLabelled } from '../training/listening/measure.ts';
import type { goldIn } from '../training/listening/measure-gold.ts';
import { INBOX, RULES } from '../training/listening/rules.ts';
import { type Line, percentile, round } from './measure.ts';

const MANY = 100;
const ROUNDS = 20;
/** Of what a rule shall hear, so much it must hear, and of what it hears so much must be meant. */
const BAR = 95;
/** Microseconds for one post and a hundred rules. */
const TIME_BAR = 500;
const percent = (share: number): number => round(share * 100, 1);

/** How well rules hear what people write of a brand, on posts that nobody trained on, and what it costs to listen. */
export async function benchListening(print: (line: Line) => void): Promise<void> {
  // The model is large, and other benches have no use for it.
  const { understand } = await import('../src/actions/understanding/understand.ts');
  const gold = await import('../training/listening/measure-gold.ts');
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
      value: percent(recall),
      unit: '% recall',
      limit: BAR,
      precision: percent(precision),
      // With the language as the desk tells it, and not as it is labelled.
      recallAsTold: percent(told.recall),
      precisionAsTold: percent(told.precision),
    });
  }
  for (const language of LISTENED) printUnseen(language, gold.goldIn(language), print);
  printTime(print);
}

/** Of what calls for care all should be heard, of what does not nothing; on messages by others, behind the name of a brand. */
function printUnseen(language: Language, heard: ReturnType<typeof goldIn>, print: (line: Line) => void): void {
  for (const care of ['words', 'understood'] as const) {
    const { needs, complaints, questions, idle } = heard(care);
    print({
      name: 'listening',
      database: 'none',
      of: `the gold set, care by ${care}`,
      language,
      value: percent(needs),
      unit: '% of complaints and questions heard',
      complaints: percent(complaints),
      questions: percent(questions),
      praiseAndChatter: percent(idle),
    });
  }
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
      for (const rule of rules) hear(rule, { text, language, inboxId: INBOX, understood: null }, null);
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
