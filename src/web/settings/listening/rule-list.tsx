import { Link, useNavigate } from '@tanstack/react-router';
import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { Board, ListeningRule } from '../../../wire/listening.ts';
import { IconButton } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { RuleLine } from './rule-line.tsx';

/** The rules, under the boards that they fill. */
export function RuleList({
  rules,
  boards,
}: {
  readonly rules: readonly ListeningRule[];
  readonly boards: readonly Board[];
}) {
  const navigate = useNavigate();
  const settle = useSettle('listening');
  const [ask, asked] = useConfirm();
  const open = (item: string) => void navigate({ to: '/settings/$page/$item', params: { page: 'listening', item } });
  async function remove({ id, name }: ListeningRule) {
    const isSure = await ask({
      title: t('quoted.removeTitle', { name }),
      about: t('listening.removeAbout'),
      act: t('settings.remove'),
      isGrave: true,
    });
    if (isSure) await settle('DELETE', `/api/listening-rules/${id}`, undefined, t('quoted.removed', { name }));
  }
  return (
    <>
      {boards.map((board) => (
        <Section key={board.id} title={board.name} acts={<BoardActs board={board} />}>
          <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
            {rules
              .filter(({ boardId }) => boardId === board.id)
              .map((rule) => (
                <RuleLine
                  key={rule.id}
                  rule={rule}
                  onSwitch={(isOn) =>
                    void settle(
                      'PATCH',
                      `/api/listening-rules/${rule.id}`,
                      { isOn },
                      t(isOn ? 'listening.on' : 'listening.off', { name: rule.name }),
                    )
                  }
                  menu={
                    <Menu
                      trigger={
                        <IconButton label={t('listening.more', { name: rule.name })}>
                          <Ellipsis size={16} aria-hidden />
                        </IconButton>
                      }
                    >
                      <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => open(rule.id)}>
                        {t('settings.change')}
                      </MenuItem>
                      <MenuItem icon={<Copy size={14} aria-hidden />} onSelect={() => open(`copy-${rule.id}`)}>
                        {t('listening.copy')}
                      </MenuItem>
                      <MenuLine />
                      <MenuItem isGrave icon={<Trash2 size={14} aria-hidden />} onSelect={() => void remove(rule)}>
                        {t('settings.remove')}
                      </MenuItem>
                    </Menu>
                  }
                />
              ))}
            {!rules.some(({ boardId }) => boardId === board.id) && (
              <li className="px-4 py-3 text-ink-3">{t('listening.boardEmpty')}</li>
            )}
          </ul>
        </Section>
      ))}
      {asked}
    </>
  );
}

function BoardActs({ board }: { readonly board: Board }) {
  return (
    <span className="flex items-center gap-2">
      {board.kind === 'competitor' && <Chip>{t('listening.kind.competitor')}</Chip>}
      <Link
        to="/listen"
        search={{ board: board.id }}
        className="inline-flex items-center text-s text-accent underline-offset-2 hover:underline max-phone:-my-2.5 max-phone:min-h-10"
      >
        {t('listening.openBoard')}
      </Link>
    </span>
  );
}
