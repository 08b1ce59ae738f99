import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Macro } from '../../../wire/composing.ts';
import { macrosQuery } from '../../api/composing.ts';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { t } from '../../text/t.ts';
import { ItemLink, NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Section, Sheet } from '../parts/sheet.tsx';
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
  const add = <NewLink page="macros">{t('macros.add')}</NewLink>;
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
          <ItemLink key={macro.id} page="macros" item={macro.id}>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{macro.name}</span>
              <span className="block truncate text-ink-2">
                {[macro.replyId ? t('macros.replies') : null, ...macro.acts.map(words)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="num w-20 flex-none text-end text-s text-ink-3 max-phone:hidden">
              {t('replies.uses', { count: macro.uses })}
            </span>
          </ItemLink>
        ))}
      </Lines>
    </Section>
  );
}
