import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Macro } from '../../../wire/composing.ts';
import { buttonClass } from '../../parts/button.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Section, Sheet } from '../parts/sheet.tsx';
import { macrosQuery } from '../queries.ts';
import { MacroEditor } from './macro-editor.tsx';
import { useActWords } from './use-act-words.ts';

/** A reply and acts in one stroke. */
export default function Macros() {
  const { item } = useParams({ strict: false });
  const macros = useQuery(macrosQuery);
  const macro = macros.data?.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={macro?.name ?? t(item === 'new' ? 'macros.add' : 'page.macros')} up="macros">
        <Loaded query={macros} what={t('what.macros')}>
          {() =>
            item === 'new' || macro ? (
              <MacroEditor key={item} macro={macro ?? null} />
            ) : (
              <Empty title={t('macros.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  const add = (
    <Link to="/settings/$page/$item" params={{ page: 'macros', item: 'new' }} className={buttonClass('main')}>
      <Plus size={14} aria-hidden />
      {t('macros.add')}
    </Link>
  );
  return (
    <Sheet title={t('page.macros')} about={t('macros.about')} acts={add}>
      <Loaded query={macros} what={t('what.macros')}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('macros.none')} act={add}>
              {t('macros.noneAbout')}
            </Empty>
          ) : (
            <Found items={items} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

function Found({ items }: { readonly items: readonly Macro[] }) {
  const [typed, setTyped] = useState('');
  const found = items.filter((one) => within(one.name, typed));
  return (
    <>
      {items.length > 8 && <SearchBox label={t('macros.find')} value={typed} onChange={setTyped} />}
      {found.length === 0 && <Empty title={t('settings.noneFound', { typed })} />}
      <MacroLines title={t('replies.shared')} macros={found.filter((one) => one.isShared)} />
      <MacroLines title={t('replies.mine')} macros={found.filter((one) => !one.isShared)} />
    </>
  );
}

function MacroLines({ title, macros }: { readonly title: string; readonly macros: readonly Macro[] }) {
  const words = useActWords();
  if (macros.length === 0) return null;
  return (
    <Section title={title}>
      <Lines label={title}>
        {macros.map((macro) => (
          <li key={macro.id}>
            <Link
              to="/settings/$page/$item"
              params={{ page: 'macros', item: macro.id }}
              className="flex min-h-[56px] items-center gap-3 px-4 py-2 hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{macro.name}</span>
                <span className="block truncate text-ink-2">
                  {[macro.replyId ? t('macros.replies') : null, ...macro.acts.map(words)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="num w-20 flex-none text-end text-s text-ink-3 max-phone:hidden">
                {t('replies.uses', { count: macro.uses })}
              </span>
              <ChevronRight size={16} aria-hidden className="flex-none text-ink-3 rtl:-scale-x-100" />
            </Link>
          </li>
        ))}
      </Lines>
    </Section>
  );
}
