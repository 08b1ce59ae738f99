import { type RawBuilder, sql } from 'kysely';
import type { Condition, Filter } from '../../core/conversation/filter.ts';
import type { AgentId, ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { IsState, Operator, Query } from '../../core/search/parse-query.ts';
import { phraseOf, type SoughtPart } from '../../core/search/sought.ts';
import { soughtIn } from '../../core/text/fold.ts';
import { foldName } from '../../core/text/fold-name.ts';
import type { Reader } from '../database.ts';
import { findInboxes, findNamed, findPeople } from './names.ts';

/** What a query comes to once its names are looked up. */
export interface Plan {
  readonly wanted: readonly SoughtPart[];
  readonly unwanted: readonly SoughtPart[];
  /** What is asked of the message `m` itself. */
  readonly ofMessage: readonly RawBuilder<unknown>[];
  /** What is asked of its conversation. */
  readonly ofConversation: readonly Filter[];
  /** Said to or in these. Null: any. */
  readonly inboxIds: readonly InboxId[] | null;
  /** Said in a conversation of one of these people. Null: of anybody. */
  readonly contactIds: readonly ContactId[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly notUnderstood: readonly string[];
  /** It names what is not here: nothing can be found. */
  readonly isVain: boolean;
}
export interface Asks {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId | null;
  /** The inboxes that whoever asks may see. Null: all. */
  readonly visible: readonly InboxId[] | null;
}

const STATES: Readonly<Partial<Record<IsState, readonly Condition[]>>> = {
  waiting: [
    { about: 'attention', is: 'one_of', values: ['needs_answer'] },
    { about: 'snoozed', is: 'no' },
  ],
  answered: [{ about: 'attention', is: 'one_of', values: ['answered'] }],
  snoozed: [{ about: 'snoozed', is: 'yes' }],
  promised: [{ about: 'promised', is: 'yes' }],
  overdue: [{ about: 'overdue_promise', is: 'yes' }],
  unassigned: [{ about: 'assignee', is: 'one_of', values: ['none'] }],
  blocked: [{ about: 'blocked', is: 'yes' }],
  muted: [{ about: 'muted', is: 'yes' }],
};
const OF_MESSAGE: Readonly<Record<string, RawBuilder<unknown>>> = {
  public: sql`m.reach <> 'owned_private'`,
  private: sql`(m.reach = 'owned_private' and m.direction <> 'note')`,
  note: sql`m.direction = 'note'`,
  file: sql`jsonb_path_exists(m.content, '$.attachments[*] ? (@.kind == "file" || @.kind == "image" || @.kind == "video" || @.kind == "audio" || @.kind == "gif")')`,
  image: sql`jsonb_path_exists(m.content, '$.attachments[*] ? (@.kind == "image" || @.kind == "gif")')`,
  video: sql`jsonb_path_exists(m.content, '$.attachments[*] ? (@.kind == "video")')`,
  audio: sql`jsonb_path_exists(m.content, '$.attachments[*] ? (@.kind == "audio")')`,
  link: sql`(jsonb_path_exists(m.content, '$.attachments[*] ? (@.kind == "link")') or m.text ~* 'https?://')`,
};

export async function planOf(db: Reader, asks: Asks, query: Query): Promise<Plan> {
  const ofMessage: RawBuilder<unknown>[] = [];
  const conditions: Condition[] = [];
  const excluded: Filter[] = [];
  const notUnderstood = [...query.notUnderstood];
  let isVain = false;
  let inboxIds = asks.visible;
  let contactIds = null as readonly ContactId[] | null;

  const ask = (asked: readonly Condition[], isExcluded: boolean) => {
    if (!isExcluded) conditions.push(...asked);
    // Not all of them hold: one of their opposites does.
    else excluded.push({ match: 'any', conditions: asked.map(opposite) });
  };
  const nobody = (what: string, { value }: Pick<Operator, 'value'>) => {
    notUnderstood.push(`${what} “${value}”.`);
    isVain = true;
  };
  for (const operator of query.operators) {
    const { isExcluded } = operator;
    switch (operator.key) {
      case 'is':
      case 'has': {
        const own = OF_MESSAGE[operator.value];
        if (own) ofMessage.push(isExcluded ? sql`not ${own}` : own);
        else if (operator.value === 'mine')
          ask([{ about: 'assignee', is: 'one_of', values: asks.agentId ? [asks.agentId] : [] }], isExcluded);
        else ask(STATES[operator.value as IsState] ?? [], isExcluded);
        break;
      }
      case 'inbox':
      case 'channel': {
        const sought = foldName(operator.value);
        const { visible } = asks;
        const all = (await findInboxes(db, asks.workspaceId)).filter(({ id }) => visible?.includes(id) ?? true);
        const found = all.filter(({ id, channel, names }) =>
          operator.key === 'channel'
            ? channel.startsWith(sought)
            : id === operator.value || channel === sought || names.some((name) => name.includes(sought)),
        );
        if (found.length === 0)
          nobody(operator.key === 'channel' ? 'There is no inbox on' : 'There is no inbox called', operator);
        const meant = all.filter((one) => found.includes(one) !== isExcluded).map(({ id }) => id);
        inboxIds = inboxIds === null ? meant : inboxIds.filter((id) => meant.includes(id));
        break;
      }
      case 'label':
      case 'team':
      case 'assignee': {
        const { key, value } = operator;
        const isMe = key === 'assignee' && value.toLowerCase() === 'me' && asks.agentId !== null;
        const tables = { label: 'labels', team: 'teams', assignee: 'agents' } as const;
        const ids: readonly string[] =
          value.toLowerCase() === 'none'
            ? ['none']
            : isMe
              ? [asks.agentId ?? '']
              : await findNamed(db, asks.workspaceId, tables[key], value);
        if (ids.length === 0)
          nobody(key === 'assignee' ? 'Nobody in the team is called' : `There is no ${key} called`, operator);
        else ask([{ about: key, is: 'one_of', values: ids }], isExcluded);
        break;
      }
      case 'from': {
        const isMe = operator.value.toLowerCase() === 'me' && asks.agentId !== null;
        const people = isMe ? [] : await findPeople(db, asks.workspaceId, operator.value);
        const agents = isMe ? [asks.agentId] : await findNamed(db, asks.workspaceId, 'agents', operator.value);
        if (people.length + agents.length === 0) nobody('Nobody here is called', operator);
        const said = sql`(m.agent_id = any(${[...agents]}::uuid[]) or (m.direction = 'inbound' and m.identity_id in (
          select i.id from identities i where i.workspace_id = ${asks.workspaceId} and i.contact_id = any(${[...people]}::uuid[]))))`;
        ofMessage.push(isExcluded ? sql`not coalesce(${said}, false)` : said);
        if (!isExcluded && agents.length === 0) contactIds = contactIds?.filter((id) => people.includes(id)) ?? people;
        break;
      }
    }
  }
  const phrases = (texts: readonly string[]) => texts.flatMap((text) => phraseOf(text) ?? []);
  return {
    wanted: [...soughtIn(query.words), ...phrases(query.phrases)],
    unwanted: [...query.excludedWords.flatMap((text) => soughtIn(text)), ...phrases(query.excludedPhrases)],
    ofMessage,
    ofConversation: [...(conditions.length > 0 ? [{ match: 'all' as const, conditions }] : []), ...excluded],
    inboxIds,
    contactIds,
    from: query.from,
    to: query.to,
    notUnderstood,
    isVain,
  };
}

function opposite(condition: Condition): Condition {
  const turned = { one_of: 'none_of', none_of: 'one_of', yes: 'no', no: 'yes' } as const;
  return { ...condition, is: turned[condition.is as keyof typeof turned] } as Condition;
}
