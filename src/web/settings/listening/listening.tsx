import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { boardsQuery } from '../../api/listening.ts';
import { inboxesQuery } from '../../api/queries.ts';
import { useMe } from '../../frame/use-me.ts';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { AddRule, NobodyListens } from './beginnings.tsx';
import { begin, bodyOf, copyOf, type Draft } from './draft.ts';
import { listeningRulesQuery } from './queries.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';

/** What is looked for in everybody's posts. */
export default function Listening() {
  const { item } = useParams({ strict: false });
  const rules = useQuery(listeningRulesQuery);
  const boards = useQuery(boardsQuery);
  if (item !== undefined) return <Item key={item} item={item} />;
  return (
    <Sheet
      title={t('page.listening')}
      about={t('listening.about')}
      acts={rules.data && rules.data.length > 0 && <AddRule rules={rules.data.length} />}
      isWide
    >
      <Loaded query={rules} what={t('what.listening')}>
        {(items) =>
          items.length === 0 ? (
            <NobodyListens />
          ) : (
            <Loaded query={boards} what={t('what.listening')}>
              {(known) => <RuleList rules={items} boards={known} />}
            </Loaded>
          )
        }
      </Loaded>
    </Sheet>
  );
}

function Item({ item }: { readonly item: string }) {
  const rules = useQuery(listeningRulesQuery);
  const boards = useQuery(boardsQuery);
  const inboxes = useQuery(inboxesQuery);
  const { workspace } = useMe();
  const rule = rules.data?.find(({ id }) => id === item);
  const copied = rules.data?.find(({ id }) => item === `copy-${id}`);
  const isNew = item === 'new' || item.startsWith('new-');
  const brands = [...new Set((inboxes.data ?? []).flatMap(({ brand }) => brand ?? []))];

  function draftOf(): Draft | null {
    if (rule) return { body: bodyOf(rule), newBoard: null };
    if (copied) return copyOf(copied, t('listening.copyName', { name: copied.name }));
    if (!isNew) return null;
    return begin(item, boards.data ?? [], {
      names: brands.length > 0 ? brands : [workspace.name],
      rule: (one) => t(`listening.ruleName.${one}`),
      board: (kind) => t(`listening.boardName.${kind}`),
    });
  }
  return (
    <Sheet title={rule?.name ?? t(isNew || copied ? 'listening.add' : 'page.listening')} up="listening" isWide>
      <Loaded query={rules} what={t('what.listening')}>
        {() => (
          <Loaded query={boards} what={t('what.listening')}>
            {(known) => (
              <Loaded query={inboxes} what={t('what.listening')}>
                {() => <Editor rule={rule ?? null} first={draftOf()} boards={known} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Sheet>
  );
}

type EditorProps = Parameters<typeof RuleEditor>[0];
function Editor({ first, ...rest }: Omit<EditorProps, 'first'> & { readonly first: Draft | null }) {
  // What is being written stays, also when a colleague removes the rule under the typing hand.
  const [kept] = useState(first);
  return kept ? <RuleEditor first={kept} {...rest} /> : <Empty title={t('listening.gone')} />;
}
