import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SegmentList } from '../../wire/persons.ts';
import { useMay } from '../frame/use-me.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { KeepOrRemove } from './keep-or-remove.tsx';
import { ListLine } from './list-line.tsx';
import { NarrowedList } from './narrowed-list.tsx';
import { deleteSegment, segmentsQuery } from './queries.ts';
import { SegmentForm } from './segment-form.tsx';
import { useKnown } from './use-known.ts';

type Segment = SegmentList['items'][number];

/** People by what they declared, under names. */
export function SegmentsList() {
  const segments = useQuery(segmentsQuery);
  const may = useMay();
  const { change } = useKnown();
  const [ask, asked] = useConfirm();
  const [edited, setEdited] = useState<Segment | null>(null);
  async function remove({ id, name }: Segment) {
    const question = {
      title: t('segment.removeTitle', { name }),
      about: t('segment.removeAbout'),
      act: t('segment.remove'),
    };
    if (!(await ask({ ...question, isGrave: true }))) return;
    if (await change(() => deleteSegment(id))) say({ title: t('segment.removed', { name }) });
  }
  if (segments.isPending)
    return (
      <Loading label={t('loading.persons')}>
        <Skeleton className="h-32 !rounded-medium" />
      </Loading>
    );
  if (!segments.data)
    return <LoadFailed what={t('what.segments')} error={segments.error} onRetry={() => void segments.refetch()} />;
  if (segments.data.length === 0) return <Empty title={t('segment.none')}>{t('segment.noneAbout')}</Empty>;
  return (
    <>
      <NarrowedList items={segments.data} label={t('segment.find')} wordsOf={(one) => one.name}>
        {(segment) => (
          <ListLine
            key={segment.id}
            list="segments"
            id={segment.id}
            name={segment.name}
            about=""
            people={t(segment.people.isCapped ? 'persons.countCapped' : 'persons.count', {
              count: segment.people.count,
            })}
            acts={
              may('views.share') && (
                <KeepOrRemove
                  name={segment.name}
                  change={t('segment.edit')}
                  remove={t('segment.remove')}
                  onChange={() => setEdited(segment)}
                  onRemove={() => void remove(segment)}
                />
              )
            }
          />
        )}
      </NarrowedList>
      {edited && <SegmentForm segment={edited} onClose={() => setEdited(null)} />}
      {asked}
    </>
  );
}
