import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { withoutVariables } from '../../../core/composing/fill-reply.ts';
import type { SavedReply } from '../../../wire/composing.ts';
import { savedRepliesQuery } from '../../api/composing.ts';
import { Chip } from '../../parts/chip.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty } from '../../parts/states.tsx';
import { within } from '../../parts/within.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import { ItemLink, NewLink } from '../parts/item-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Lines, Section, Sheet } from '../parts/sheet.tsx';
import { ReplyEditor } from './reply-editor.tsx';

/** Words that are said often: kept once, in every language they are needed in. */
export default function Replies() {
  const { item } = useParams({ strict: false });
  const replies = useQuery(savedRepliesQuery);
  const reply = replies.data?.items.find((one) => one.id === item);
  if (item !== undefined)
    return (
      <Sheet title={reply?.title ?? t(item === 'new' ? 'replies.add' : 'page.replies')} up="replies" isWide>
        <Loaded query={replies} what={t('what.replies')}>
          {({ variables }) =>
            item === 'new' || reply ? (
              <ReplyEditor key={item} reply={reply ?? null} variables={variables} />
            ) : (
              <Empty title={t('replies.gone')} />
            )
          }
        </Loaded>
      </Sheet>
    );
  const add = <NewLink page="replies">{t('replies.add')}</NewLink>;
  return (
    <Sheet title={t('page.replies')} about={t('replies.about')} acts={add}>
      <Loaded query={replies} what={t('what.replies')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('replies.none')} act={add}>
              {t('replies.noneAbout')}
            </Empty>
          ) : (
            <Found items={items} />
          )
        }
      </Loaded>
    </Sheet>
  );
}

function Found({ items }: { readonly items: readonly SavedReply[] }) {
  const [typed, setTyped] = useState('');
  const found = items.filter((one) =>
    within(`${one.title} ${one.shortcut ?? ''} ${one.variants.map(({ text }) => text).join(' ')}`, typed),
  );
  return (
    <>
      <SearchBox label={t('replies.find')} value={typed} onChange={setTyped} />
      {found.length === 0 && <Empty title={t('settings.noneFound', { typed })} />}
      <ReplyLines title={t('replies.shared')} replies={found.filter((one) => one.isShared)} />
      <ReplyLines title={t('replies.mine')} replies={found.filter((one) => !one.isShared)} />
    </>
  );
}

function ReplyLines({ title, replies }: { readonly title: string; readonly replies: readonly SavedReply[] }) {
  if (replies.length === 0) return null;
  return (
    <Section title={title}>
      <Lines label={title}>
        {replies.map((reply) => (
          <ItemLink key={reply.id} page="replies" item={reply.id}>
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2 font-semibold">
                <span className="truncate">{reply.title}</span>
                {reply.shortcut && <span className="font-normal text-ink-3">/{reply.shortcut}</span>}
              </span>
              <span className="block truncate text-ink-2">{withoutVariables(reply.variants[0]?.text ?? '')}</span>
            </span>
            <span className="flex gap-1 max-phone:hidden">
              {reply.variants.map(({ language }) => (
                <Chip key={language ?? ''}>{language ? languageName(language) : t('replies.anyLanguage')}</Chip>
              ))}
            </span>
            <span className="num w-20 flex-none text-end text-s text-ink-3 max-phone:hidden">
              {t('replies.uses', { count: reply.uses })}
            </span>
          </ItemLink>
        ))}
      </Lines>
    </Section>
  );
}
