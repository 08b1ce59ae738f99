import { type RawBuilder, sql } from 'kysely';
import type { AboutNumber, AboutState, Condition, Filter } from '../../core/conversation/filter.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { soughtIn } from '../../core/text/fold.ts';
import { foldName } from '../../core/text/fold-name.ts';
import { tsqueryOf } from '../search/words.ts';
import { asUuids } from '../uuids.ts';
import { type Sql, VALUES } from './filter-values.ts';

/** As `foldName` does it, and as `contacts.folded` is kept, for what is not kept folded. */
const folded = (text: Sql): Sql => sql`replace(replace(replace(replace(translate(
  lower(normalize(regexp_replace(normalize(${text}, NFKD), U&'[\\0300-\\036F]', '', 'g'), NFC)),
  'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐøđðłħıςØĐŁĦ',
  'αβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґoddlhiσodlh'),
  'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')`;

/**
 * The condition of a filter on `conversations c`; `me` and `mine` are resolved before. `matches` in core says the same.
 * What names nothing that is there (a deleted label, somebody who left) fits nothing, and breaks nothing.
 */
export function filterSql({ match, conditions }: Filter, workspaceId: WorkspaceId, now: Date): RawBuilder<boolean> {
  if (conditions.length === 0) return sql`true`;
  const parts = conditions.map((condition) => sql`(${conditionSql(condition, workspaceId, now)})`);
  return sql`(${sql.join(parts, match === 'all' ? sql` and ` : sql` or `)})`;
}

function conditionSql(condition: Condition, workspaceId: WorkspaceId, now: Date): Sql {
  switch (condition.about) {
    case 'text':
      return not(condition.is === 'lacks', saysSql(condition.value, workspaceId));
    case 'contact':
      return not(condition.is === 'lacks', isCalled(condition.value, workspaceId));
    case 'field':
      return fieldSql(condition);
    default:
      if ('values' in condition)
        return not(condition.is === 'none_of', VALUES[condition.about](condition.values, workspaceId));
      if ('value' in condition) {
        const number = numberSql(condition.about, workspaceId, now);
        const limit = sql`${condition.value}::double precision`;
        return condition.is === 'at_least'
          ? sql`coalesce(${number} >= ${limit}, false)`
          : sql`coalesce(${number} <= ${limit}, false)`;
      }
      return not(condition.is === 'no', stateSql(condition.about, workspaceId, now));
  }
}

/** As a value: an `exists` over thousands of rows is turned into a set of everything there is, which takes seconds. */
const isThere = (from: Sql): Sql => sql`coalesce((select true ${from} limit 1), false)`;
const not = (isNot: boolean, condition: Sql): Sql => (isNot ? sql`not coalesce(${condition}, false)` : condition);

function saysSql(text: string, workspaceId: WorkspaceId): Sql {
  const sought = soughtIn(text);
  if (sought.length === 0) return sql`false`;
  return isThere(sql`from messages said where said.workspace_id = ${workspaceId} and said.conversation_id = c.id
    and said.words @@ ${tsqueryOf(sought)}`);
}

function isCalled(name: string, workspaceId: WorkspaceId): Sql {
  const sought = foldName(name);
  const byName = isThere(sql`from contacts p where p.workspace_id = ${workspaceId} and p.id = c.contact_id
    and position(${sought} in p.folded) > 0`);
  const byHandle = isThere(sql`from identities i where i.workspace_id = ${workspaceId} and i.contact_id = c.contact_id
    and position(${sought} in ${folded(sql`i.handle`)}) > 0`);
  return sql`(${byName} or ${byHandle})`;
}

function stateSql(about: AboutState, workspaceId: WorkspaceId, now: Date): Sql {
  const person = (column: 'blocked_at' | 'muted_at' | 'vip_at') =>
    isThere(sql`from contacts p
    where p.workspace_id = ${workspaceId} and p.id = c.contact_id and p.${sql.ref(column)} is not null`);
  switch (about) {
    case 'snoozed':
      return sql`c.snoozed_until is not null`;
    case 'promised':
      return sql`c.promised_for is not null`;
    case 'overdue_promise':
      return sql`c.promised_for < ${now}`;
    case 'breached':
      return sql`c.due_at < ${now}`;
    case 'opened':
      return sql`c.opened_at is not null`;
    case 'answered_elsewhere':
      return sql`c.answered_elsewhere_at is not null`;
    case 'blocked':
      return person('blocked_at');
    case 'muted':
      return person('muted_at');
    case 'vip':
      return person('vip_at');
    case 'open_task':
      return isThere(
        sql`from tasks k where k.workspace_id = ${workspaceId} and k.conversation_id = c.id and k.done_at is null`,
      );
    case 'merged':
      return sql`c.merged_into_id is not null`;
    case 'known_problem':
      return sql`c.signs ? 'problem'`;
  }
}

function numberSql(about: AboutNumber, workspaceId: WorkspaceId, now: Date): Sql {
  const minutesSince = (at: Sql) => sql`extract(epoch from ${now}::timestamptz - ${at}) / 60`;
  switch (about) {
    case 'priority':
      return sql`c.priority`;
    case 'followers':
      return sql`(select i.followers from identities i where i.workspace_id = ${workspaceId} and i.id = c.identity_id)`;
    case 'messages':
      return sql`c.message_count`;
    case 'waiting_minutes':
      return sql`case when c.attention = 'needs_answer' then ${minutesSince(sql`c.waiting_since`)} end`;
    case 'quiet_minutes':
      return minutesSince(sql`c.last_message_at`);
    case 'due_minutes':
      return sql`-(${minutesSince(sql`c.due_at`)})`;
    case 'age_minutes':
      return minutesSince(sql`c.created_at`);
  }
}

function fieldSql({ fieldId, is, values }: Extract<Condition, { about: 'field' }>): Sql {
  const [id] = asUuids([fieldId]);
  const text = sql`(c.fields ->> ${id ?? ''}::text)`;
  const kind = sql`jsonb_typeof(c.fields -> ${id ?? ''}::text)`;
  const isOneOf = sql`coalesce(${text} = any(${values.map(String)}::text[]), false)`;
  const [limit] = values;
  switch (is) {
    case 'set':
      return sql`${text} is not null`;
    case 'unset':
      return sql`${text} is null`;
    case 'one_of':
      return isOneOf;
    case 'none_of':
      return sql`not ${isOneOf}`;
    case 'contains': {
      const wanted = values.map((value) => foldName(String(value)));
      return sql`exists (select from unnest(${wanted}::text[]) w where position(w in ${folded(text)}) > 0)`;
    }
    case 'at_least':
    case 'at_most': {
      const sign = is === 'at_least' ? sql`>=` : sql`<=`;
      if (limit === undefined) return sql`false`;
      if (typeof limit === 'number')
        return sql`case when ${kind} = 'number' then ${text}::double precision ${sign} ${limit}::double precision else false end`;
      return sql`case when ${kind} = 'string' then ${text} collate "C" ${sign} ${limit}::text else false end`;
    }
  }
}
