import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { z } from 'zod';
import type { Role } from '../../../src/core/access/role.ts';
import { ConversationDetail, ConversationList, type ConversationRow } from '../../../src/wire/conversations.ts';
import { type Inbox, InboxList } from '../../../src/wire/inboxes.ts';
import { InvitedAgent } from '../../../src/wire/people.ts';
import { PracticeState, SeenThread } from '../../../src/wire/practice.ts';
import { call, fromOurPage } from '../../product/call.ts';
import { until } from '../../product/until.ts';
import { CAST } from './cast.ts';
import type { Theatre } from './setup.ts';

const ON_STAGE = new Set<string>(Object.values(CAST));
type Cookie = Extract<Theatre, { url: string }>['cookies'][number];

/** Somebody of the team, with a way in of their own. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly cookies: readonly Cookie[];
}
export interface Post {
  readonly role?: Role;
  readonly roleId?: string;
  readonly preferences?: object;
}

/** Answers leave at once, and nothing is opened but what is asked for. */
export const AT_ONCE = { undoSeconds: 0, afterSending: 'stay' };

/** Behind the page: what somebody may ask of the server, and what customers say. */
export class Office {
  readonly url: string;
  readonly #cookies: readonly Cookie[];
  readonly #turns = new Map<string, readonly string[]>();

  private constructor(url: string, cookies: readonly Cookie[]) {
    this.url = url;
    this.#cookies = cookies;
  }
  static of(cookies?: readonly Cookie[]): Office {
    const theatre = inject('theatre') as Extract<Theatre, { url: string }>;
    return new Office(theatre.url, cookies ?? theatre.cookies);
  }

  ask(path: string): Promise<unknown> {
    return this.send('GET', path);
  }
  async send(method: string, path: string, body?: object): Promise<unknown> {
    return (await this.#fetch(method, path, body)).json();
  }
  #fetch(method: string, path: string, body?: object): Promise<Response> {
    return call(this.url, fromOurPage(this.#cookies), method, path, body);
  }

  /** Somebody new in the team, who has come in by the link of their invitation. */
  async hire(name: string, { role = 'agent', roleId, preferences = AT_ONCE }: Post = {}): Promise<Colleague> {
    const email = `${randomUUID()}@team.example`;
    const post = { name, email, role, ...(roleId ? { roleId } : {}) };
    const { agent, link } = InvitedAgent.parse(await this.send('POST', '/api/agents', post));
    const token = new URL(link).searchParams.get('token');
    const came = await this.#fetch('POST', '/api/invitation/accept', { token, name, password: `${randomUUID()} Aa` });
    const { hostname: domain } = new URL(this.url);
    const cookies = came.headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), domain, path: '/' };
    });
    await Office.of(cookies).send('PATCH', '/api/me/preferences', preferences);
    return { id: agent.id, name, cookies };
  }

  async inboxes(): Promise<readonly Inbox[]> {
    return InboxList.parse(await this.ask('/api/inboxes')).items;
  }

  /** Somebody says it on this network; each time somebody else, so that each time it is a matter of its own. */
  async customerSays(channel: string, text: string): Promise<void> {
    const [next = '', ...others] = this.#turns.get(channel) ?? (await this.#whoseTurn(channel));
    this.#turns.set(channel, [...others, next]);
    await this.personSays(next, channel, text);
  }
  /** Who has been silent on this network for longest comes first: what earlier tests began with somebody is left alone. */
  async #whoseTurn(channel: string): Promise<readonly string[]> {
    const { personas } = PracticeState.parse(await this.ask('/api/practice'));
    const there = personas.filter(({ id, channels }) => channels.includes(channel) && !ON_STAGE.has(id));
    const spoken = await Promise.all(
      there.map(async ({ id }) => {
        const threads = z.array(SeenThread).parse(await this.ask(`/api/practice/personas/${id}`));
        const said = threads.filter((thread) => thread.channel === channel).flatMap(({ messages }) => messages);
        return { id, last: Math.max(0, ...said.filter(({ by }) => by === 'me').map(({ at }) => Date.parse(at))) };
      }),
    );
    return spoken.toSorted((one, other) => one.last - other.last).map(({ id }) => id);
  }
  async personSays(person: string, channel: string, text: string): Promise<void> {
    const personal = `/api/practice/personas/${person}`;
    const places = (await this.ask(`${personal}/places?channel=${channel}`)) as readonly { id: string }[];
    const subject = channel === 'email' ? { subject: text } : {};
    await this.send('POST', `${personal}/messages`, { channel, place: places[0]?.id ?? '', text, ...subject });
  }

  rowOf(text: string): Promise<ConversationRow> {
    return until(`“${text}” on the desk`, async () => {
      const { items } = ConversationList.parse(await this.ask('/api/conversations?view=all&sort=newest&limit=50'));
      return items.find(({ preview }) => preview.includes(text));
    });
  }
  async conversation(id: string): Promise<ConversationDetail> {
    return ConversationDetail.parse(await this.ask(`/api/conversations/${id}`));
  }
  /** Answers by the first way that is open. */
  async answer(id: string, text: string): Promise<void> {
    const { ways, seq } = await this.conversation(id);
    const way = ways.find(({ isOpen }) => isOpen);
    const body = { id: randomUUID(), way: way?.key, text, readAtSeq: seq };
    await this.send('POST', `/api/conversations/${id}/messages`, body);
  }
  /** Until the conversation is as wanted. */
  async until(id: string, isSo: (detail: ConversationDetail) => boolean, say?: () => unknown): Promise<void> {
    let last: ConversationDetail | undefined;
    await until(
      'the conversation is as wanted',
      async () => {
        last = await this.conversation(id);
        return isSo(last);
      },
      {
        say: () =>
          JSON.stringify([say?.(), last?.conversation, last?.messages.map(({ direction, text }) => [direction, text])]),
      },
    );
  }
}
