import { UsersRound } from 'lucide-react';
import type { Suggestion } from '../../wire/persons.ts';
import { newId } from '../api/new-id.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Button } from '../parts/button.tsx';
import { useConfirm } from '../parts/confirm.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { addPersonMerge, putApart, removePersonMerge } from '../people/queries.ts';
import { useKnown } from '../people/use-known.ts';
import { locale, t } from '../text/t.ts';

const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
/** From here on hardly anything else can be meant. */
const WEAK = 0.6;

/** Contacts that may be the same person, with what speaks for it. Nobody is merged before somebody decides so. */
export function SamePerson({
  contactId,
  name,
  suggestions,
  mayWork,
}: {
  readonly contactId: string;
  readonly name: string;
  readonly suggestions: readonly Suggestion[];
  readonly mayWork: boolean;
}) {
  return (
    <section aria-label={t('same.title')} className="border-b border-line bg-accent-soft px-4 py-3">
      <h2 className="flex items-center gap-1.5 text-s font-medium text-accent">
        <UsersRound size={14} aria-hidden /> {t('same.title')}
      </h2>
      <ul className="mt-1 grid gap-3">
        {suggestions.map((suggestion) => (
          <li key={suggestion.person.id}>
            <One contactId={contactId} name={name} suggestion={suggestion} mayWork={mayWork} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({
  contactId,
  name,
  suggestion: { person, confidence, evidence },
  mayWork,
}: {
  readonly contactId: string;
  readonly name: string;
  readonly suggestion: Suggestion;
  readonly mayWork: boolean;
}) {
  const { change, isBusy, refresh } = useKnown();
  const [ask, asked] = useConfirm();
  const other = person.name || person.handle || t('person.nameless');
  async function merge() {
    const isSure = await ask({
      title: t('same.mergeTitle', { from: other, into: name || t('person.nameless') }),
      about: t('same.mergeAbout'),
      act: t('same.mergeAct'),
    });
    if (!isSure) return;
    const id = newId();
    if (await change(() => addPersonMerge(contactId, { id, contactId: person.id })))
      offerUndo(t('same.merged', { name: name || other }), () => removePersonMerge(contactId, id).then(refresh));
  }
  async function apart() {
    if (await change(() => putApart(contactId, person.id, true)))
      offerUndo(t('same.told'), () => putApart(contactId, person.id, false).then(refresh));
  }
  return (
    <>
      <div className="flex items-center gap-2">
        <Avatar name={other} url={person.avatarUrl} size={28} />
        <b className="min-w-0 flex-1 truncate font-medium" title={other}>
          {other}
        </b>
        {person.channels.slice(0, 3).map((channel) => (
          <NetworkMark key={channel} channel={channel} />
        ))}
        <span className={`num flex-none ${confidence < WEAK ? 'text-ink-2' : 'font-semibold text-accent'}`}>
          {t(confidence < WEAK ? 'same.weak' : 'same.sure', { percent: percent(confidence) })}
        </span>
      </div>
      <ul className="mt-1 text-s text-ink-2">
        {evidence.map((one) => (
          <li key={one.kind}>
            {t(`same.by.${one.kind}`)}
            {one.kind !== 'name_city' && `, ${t(`same.how.${one.how}`)}`}
            {!one.isPrivate && ` (${t('same.inPublic')})`}
          </li>
        ))}
      </ul>
      {mayWork && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button look="main" isBusy={isBusy} onClick={() => void merge()}>
            {t('same.merge')}
          </Button>
          <Button isBusy={isBusy} onClick={() => void apart()}>
            {t('same.apart')}
          </Button>
        </div>
      )}
      {asked}
    </>
  );
}
