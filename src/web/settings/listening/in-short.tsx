import type { ListeningSource } from '../../../wire/listening.ts';
import { t } from '../../text/t.ts';
import type { Body, Missing } from './draft.ts';
import { inSentences } from './words.ts';

/** The rule said back, as somebody would tell it to a colleague. */
export function InShort({
  body,
  board,
  sources,
  missing,
}: {
  readonly body: Body;
  readonly board: string;
  readonly sources: readonly ListeningSource[];
  readonly missing: Missing | null;
}) {
  const names = body.sources.map((id) => sources.find(({ inboxId }) => inboxId === id)?.name ?? '…');
  return (
    <section aria-label={t('listening.says')} className="rounded-medium bg-accent-soft px-4 py-3 text-l">
      {missing === 'brand' || missing === 'forms' ? (
        <p className="text-ink-2">{t(`listening.missing.${missing}`)}</p>
      ) : (
        <p>{inSentences(body, board, names).join(' ')}</p>
      )}
    </section>
  );
}
