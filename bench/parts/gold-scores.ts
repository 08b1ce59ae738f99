import { baseOf, understand } from '../../src/actions/understanding/understand.ts';
import { HEADS, type Head, LABELS } from '../../src/core/learning/own.ts';
import { HEAD_SIZES, MODEL_LANGUAGES } from '../../src/core/understanding/model.ts';
import { PERSONAL, type Understood } from '../../src/core/understanding/understood.ts';
import { sureness } from '../../training/calibrate.ts';
import { type Example, readGold } from '../../training/corpus.ts';
import { scoreOf } from '../../training/score.ts';
import { type Line, round } from '../measure.ts';

interface Judged {
  readonly example: Example;
  readonly said: Understood;
  readonly p: Readonly<Record<Head, Float64Array>>;
}

/** What is shipped, on lines that nobody trained on. */
export function printGold(print: (line: Line) => void): void {
  const all = MODEL_LANGUAGES.flatMap((language) =>
    readGold(language).map((example): Judged => {
      const text = example.text.replaceAll('{brand}', 'kettle');
      const reading = { isPrivate: false, likelyLanguage: null, rating: null };
      return { example, said: understand(text, reading), p: baseOf(text, reading).p };
    }),
  );
  if (all.length === 0) return;
  for (const language of MODEL_LANGUAGES)
    printLanguage(
      language,
      all.filter(({ example }) => example.language === language),
      print,
    );
  printLanguages(all, print);
  printPersonal(all, print);
}

function printLanguage(language: string, lines: readonly Judged[], print: (line: Line) => void): void {
  const of = { name: 'understanding', database: 'none', of: 'gold', language, lines: lines.length } as const;
  for (const head of HEADS) {
    const best = (p: Float64Array) => p.indexOf(Math.max(...p));
    const { accuracy, f1 } = scoreOf(
      lines.map(({ example, p }) => [example[head], best(p[head])]),
      HEAD_SIZES[head],
    );
    const { error, surest } = sureness(
      lines.map(({ example, p }) => ({ p: Math.max(...p[head]), isRight: best(p[head]) === example[head] })),
    );
    const shown = lines.filter(({ said }) => said[head].label !== null);
    const right = shown.filter(({ example, said }) => String(said[head].label) === LABELS[head][example[head]]);
    print({
      ...of,
      head,
      value: round(f1 * 100, 1),
      unit: 'macro-F1',
      accuracy: round(accuracy * 100, 1),
      calibrationError: round(error, 3),
      surest80: round(surest * 100, 1),
      shown: round((shown.length / lines.length) * 100, 1),
      rightWhereShown: round((right.length / shown.length) * 100, 1),
    });
  }
  const share = (among: readonly Judged[], is: (one: Judged) => boolean) =>
    round((among.filter(is).length / among.length) * 100, 1);
  const asked = lines.filter(({ example }) => example.needsReply);
  const shownAsAsking = lines.filter(({ said }) => said.needsReply.label);
  const recall = share(asked, ({ said }) => said.needsReply.label === true);
  print({
    ...of,
    head: 'needsReply',
    value: recall,
    unit: '% recall',
    precision: share(shownAsAsking, ({ example }) => example.needsReply === true),
  });
  const urgent = lines.filter(({ example }) => example.urgency > 0);
  const grave = lines.filter(({ example }) => example.urgency === 2);
  const isRaised = ({ said }: Judged) => (said.urgency.label ?? 0) > 0;
  const falseAlarms = share(
    lines.filter(({ example }) => example.urgency === 0),
    isRaised,
  );
  print({
    ...of,
    head: 'urgent',
    value: share(urgent, isRaised),
    unit: '% recall',
    ofNow: share(grave, isRaised),
    falseAlarms,
  });
}

function printLanguages(all: readonly Judged[], print: (line: Line) => void): void {
  for (const [from, to] of [
    [0, 20],
    [20, 140],
    [140, 10_000],
  ] as const) {
    const lines = all.filter(({ example }) => example.text.length >= from && example.text.length < to);
    const answered = lines.filter(({ said }) => said.language.code !== null);
    const right = answered.filter(({ example, said }) => said.language.code === example.language);
    print({
      name: 'understanding',
      database: 'none',
      of: 'gold',
      head: 'language',
      letters: `${from} to ${to}`,
      value: round((right.length / answered.length) * 100, 2),
      unit: '% right',
      answered: round((answered.length / lines.length) * 100, 1),
      lines: lines.length,
    });
  }
}

function printPersonal(all: readonly Judged[], print: (line: Line) => void): void {
  for (const kind of PERSONAL) {
    const found = (one: Judged) => one.said.personal.some((span) => span.kind === kind);
    const having = all.filter(({ example }) => example.personal?.includes(kind));
    const without = all.filter(({ example }) => !example.personal?.includes(kind));
    if (having.length === 0) continue;
    print({
      name: 'understanding',
      database: 'none',
      of: 'gold',
      head: `personal ${kind}`,
      value: round((having.filter(found).length / having.length) * 100, 1),
      unit: '% found',
      lines: having.length,
      falseHits: without.filter(found).length,
      among: without.length,
    });
  }
}
