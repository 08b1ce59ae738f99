import { useQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CustomField } from '../../../wire/work.ts';
import { fieldsQuery } from '../../api/queries.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Ordered } from '../../parts/order/ordered.tsx';
import { useKeepOrder } from '../../parts/order/use-keep-order.ts';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
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
  const keep = useKeepOrder('/api/fields/order', fieldsQuery.queryKey, { about: fields[0]?.about });
  if (fields.length === 0) return null;
  return (
    <Section title={title} about={isArchive ? t('fields.archivedAbout') : undefined}>
      {isArchive ? (
        <Lines label={title}>
          {fields.map((field) => (
            <FieldLine key={field.id} field={field} />
          ))}
        </Lines>
      ) : (
        <Ordered label={title} items={fields} keep={keep} gripClass="h-12 w-8 max-phone:w-10">
          {(field, row) => <FieldLine field={field} row={row} onEdit={() => onEdit(field)} />}
        </Ordered>
      )}
    </Section>
  );
}

function FieldLine({
  field,
  row,
  onEdit,
}: {
  readonly field: CustomField;
  readonly row?: { readonly isHeld: boolean; readonly grip: ReactNode };
  readonly onEdit?: () => void;
}) {
  const settle = useSettle('fields');
  const { id, name, kind, choices, isArchived } = field;
  return (
    <Line className={`max-phone:gap-x-0 ${row ? '!ps-0' : ''} ${row?.isHeld ? 'relative bg-accent-soft' : ''}`}>
      {row?.grip}
      <div className="min-w-[120px] flex-1">
        <p className="font-medium">{name}</p>
        <p className="truncate text-s text-ink-3">
          {t(`fields.kind.${kind}`)}
          {choices.length > 0 && `: ${choices.join(', ')}`}
        </p>
      </div>
      {onEdit && (
        <Button look="quiet" aria-label={t('settings.changeOf', { name })} onClick={onEdit}>
          {t('settings.change')}
        </Button>
      )}
      <IconButton
        label={t(isArchived ? 'settings.bringBackOf' : 'settings.archiveOf', { name })}
        onClick={() =>
          void settle(
            'PATCH',
            `/api/fields/${id}`,
            { isArchived: !isArchived },
            t(isArchived ? 'settings.broughtBack' : 'settings.archived', { name }),
          )
        }
      >
        {isArchived ? <ArchiveRestore size={15} aria-hidden /> : <Archive size={15} aria-hidden />}
      </IconButton>
    </Line>
  );
}
