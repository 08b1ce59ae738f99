import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine } from 'lucide-react';
import { t } from '../../text/t.ts';
import { MenuItem } from '../menu.tsx';

/** From so many on, one step at a time is a long way. */
const MANY = 4;

/** Choices of a menu that move one among others, for those who neither drag nor have arrow keys. */
export function MoveItems({
  at,
  count,
  onMove,
}: {
  /** Where it stands, counted from 0. */
  readonly at: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}) {
  const icon = { size: 14, 'aria-hidden': true } as const;
  const [isFirst, isLast] = [at <= 0, at === count - 1];
  return (
    <>
      {count >= MANY && (
        <MenuItem icon={<ArrowUpToLine {...icon} />} disabled={isFirst} onSelect={() => onMove(0)}>
          {t('order.first')}
        </MenuItem>
      )}
      <MenuItem icon={<ArrowUp {...icon} />} disabled={isFirst} onSelect={() => onMove(at - 1)}>
        {t('order.up')}
      </MenuItem>
      <MenuItem icon={<ArrowDown {...icon} />} disabled={isLast} onSelect={() => onMove(at + 1)}>
        {t('order.down')}
      </MenuItem>
      {count >= MANY && (
        <MenuItem icon={<ArrowDownToLine {...icon} />} disabled={isLast} onSelect={() => onMove(count - 1)}>
          {t('order.last')}
        </MenuItem>
      )}
    </>
  );
}
