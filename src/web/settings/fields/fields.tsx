import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CustomField } from '../../../wire/work.ts';
import { call, inWords } from '../../api/call.ts';
import { fieldsQuery } from '../../api/queries.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Empty } from '../../parts/states.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { useSettle } from '../parts/use-settle.ts';
import { FieldDialog } from './field-dialog.tsx';

const ABOUT = ['conversation', 'contact'] as const;

/** What this workspace wants to know of a conversation or a person beyond what every desk knows. */
export default function Fields() {
  const fields = useQuery(fieldsQuery);
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const add = (
    <Button look="main" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      {t('fields.add')}
    </Button>
  );
  return (
    <Sheet title={t('page.fields')} about={t('fields.about')} acts={add}>
      <Loaded query={fields} what={t('what.fields')}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('fields.none')} act={add}>
              {t('fields.noneAbout')}
            </Empty>
          ) : (
            <>
              {ABOUT.map((about) => (
                <FieldLines
                  key={about}
                  title={t(`fields.of.${about}`)}
                  fields={items.filter((one) => one.about === about && !one.isArchived)}
                  onEdit={setEdited}
                />
              ))}
              <FieldLines
                title={t('labels.archived')}
                fields={items.filter((one) => one.isArchived)}
                isArchive
                onEdit={setEdited}
              />
            </>
          )
        }
      </Loaded>
      {edited && <FieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Sheet>
  );
}

function FieldLines({
  title,
  fields,
  isArchive,
  onEdit,
}: {
  readonly title: string;
  readonly fields: readonly CustomField[];
  readonly isArchive?: boolean;
  readonly onEdit: (field: CustomField) => void;
}) {
  const settle = useSettle('fields');
  const refresh = useRefresh('fields');
  if (fields.length === 0) return null;
  const sorted = [...fields].sort((a, b) => a.position - b.position);
  async function move(index: number, by: 1 | -1) {
    const order = [...sorted];
    const [moved] = order.splice(index, 1);
    if (!moved) return;
    order.splice(index + by, 0, moved);
    try {
      for (const [position, field] of order.entries())
        if (field.position !== position) await call('PATCH', `/api/fields/${field.id}`, { position });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await refresh();
  }
  return (
    <Section title={title} about={isArchive ? t('fields.archivedAbout') : undefined}>
      <Lines label={title}>
        {sorted.map((field, index) => (
          <Line key={field.id} className="max-phone:gap-x-0">
            <div className="min-w-[120px] flex-1">
              <p className="font-medium">{field.name}</p>
              <p className="truncate text-s text-ink-3">
                {t(`fields.kind.${field.kind}`)}
                {field.choices.length > 0 && `: ${field.choices.join(', ')}`}
              </p>
            </div>
            {!isArchive && (
              <>
                <IconButton
                  label={t('fields.up', { name: field.name })}
                  disabled={index === 0}
                  onClick={() => void move(index, -1)}
                >
                  <ArrowUp size={15} aria-hidden />
                </IconButton>
                <IconButton
                  label={t('fields.down', { name: field.name })}
                  disabled={index === sorted.length - 1}
                  onClick={() => void move(index, 1)}
                >
                  <ArrowDown size={15} aria-hidden />
                </IconButton>
                <Button
                  look="quiet"
                  aria-label={t('settings.changeOf', { name: field.name })}
                  onClick={() => onEdit(field)}
                >
                  {t('settings.change')}
                </Button>
              </>
            )}
            <IconButton
              label={t(isArchive ? 'settings.bringBackOf' : 'settings.archiveOf', { name: field.name })}
              onClick={() =>
                void settle(
                  'PATCH',
                  `/api/fields/${field.id}`,
                  { isArchived: !field.isArchived },
                  t(field.isArchived ? 'settings.broughtBack' : 'settings.archived', { name: field.name }),
                )
              }
            >
              {isArchive ? <ArchiveRestore size={15} aria-hidden /> : <Archive size={15} aria-hidden />}
            </IconButton>
          </Line>
        ))}
      </Lines>
    </Section>
  );
}
