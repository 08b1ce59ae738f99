import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../parts/menu.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { PRESETS } from './presets.ts';
import { rulesQuery } from './queries.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';

/** What is done by itself, in its order. */
export default function Rules() {
  const { item } = useParams({ strict: false });
  const rules = useQuery(rulesQuery);
  const rule = rules.data?.items.find(({ id }) => id === item);
  if (item !== undefined) {
    const isNew = item === 'new' || item.startsWith('new-');
    return (
      <Sheet title={rule?.name ?? t(isNew ? 'rules.add' : 'page.rules')} up="rules">
        <Loaded query={rules} what={t('what.rules')}>
          {() =>
            isNew || rule ? (
              <RuleEditor key={rule ? `${item} ${rule.version}` : item} rule={rule ?? null} item={item} />
            ) : (
              <Empty title={t('rules.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('page.rules')} about={t('rules.about')} acts={rules.data?.items.length !== 0 && <AddRule />}>
      <Loaded query={rules} what={t('what.rules')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('rules.none')} act={<AddRule />}>
              {t('rules.noneAbout')}
            </Empty>
          ) : (
            <RuleList rules={items} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

function AddRule() {
  const navigate = useNavigate();
  const begin = (item: string) => void navigate({ to: '/settings/$page/$item', params: { page: 'rules', item } });
  return (
    <Menu
      trigger={
        <Button look="main" icon={<Plus size={14} aria-hidden />}>
          {t('rules.add')}
        </Button>
      }
    >
      <MenuItem onSelect={() => begin('new')}>{t('rules.addEmpty')}</MenuItem>
      <MenuLine />
      <MenuLabel>{t('rules.addFrom')}</MenuLabel>
      {PRESETS.map((one) => (
        <MenuItem key={one} onSelect={() => begin(`new-${one}`)}>
          {t(`preset.${one}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
