import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AreaField, Field, TextField } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { PhoneBar } from './phone.tsx';
import { placesQuery } from './queries.ts';
import { ReachBadge } from './reach-badge.tsx';
import { useSay } from './use-say.ts';

/** Begin somewhere: under a post, on the wall, in private, by mail. */
export function NewTalk({
  person,
  channel,
  onBack,
  onSaid,
}: {
  readonly person: string;
  readonly channel: string;
  readonly onBack: () => void;
  readonly onSaid: (thread: string | null) => void;
}) {
  const places = useQuery(placesQuery(person, channel));
  const { sayAs, isBusy, failure } = useSay(person);
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [subject, setSubject] = useState('');
  const place = places.data?.find((one) => one.id === chosen) ?? places.data?.[0];
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!place) return;
    const done = await sayAs({
      channel,
      place: place.id,
      text,
      ...(place.kind === 'mail' && subject.trim() ? { subject: subject.trim() } : {}),
    });
    if (done) onSaid(done.thread);
  }
  return (
    <>
      <PhoneBar title={t('practice.write')} onBack={onBack} />
      <div className="min-h-0 flex-1 overflow-auto p-4">
        {places.isPending ? (
          <Skeleton className="h-40" />
        ) : places.isError ? (
          <LoadFailed what={t('what.places')} error={places.error} onRetry={() => void places.refetch()} />
        ) : !place ? (
          <p className="text-ink-2">{t('practice.noPlaces')}</p>
        ) : (
          <form onSubmit={(event) => void submit(event)} className="grid gap-4">
            <Field label={t('practice.where')} help={<ReachBadge isPublic={place.isPublic} />}>
              {({ id }) => (
                <Select
                  id={id}
                  label={t('practice.where')}
                  value={place.id}
                  options={places.data.map((one) => ({ value: one.id, label: one.label }))}
                  onChange={setChosen}
                />
              )}
            </Field>
            {place.kind === 'mail' && (
              <TextField
                label={t('practice.subject')}
                value={subject}
                maxLength={300}
                onChange={(event) => setSubject(event.target.value)}
              />
            )}
            <AreaField
              label={t('practice.text')}
              value={text}
              rows={5}
              maxLength={5000}
              dir="auto"
              problem={failure}
              onChange={(event) => setText(event.target.value)}
            />
            <button
              type="submit"
              disabled={text.trim() === '' || isBusy}
              className="customer-mine rounded-full py-2.5 text-l font-semibold disabled:opacity-40"
            >
              {t('practice.send')}
            </button>
          </form>
        )}
      </div>
    </>
  );
}
