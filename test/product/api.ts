import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ACTS } from '../../src/core/access/role.ts';
import { ConversationDetail, ConversationList, type ConversationRow, type View } from '../../src/wire/conversations.ts';
import { Balance, ConnectedInbox, type Inbox, InboxList } from '../../src/wire/inboxes.ts';
import type { Message } from '../../src/wire/messages.ts';
import { MadeApiToken } from '../../src/wire/people.ts';
import { OutgoingAct, type Way } from '../../src/wire/replying.ts';
import { call, fromOurPage } from './call.ts';
import type { Product } from './process.ts';
import { until } from './until.ts';

/** What a script of an admin does: everything by HTTP, with an API token. */
export interface Api {
  readonly url: string;
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>>;
  conversations(view?: View): Promise<readonly ConversationRow[]>;
  conversation(id: string): Promise<ConversationDetail>;
  /** Answers as the script, or as the person who signed in, and gives the message once the network has taken it. */
  answer(conversationId: string, text: string, how?: Answering): Promise<Message>;
  connect(
    channel: string,
    credentials: Readonly<Record<string, unknown>>,
    settings?: Readonly<Record<string, unknown>>,
  ): Promise<z.infer<typeof ConnectedInbox>>;
  inbox(id: string): Promise<Inbox>;
  /** The ledger once nothing waits in it any more. */
  settledBalance(isEnough: (balance: Balance) => boolean, withinMs?: number): Promise<Balance>;
}

export interface Answering {
  readonly as?: 'script' | 'person';
  readonly way?: (way: Way) => boolean;
}

const SCOPES = ACTS.filter((act) => act !== 'workspace.manage' && act !== 'tokens.manage');

/** Signs in by the printed link as a person would, and makes a token for the scripts. */
export async function openApi(product: Product): Promise<Api> {
  const token = new URL(await product.signInLink()).searchParams.get('token');
  const signedIn = await call(product.url, fromOurPage(), 'POST', '/api/session/link', { token });
  const person = { ...fromOurPage(), cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const made = await call(product.url, person, 'POST', '/api/tokens', { name: 'script', scopes: SCOPES });
  const { token: secret } = MadeApiToken.parse(await made.json());
  return apiWith(product.url, { authorization: `Bearer ${secret}` }, person);
}

type Headers = Readonly<Record<string, string>>;

function apiWith(url: string, script: Headers, person: Headers): Api {
  const askAs = async (who: Headers, method: string, path: string, body?: unknown): Promise<unknown> =>
    (await call(url, who, method, path, body)).json();
  const ask: Api['ask'] = (method, path, body) => askAs(script, method, path, body);
  const read: Api['read'] = async (schema, path) => schema.parse(await ask('GET', path));
  return {
    url,
    ask,
    read,
    async conversations(view = 'all') {
      const rows: ConversationRow[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: z.infer<typeof ConversationList> = await read(
          ConversationList,
          `/api/conversations?view=${view}&limit=100${from}`,
        );
        rows.push(...page.items);
        cursor = page.cursor;
      }
      return rows;
    },
    conversation: (id) => read(ConversationDetail, `/api/conversations/${id}`),
    async answer(conversationId, text, { as = 'script', way: isIt = () => true } = {}) {
      const before = await this.conversation(conversationId);
      const way = before.ways.find((one) => one.isOpen && isIt(one));
      if (!way) throw new Error(`No such way of answering is open: ${JSON.stringify(before.ways)}`);
      const body = { id: randomUUID(), way: way.key, text, readAtSeq: before.seq };
      const who = as === 'person' ? person : script;
      const act = OutgoingAct.parse(await askAs(who, 'POST', `/api/conversations/${conversationId}/messages`, body));
      const message = async () =>
        (await this.conversation(conversationId)).messages.find(({ id }) => id === act.messageId);
      const isTaken = async () => {
        const sent = await message();
        return sent && ['sent', 'delivered', 'read', 'failed'].includes(sent.delivery ?? '') && sent;
      };
      return until('the network takes the answer', isTaken, { say: async () => JSON.stringify(await message()) });
    },
    connect: async (channel, credentials, settings = {}) =>
      ConnectedInbox.parse(await ask('POST', '/api/inboxes', { channel, credentials, settings })),
    async inbox(id) {
      const { items } = await read(InboxList, '/api/inboxes');
      const inbox = items.find((one) => one.id === id);
      if (!inbox) throw new Error(`There is no inbox ${id}.`);
      return inbox;
    },
    settledBalance(isEnough, withinMs = 60_000) {
      const look = async () => {
        const balance = await read(Balance, '/api/ledger/balance');
        return balance.waiting === 0 && isEnough(balance) && balance;
      };
      const say = async () => JSON.stringify(await ask('GET', '/api/ledger/balance'));
      return until('everything that arrived is filed', look, { withinMs, say });
    },
  };
}
