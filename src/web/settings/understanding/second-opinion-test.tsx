import { HEADS, type Head } from '../../../core/learning/own.ts';
import type { TestedSecondOpinion } from '../../../wire/second-opinion.ts';
import { labelWords } from '../../conversation/message/label-words.ts';
import { percent } from '../../text/percent.ts';
import { t } from '../../text/t.ts';

/** What left the house for the test, and what came back. */
export function SecondOpinionTest({
  tested: { sent, tookMs, problem, answer, said },
}: {
  readonly tested: TestedSecondOpinion;
}) {
  const took = t('secondOpinion.took', { ms: tookMs });
  return (
    <section
      role="status"
      aria-label={t('secondOpinion.tested')}
      className="grid gap-2 rounded-small bg-sunken p-3 [overflow-wrap:anywhere]"
    >
      <h3 className="text-s font-medium text-ink-3">{t('secondOpinion.testSent')}</h3>
      <p lang="en" dir="ltr" className="text-start">
        {sent}
      </p>
      <h3 className="text-s font-medium text-ink-3">
        {problem === null ? t('secondOpinion.testAnswer', { took }) : `${t('secondOpinion.testFailed')} (${took})`}
      </h3>
      {problem !== null && <p className="text-alarm">{problem}</p>}
      {said && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {HEADS.flatMap((head) => {
            const one = said[head];
            if (!one) return [];
            return (
              <li key={head}>
                {t('secondOpinion.label', { head: t(`head.${head}`), label: saidWords(head, one.label) })}{' '}
                <span className="num text-ink-3">{percent.format(one.p)}</span>
              </li>
            );
          })}
        </ul>
      )}
      {answer !== null && said === null && (
        <p className="text-ink-2">
          {t('secondOpinion.testRaw')}: <code>{answer.slice(0, 300)}</code>
        </p>
      )}
    </section>
  );
}

const saidWords = (head: Head, label: string) =>
  label === 'unclear' ? t('secondOpinion.unclear') : labelWords(head, label);
