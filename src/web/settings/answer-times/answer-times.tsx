import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { PRESETS } from '../../../core/clocks/presets.ts';
import type { Policy } from '../../../wire/clocks.ts';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { Ordered } from '../../parts/order/ordered.tsx';
import { useKeepOrder } from '../../parts/order/use-keep-order.ts';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';
import { ItemLink, NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Section, Sheet } from '../parts/sheet.tsx';
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
  const keep = useKeepOrder('/api/answer-policies-order', policiesQuery.queryKey);
  const takeOver = useTakeOver();
  const conditions = useConditionWords();
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
      <Ordered label={t('times.order')} items={items} keep={keep}>
        {(policy, { at, isHeld, grip }) => (
          <li
            className={`flex items-center first:rounded-t-medium last:rounded-b-medium ${isHeld ? 'relative bg-accent-soft' : ''}`}
          >
            {grip}
            <span aria-hidden="true" className="num w-5 flex-none text-end text-s text-ink-3 max-phone:hidden">
              {count(at + 1)}
            </span>
            <ul className="min-w-0 flex-1">
              <ItemLink page="answer-times" item={policy.id} className="ps-3 pe-4 max-phone:ps-0">
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
        )}
      </Ordered>
    </Section>
  );
}

const fitsEverything = (conditions: Policy['conditions']): boolean =>
  Object.values(conditions).every((one) => one === null || (Array.isArray(one) && one.length === 0));
