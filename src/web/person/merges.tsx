import { Undo2 } from 'lucide-react';
import type { PersonAbout } from '../../wire/persons.ts';
import { Button } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { removePersonMerge } from '../people/queries.ts';
import { useKnown } from '../people/use-known.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';

/** Who became part of this person; each can be taken out again, however long ago it was. */
export function Merges({
  contactId,
  merges,
  mayWork,
}: {
  readonly contactId: string;
  readonly merges: PersonAbout['merges'];
  readonly mayWork: boolean;
}) {
  const { change, isBusy } = useKnown();
  const now = useNow();
  return (
    <>
      <h2 className="mt-3 mb-1 text-s text-ink-3">{t('same.joinedTitle')}</h2>
      <ul>
        {merges.map(({ id, name, at, byName }) => (
          <li key={id} className="flex items-center gap-2 py-[3px]">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {name || t('person.nameless')}
              <span className="block text-s text-ink-3">
                {byName
                  ? t('same.joinedBy', { name: byName, at: momentWords(at, now) })
                  : t('same.joined', { at: momentWords(at, now) })}
              </span>
            </span>
            {mayWork && (
              <Button
                look="quiet"
                isBusy={isBusy}
                onClick={() =>
                  void change(() => removePersonMerge(contactId, id)).then(
                    (isDone) => isDone && say({ title: t('same.splitDone', { name: name || t('person.nameless') }) }),
                  )
                }
                icon={<Undo2 size={13} aria-hidden />}
                className="!h-7 !px-2 text-s max-phone:!h-10"
              >
                {t('same.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
