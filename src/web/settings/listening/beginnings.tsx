import { useNavigate } from '@tanstack/react-router';
import { Ear, Plus, Telescope } from 'lucide-react';
import { LISTENING_RULES_MOST } from '../../../core/listening/listening-rule.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { BEGINNINGS } from './draft.ts';

function useBegin(): (item: string) => void {
  const navigate = useNavigate();
  return (item) => void navigate({ to: '/settings/$page/$item', params: { page: 'listening', item } });
}

/** A new rule, from nothing or from what most houses begin with. */
export function AddRule({ rules }: { readonly rules: number }) {
  const begin = useBegin();
  if (rules >= LISTENING_RULES_MOST)
    return <p className="text-s text-ink-3">{t('listening.full', { most: LISTENING_RULES_MOST })}</p>;
  return (
    <Menu
      trigger={
        <Button look="main" icon={<Plus size={14} aria-hidden />}>
          {t('listening.add')}
        </Button>
      }
    >
      <MenuItem onSelect={() => begin('new')}>{t('listening.addEmpty')}</MenuItem>
      <MenuLine />
      <MenuLabel>{t('listening.addFrom')}</MenuLabel>
      {BEGINNINGS.map((one) => (
        <MenuItem key={one} onSelect={() => begin(`new-${one}`)}>
          {t(`listening.begin.${one}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Before the first rule: what listening is, and two ways to begin. */
export function NobodyListens() {
  const begin = useBegin();
  return (
    <div className="rounded-medium border border-line bg-raised">
      <Empty
        title={t('listening.none')}
        act={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="main" icon={<Ear size={15} aria-hidden />} onClick={() => begin('new-own')}>
              {t('listening.begin.own')}
            </Button>
            <Button icon={<Telescope size={15} aria-hidden />} onClick={() => begin('new-competitor')}>
              {t('listening.begin.competitor')}
            </Button>
          </div>
        }
      >
        {t('listening.noneAbout')}
      </Empty>
    </div>
  );
}
