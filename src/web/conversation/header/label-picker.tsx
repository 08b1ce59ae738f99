import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import type { Label } from '../../../wire/work.ts';
import { inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { labelsQuery } from '../../api/queries.ts';
import { addLabel } from '../../api/work-acts.ts';
import { ColourDot, LabelChip } from '../../parts/label-chip.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { type Option, Picker } from './picker.tsx';
import { Property } from './property.tsx';

/** The labels on it, and the list that puts them on and takes them off; who may, makes a new one by its name. */
export function LabelPicker({
  labelIds,
  isOpen,
  onOpenChange,
  onPut,
  isFixed,
  mayMake,
}: {
  readonly labelIds: readonly string[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onPut: (add: readonly string[], remove: readonly string[], name: string) => void;
  readonly isFixed: boolean;
  readonly mayMake: boolean;
}) {
  const client = useQueryClient();
  const { data: labels = [] } = useQuery(labelsQuery);
  const on = labels.filter(({ id }) => labelIds.includes(id));
  async function toggle(option: Option) {
    if (labelIds.includes(option.id)) onPut([], [option.id], option.name);
    else if (!option.isNew) onPut([option.id], [], option.name);
    else {
      try {
        const id = newId();
        await addLabel({ id, name: option.name });
        await client.invalidateQueries({ queryKey: ['labels'] });
        onPut([id], [], option.name);
      } catch (error) {
        say({ title: inWords(error), isBad: true });
      }
    }
  }
  return (
    <>
      {on.map((label) => (
        <LabelChip key={label.id} colour={label.colour}>
          {label.name}
        </LabelChip>
      ))}
      {!isFixed && (
        <Picker
          label={t('act.labelTo')}
          trigger={
            <Property icon={<Tag size={13} aria-hidden />} label={t('act.label')} shortcut="l" isUnset>
              {on.length === 0 ? t('act.label') : null}
            </Property>
          }
          isOpen={isOpen}
          onOpenChange={onOpenChange}
          options={offered(labels, labelIds)}
          chosen={labelIds}
          onToggle={(option) => void toggle(option)}
          {...(mayMake ? { toMake: (name: string) => ({ id: `new ${name}`, name, isNew: true }) } : {})}
          isMany
          empty={labels.length === 0 && !mayMake ? t('picker.noLabels') : t('picker.noLabel')}
        />
      )}
    </>
  );
}

/** An archived one stays where it is, and goes on nothing new. */
function offered(labels: readonly Label[], on: readonly string[]): Option[] {
  return labels
    .filter((label) => !label.isArchived || on.includes(label.id))
    .map((label) => ({ id: label.id, name: label.name, icon: <ColourDot colour={label.colour} /> }));
}
