import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import type { Entry } from './draft-store.ts';

/** Two devices wrote: both are shown, and nothing is lost until somebody chooses. */
export function DraftMoved({
  entry,
  onChoose,
}: {
  readonly entry: Entry;
  readonly onChoose: (wish: 'mine' | 'theirs' | 'both') => void;
}) {
  const now = useNow();
  const { moved } = entry;
  if (!moved) return null;
  return (
    <div role="alertdialog" aria-label={t('draft.moved')} className="rise border-t border-line bg-warn-soft px-4 py-3">
      <p className="font-semibold text-warn">{t('draft.moved')}</p>
      <div className="my-2 grid gap-2 desk:grid-cols-2">
        <Side
          title={`${t('draft.there')} · ${momentWords(moved.savedAt, now)}`}
          text={moved.text}
          files={moved.attachments.length}
        />
        <Side title={t('draft.here')} text={entry.text} files={entry.files.length} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button className="bg-raised" onClick={() => onChoose('theirs')}>
          {t('draft.theirs')}
        </Button>
        <Button className="bg-raised" onClick={() => onChoose('mine')}>
          {t('draft.mine')}
        </Button>
        <Button look="main" className="ms-auto" onClick={() => onChoose('both')}>
          {t('draft.both')}
        </Button>
      </div>
    </div>
  );
}

function Side({ title, text, files }: { readonly title: string; readonly text: string; readonly files: number }) {
  return (
    <div className="max-h-32 overflow-auto rounded-small bg-raised px-3 py-2">
      <p className="text-s text-ink-2">{title}</p>
      <p className="said" dir="auto">
        {text || t('draft.empty')}
      </p>
      {files > 0 && <p className="text-s text-ink-3">{t('draft.files', { count: files })}</p>}
    </div>
  );
}
