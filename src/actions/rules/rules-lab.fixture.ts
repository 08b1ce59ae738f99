import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { actsOf } from '../../core/access/role.ts';
import type { ConversationId, LabelId } from '../../core/ids.ts';
import type { RuleAct, RuleBody } from '../../core/rules/rule.ts';
import type { Database } from '../../storage/database.ts';
import { makeLabel } from '../keep-label.ts';
import { triageDue } from '../triage/triage-due.ts';
import type { Principal } from '../who.ts';
import { addRule } from './keep-rule.ts';

/** A desk with rules, and the triager at hand. */
export async function openRulesLab(db: Database) {
  const desk = await openOutgoingDesk(db);
  const line = await desk.addInbox('line');
  const connectors = createFakeNetwork().connectors();
  const owner: Principal = { ...desk.ana, acts: actsOf('owner') };
  let people = 0;
  const lab = {
    ...desk,
    db,
    line,
    owner,
    label: async (name: string): Promise<LabelId> =>
      (await makeLabel(db, owner, { id: randomUUID(), name: `${name} ${randomUUID()}`, colour: 'blue' }, desk.now()))
        .id,
    rule: (acts: readonly RuleAct[], more: Partial<RuleBody> = {}) => {
      const filter = { match: 'all' as const, conditions: [] };
      const body: RuleBody = { name: 'Rule', when: 'arrived', waitMinutes: 60, hours: null, filter, acts, ...more };
      // What arrives later than the rule is its concern.
      desk.pass(1_000);
      return addRule(db, owner, { id: randomUUID(), isOn: true, body }, desk.now()).finally(() => desk.pass(1_000));
    },
    customer: async (text = 'Where is it?', inbox = line) => {
      people += 1;
      const made = await desk.customerWrites(inbox, { name: `person${people}`, text });
      await lab.set(made.conversationId, sql`triage_at = ${desk.now()}`);
      return made;
    },
    set: (id: ConversationId, what: ReturnType<typeof sql>) =>
      db.alone((tx) =>
        sql`update conversations set ${what} where workspace_id = ${desk.workspaceId} and id = ${id}`.execute(tx),
      ),
    /** Another message, a while later. */
    again: async (to: Parameters<typeof desk.writesAgain>[0], text = 'Hello?') => {
      desk.pass(60_000);
      await desk.writesAgain(to, text);
      await lab.set(
        to.conversationId,
        sql`triage_at = ${desk.now()}, last_inbound_at = ${desk.now()}, attention = 'needs_answer',
        attention_by = null, waiting_since = coalesce(waiting_since, ${desk.now()}::timestamptz)`,
      );
    },
    /** Looks at what is due, until nothing is. */
    triage: async () => {
      const look = () => triageDue(db, desk.workspaceId, desk.now(), undefined, (channel) => connectors.get(channel));
      for (let rounds = 0; (await look()) > 0; rounds += 1) if (rounds > 20) throw new Error('It never comes to rest.');
    },
    moments: async (id: ConversationId) => {
      const { rows } = await sql<{ kind: string; who: string; detail: { readonly [key: string]: unknown } }>`
        select kind, actor_kind as who, detail from timeline_events
        where workspace_id = ${desk.workspaceId} and conversation_id = ${id} order by at, id`.execute(db.read);
      return rows;
    },
  };
  return lab;
}
export type RulesLab = Awaited<ReturnType<typeof openRulesLab>>;
