import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react';
import { PRESETS } from '../../../core/clocks/presets.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { ItemLink, NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Section, Sheet } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';
import { DryRun } from './dry-run.tsx';
import { PolicyEditor } from './policy-editor.tsx';
import { targetsInWords, useConditionWords } from './policy-words.ts';
import { PresetCards, useTakeOver } from './presets.tsx';
import { policiesQuery } from './queries.ts';

/** By when customers are answered. */
export default function AnswerTimes() {
  const { item } = useParams({ strict: false });
  const policies = useQuery(policiesQuery);
  const policy = policies.data?.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={policy?.name ?? t(item === 'new' ? 'times.add' : 'page.answer-times')} up="answer-times">
        <Loaded query={policies} what={t('what.answerTimes')}>
          {(all) =>
            item === 'new' || policy ? (
              <PolicyEditor key={item} policy={policy ?? null} all={all} />
            ) : (
              <Empty title={t('times.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  return (
    <Sheet
      title={t('page.answer-times')}
      about={t('times.about')}
      acts={<NewLink page="answer-times">{t('times.add')}</NewLink>}
    >
      <Loaded query={policies} what={t('what.answerTimes')}>
        {(items) =>
          items.length === 0 ? (
            <Section title={t('times.none')} about={t('times.noneAbout')}>
              <PresetCards />
            </Section>
          ) : (
            <>
              <PolicyLines items={items} />
              <DryRun policies={items} />
            </>
          )
        }
      </Loaded>
    </Sheet>
  );
}

function PolicyLines({ items }: { readonly items: readonly Policy[] }) {
  const settle = useSettle('answer-policies');
  const takeOver = useTakeOver();
  const conditions = useConditionWords();
  const move = (from: number, by: -1 | 1) => {
    const ids = items.map(({ id }) => id);
    const [moved = ''] = ids.splice(from, 1);
    ids.splice(from + by, 0, moved);
    void settle('PUT', '/api/answer-policies-order', { ids }, t('times.moved', { name: items[from]?.name ?? '' }));
  };
  // Whatever stands below one that fits everything is never asked.
  const last = items.findIndex((one) => one.isOn && fitsEverything(one.conditions));
  const catchAll = items[last];
  const isHidden = (at: number) => last !== -1 && at > last && items[at]?.isOn === true;
  const presets = (
    <Menu trigger={<Button icon={<ChevronDown size={14} aria-hidden />}>{t('times.presets')}</Button>}>
      {PRESETS.map((preset) => (
        <MenuItem key={preset} onSelect={() => void takeOver(preset)}>
          {t(`times.preset.${preset}`)}
        </MenuItem>
      ))}
    </Menu>
  );
  return (
    <Section title={t('times.order')} about={t('times.orderAbout')} acts={presets}>
      <ol className="divide-y divide-line rounded-medium border border-line bg-raised">
        {items.map((policy, at) => (
          <li key={policy.id} className="flex items-center gap-1 ps-2 pe-0">
            <span className="flex flex-none max-phone:flex-col">
              <IconButton label={t('times.up', { name: policy.name })} disabled={at === 0} onClick={() => move(at, -1)}>
                <ArrowUp size={15} aria-hidden />
              </IconButton>
              <IconButton
                label={t('times.down', { name: policy.name })}
                disabled={at === items.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown size={15} aria-hidden />
              </IconButton>
            </span>
            <ul className="min-w-0 flex-1">
              <ItemLink page="answer-times" item={policy.id}>
                <span className={`min-w-0 flex-1 ${policy.isOn ? '' : 'text-ink-3'}`}>
                  <span className="flex flex-wrap items-baseline gap-x-2">
                    <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{policy.name}</span>
                    {!policy.isOn && <span className="flex-none text-s">{t('times.off')}</span>}
                  </span>
                  <span className={`block ${policy.isOn ? 'text-ink-2' : ''}`}>{targetsInWords(policy)}</span>
                  <span className="block text-s text-ink-3">{conditions(policy)}</span>
                  {isHidden(at) && (
                    <span className="block text-s text-warn">{t('times.never', { name: catchAll?.name })}</span>
                  )}
                </span>
              </ItemLink>
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const fitsEverything = (conditions: Policy['conditions']): boolean =>
  Object.values(conditions).every((one) => one === null || (Array.isArray(one) && one.length === 0));
