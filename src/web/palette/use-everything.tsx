import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AudioLines, Inbox, ListChecks, MessageSquare, SlidersHorizontal, Workflow, Zap } from 'lucide-react';
import { useDeferredValue } from 'react';
import { VIEWS } from '../../core/conversation/view.ts';
import { macrosQuery } from '../api/composing.ts';
import { agentsQuery, inboxesQuery, labelsQuery, searchQuery, viewsQuery } from '../api/queries.ts';
import { macroHand } from '../conversation/composer/macro-hand.ts';
import { type DeskSearch, searchOf } from '../desk/desk-search.ts';
import { VIEW_NAMES } from '../desk/views/view-names.ts';
import { useMay, useMe } from '../frame/use-me.ts';
import { Avatar } from '../parts/avatar.tsx';
import { ColourDot } from '../parts/label-chip.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { boundTo } from '../parts/use-keys.ts';
import { pagesFor } from '../settings/pages.ts';
import { t } from '../text/t.ts';
import { COMMANDS, holdsIn } from './commands.ts';
import type { Item, Section } from './item.ts';
import { ranked } from './rank.ts';
import { recentIds } from './recent.ts';
import { deskHands } from './state.ts';

const ICON = { size: 15, strokeWidth: 1.7, 'aria-hidden': true } as const;
const FEW = 5;

/** Everything that can be done or gone to from here, found by what is typed. */
export function useEverything(typed: string): { readonly sections: readonly Section[]; readonly isSearching: boolean } {
  const navigate = useNavigate();
  const { acts, agent } = useMe();
  const may = useMay();
  const { data: views = [] } = useQuery(viewsQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: may('agents.read') });
  const { data: inboxes = [] } = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  const sought = useDeferredValue(typed.trim());
  const found = useQuery(searchQuery(sought));

  const toList = (search: DeskSearch) => () => void navigate({ to: '/desk', search });
  const doing: Item[] = COMMANDS.flatMap((command): Item[] => {
    const [key = ''] = command.keys;
    const run = boundTo(key);
    const isAbout = command.group === 'conversation' || command.group === 'chosen';
    if (!holdsIn(command, location.pathname)) return [];
    if (command.isKeyOnly || (isAbout ? !run && !(command.step && deskHands()?.targets().length) : !run)) return [];
    const line = { id: `do ${command.name}`, name: t(command.name), keys: key, icon: <Zap {...ICON} /> };
    return [command.step ? { ...line, next: command.step } : { ...line, ...(run ? { run } : {}) }];
  });
  const takeMacro = macroHand();
  const { data: macros = [] } = useQuery({ ...macrosQuery, enabled: takeMacro !== null });
  if (takeMacro)
    doing.push(
      ...macros.map((macro) => ({
        id: `macro ${macro.id}`,
        name: t('macro.will', { name: macro.name }),
        icon: <Workflow {...ICON} />,
        run: () => takeMacro(macro),
      })),
    );
  const lists: Item[] = [
    ...VIEWS.map((view) => ({
      id: `view ${view}`,
      name: t(VIEW_NAMES[view]),
      icon: <ListChecks {...ICON} />,
      run: toList(searchOf(view)),
    })),
    ...views.map(({ id, name }) => ({
      id: `saved ${id}`,
      name,
      icon: <ListChecks {...ICON} />,
      run: toList({ saved: id }),
    })),
    ...inboxes.map(({ id, name, channel }) => ({
      id: `inbox ${id}`,
      name,
      also: channel,
      icon: <NetworkMark channel={channel} />,
      run: toList({ inbox: id }),
    })),
  ];
  const narrowed: Item[] = [
    ...labels
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, name, colour }) => ({
        id: `label ${id}`,
        name: t('palette.labelled', { name }),
        icon: <ColourDot colour={colour} />,
        run: toList({ view: 'all', f: `label.one_of.${id}` }),
      })),
    ...agents.map(({ id, name }) => ({
      id: `agent ${id}`,
      name: t('palette.heldBy', { name }),
      icon: <Avatar name={name} size={18} />,
      run: toList({ view: 'all', f: `assignee.one_of.${id}` }),
    })),
  ];
  const rooms: Item[] = [
    ...(may('conversations.read')
      ? [
          {
            id: 'room listen',
            name: t('rail.listen'),
            icon: <AudioLines {...ICON} />,
            run: () => void navigate({ to: '/listen' }),
          },
        ]
      : []),
    ...(may('inboxes.read')
      ? [
          {
            id: 'room inboxes',
            name: t('rail.inboxes'),
            icon: <Inbox {...ICON} />,
            run: () => void navigate({ to: '/inboxes' }),
          },
        ]
      : []),
    ...(may('ledger.read')
      ? [
          {
            id: 'room ledger',
            name: t('rail.ledger'),
            icon: <Inbox {...ICON} />,
            run: () => void navigate({ to: '/ledger' }),
          },
        ]
      : []),
    ...pagesFor(acts, agent !== null).map((page) => ({
      id: `page ${page.id}`,
      name: t('palette.settings', { name: t(page.title) }),
      also: t(page.words),
      icon: <SlidersHorizontal {...ICON} />,
      run: () => void navigate({ to: '/settings/$page', params: { page: page.id } }),
    })),
  ];
  const openAt = (id: string, at?: string) => () =>
    void navigate({ to: '/desk/$id', params: { id }, search: (old) => ({ ...old, ...(at ? { at } : {}) }) as never });
  const people: Item[] = (found.data?.people ?? []).slice(0, FEW).flatMap((one) =>
    one.conversationId === null
      ? []
      : [
          {
            id: `person ${one.id}`,
            name: one.name || t('person.nameless'),
            ...(one.handle ? { detail: one.handle } : {}),
            icon: <NetworkMark channel={one.channel} />,
            run: openAt(one.conversationId),
          },
        ],
  );
  const talks: Item[] = (found.data?.hits ?? []).slice(0, FEW).map((hit) => ({
    id: `message ${hit.messageId}`,
    name: hit.conversation.contact.name || t('person.nameless'),
    detail: hit.text,
    icon: <MessageSquare {...ICON} />,
    run: openAt(hit.conversation.id, hit.messageId),
  }));
  const isTyped = sought.length >= 2;
  const known = [...doing, ...lists, ...rooms, ...narrowed];
  const recent = typed === '' ? recentIds().flatMap((id) => known.find((one) => one.id === id) ?? []) : [];
  const rest = (items: readonly Item[]) =>
    ranked(
      typed,
      items.filter((one) => !recent.includes(one)),
    );
  const sections: Section[] = [
    { title: t('palette.recent'), items: recent },
    { title: t('palette.do'), items: rest(doing) },
    { title: t('palette.people'), items: isTyped ? people : [] },
    { title: t('palette.lists'), items: rest(lists) },
    { title: t('palette.conversations'), items: isTyped ? talks : [] },
    { title: t('palette.narrowed'), items: typed === '' ? [] : rest(narrowed).slice(0, 8) },
    { title: t('palette.rooms'), items: typed === '' ? [] : rest(rooms).slice(0, 8) },
  ];
  return {
    sections: sections.filter(({ items }) => items.length > 0),
    isSearching: isTyped && found.isFetching && !found.data,
  };
}
