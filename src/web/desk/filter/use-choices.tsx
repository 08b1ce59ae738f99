import { useQuery } from '@tanstack/react-query';
import type { AboutValue } from '../../../core/conversation/filter.ts';
import { ATTENTIONS, RESOLUTIONS } from '../../../core/conversation/states.ts';
import { KINDS, SENTIMENTS, TOPICS } from '../../../core/understanding/understood.ts';
import { agentsQuery, channelsQuery, fieldsQuery, inboxesQuery, labelsQuery, teamsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import type { Choice } from '../../parts/combobox.tsx';
import { ColourDot } from '../../parts/label-chip.tsx';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { languageName } from '../../text/language-name.ts';
import { t, tryText } from '../../text/t.ts';

/** Languages that are offered; any other can still stand in an address. */
const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'hr',
  'ro',
  'bg',
  'el',
  'tr',
  'uk',
  'ru',
  'ar',
  'he',
  'ja',
  'ko',
  'zh',
];
const URGENCIES = ['0', '1', '2'] as const;
const REACH = { owned_public: 'reach.public', owned_private: 'reach.private', earned: 'reach.earned' } as const;

/** What can be chosen for a kind of condition, by its name. */
export function useChoices(): (about: AboutValue) => readonly Choice[] {
  const may = useMay();
  const { data: agents = [] } = useQuery({ ...agentsQuery, enabled: may('agents.read') });
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('agents.read') });
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: inboxes = [] } = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  const { data: channels = [] } = useQuery(channelsQuery);
  const people = (nobody: string): Choice[] => [
    { value: 'me', label: t('filter.me') },
    { value: 'none', label: nobody },
    ...agents.map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={18} /> })),
  ];
  return (about) => {
    switch (about) {
      case 'assignee':
      case 'opened_by':
        return people(t('filter.nobody'));
      case 'team':
        return [
          { value: 'mine', label: t('filter.myTeams') },
          { value: 'none', label: t('filter.noTeam') },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ];
      case 'label':
        return [
          ...labels.map(({ id, name, colour }) => ({ value: id, label: name, icon: <ColourDot colour={colour} /> })),
          { value: 'none', label: t('filter.noLabel') },
        ];
      case 'inbox':
        return inboxes.map(({ id, name, channel }) => ({
          value: id,
          label: name,
          icon: <NetworkMark channel={channel} />,
        }));
      case 'channel':
        return channels.map(({ channel, name }) => ({
          value: channel,
          label: name,
          icon: <NetworkMark channel={channel} />,
        }));
      case 'reach':
        return Object.entries(REACH).map(([value, key]) => ({ value, label: t(key) }));
      case 'attention':
        return [
          ...ATTENTIONS.map((value) => ({ value, label: t(`attention.${value}`) })),
          { value: 'none', label: t('filter.neverAsked') },
        ];
      case 'resolution':
        return RESOLUTIONS.map((value) => ({ value, label: t(`resolution.${value}`) }));
      case 'sentiment':
        return [
          ...SENTIMENTS.map((value) => ({ value, label: t(`filter.sentiment.${value}`) })),
          { value: 'none', label: t('filter.unclear') },
        ];
      case 'kind':
        return [
          ...KINDS.map((value) => ({ value, label: t(`filter.kind.${value}`) })),
          { value: 'none', label: t('filter.unclear') },
        ];
      case 'topic':
        return [
          ...TOPICS.map((value) => ({ value, label: t(`filter.topic.${value}`) })),
          { value: 'none', label: t('filter.unclear') },
        ];
      case 'urgency':
        return URGENCIES.map((value) => ({ value, label: t(`filter.urgency.${value}`) }));
      case 'purpose':
        return [...new Set(['support', 'news', 'careers', ...inboxes.map(({ purpose }) => purpose)])].map((value) => ({
          value,
          label: tryText(`filter.purpose.${value}`) ?? value,
        }));
      case 'language':
        return [
          ...LANGUAGES.map((value) => ({ value, label: languageName(value) })),
          { value: 'none', label: t('filter.noLanguage') },
        ];
    }
  };
}

export function useFields() {
  const { data: fields = [] } = useQuery(fieldsQuery);
  return fields.filter(({ about, isArchived }) => about === 'conversation' && !isArchived);
}
