import { UsersRound } from 'lucide-react';
import { Avatar } from '../../parts/avatar.tsx';
import { ChooseMany } from '../../parts/combobox.tsx';
import { t } from '../../text/t.ts';
import type { Holder } from './use-holders.ts';

/** Names one more person or team. */
export function AddHolder({
  holders,
  onAdd,
}: {
  readonly holders: readonly Holder[];
  readonly onAdd: (holder: Holder) => void;
}) {
  return (
    <ChooseMany
      label={t('access.add')}
      placeholder={t('access.add')}
      values={[]}
      choices={holders.map((holder) => ({
        value: holder.id,
        label: holder.name,
        detail: holder.isTeam ? t('access.team') : undefined,
        icon: holder.isTeam ? (
          <span className="grid size-5 place-items-center text-ink-2">
            <UsersRound size={13} aria-hidden />
          </span>
        ) : (
          <Avatar name={holder.name} size={20} />
        ),
      }))}
      onChange={([id]) => {
        const holder = holders.find((one) => one.id === id);
        if (holder) onAdd(holder);
      }}
    />
  );
}
