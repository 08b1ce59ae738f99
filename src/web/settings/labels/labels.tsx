import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Label } from '../../../wire/work.ts';
import { labelsQuery } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { LabelChip } from '../../parts/label-chip.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { LabelDialog } from './label-dialog.tsx';

/** The words that conversations are sorted by. */
export default function Labels() {
  const labels = useQuery(labelsQuery);
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Label | 'new' | null>(null);
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {t('labels.add')}
    </Button>
  );
  return (
    <Sheet title={t('page.labels')} about={t('labels.about')} acts={add}>
      <Loaded query={labels} what={t('what.labels')}>
        {(items) => {
          const found = items.filter((one) => within(one.name, typed));
          const used = found.filter((one) => !one.isArchived);
          const archived = found.filter((one) => one.isArchived);
          return (
            <>
              {items.length > 8 && <SearchBox label={t('labels.find')} value={typed} onChange={setTyped} />}
              {items.length === 0 ? (
                <Empty title={t('labels.none')} act={add}>
                  {t('labels.noneAbout')}
                </Empty>
              ) : used.length === 0 && archived.length === 0 ? (
                <Empty title={t('settings.noneFound', { typed })} />
              ) : (
                <LabelLines labels={used} onEdit={setEdited} />
              )}
              {archived.length > 0 && (
                <Section title={t('labels.archived')} about={t('labels.archivedAbout')}>
                  <LabelLines labels={archived} onEdit={setEdited} />
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
      {edited && <LabelDialog label={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Sheet>
  );
}

function LabelLines({
  labels,
  onEdit,
}: {
  readonly labels: readonly Label[];
  readonly onEdit: (label: Label) => void;
}) {
  const settle = useSettle('labels');
  if (labels.length === 0) return null;
  return (
    <Lines>
      {labels.map((label) => (
        <Line key={label.id}>
          <span className="min-w-0 flex-1">
            <LabelChip colour={label.colour}>{label.name}</LabelChip>
          </span>
          <Button look="quiet" aria-label={t('settings.changeOf', { name: label.name })} onClick={() => onEdit(label)}>
            {t('settings.change')}
          </Button>
          <Button
            look="quiet"
            icon={label.isArchived ? <ArchiveRestore size={14} aria-hidden /> : <Archive size={14} aria-hidden />}
            onClick={() =>
              void settle(
                'PATCH',
                `/api/labels/${label.id}`,
                { isArchived: !label.isArchived },
                t(label.isArchived ? 'settings.broughtBack' : 'settings.archived', { name: label.name }),
              )
            }
          >
            {t(label.isArchived ? 'settings.bringBack' : 'settings.archive')}
          </Button>
        </Line>
      ))}
    </Lines>
  );
}
