import { z } from 'zod';
import type { AccountCheck, Connector } from '../../core/channel/connector.ts';
import { abilitiesOf } from '../../core/channel/matrix.ts';
import type { Json } from '../../core/ids.ts';
import type { Backlog, InboxRow } from '../../storage/inboxes.ts';
import type { Abilities, Channel, CheckResult, Inbox } from '../../wire/inboxes.ts';
import { readQuota } from './kept-quota.ts';
import { showHeard } from './show-heard.ts';
import type { Standing } from './standing.ts';

const Count = z.object({ onServer: z.number(), seen: z.number() });
const Hours = z.object({ open: z.string(), timeZone: z.string() });
const Settings = z.record(z.string(), z.unknown());

export function showChannel(connector: Connector, slug: string): Channel {
  const { channel, name, mark, credentials, capabilities, home } = connector;
  const { publish } = capabilities.acts;
  return {
    channel,
    name,
    mark,
    // A secret has no initial value to show.
    fields: credentials.fields.map((field) => ({
      ...field,
      ...(field.choices ? { choices: [...field.choices] } : { choices: undefined }),
    })),
    webhookPath: connector.webhook?.isSetByUs ? null : webhookPath(connector, slug),
    canPublish: publish !== undefined,
    publishLimit: publish ? limitOf(publish.text ?? capabilities.text) : null,
    ...(home ? { home } : {}),
    ...(home === 'widget' ? { embed: slug } : {}),
  };
}

export function showAbilities(connector: Connector): Abilities {
  const { hears, acts, more, limits } = abilitiesOf(connector);
  return { hears: [...hears], acts: [...acts], more: [...more], limits: [...limits], proof: { ...connector.proof } };
}

/** Where the network must send its events, below our address; null when we fetch them ourselves. */
export function webhookPath({ webhook }: Connector, slug: string): string | null {
  return webhook ? `/webhooks/${slug}/${webhook.family}` : null;
}

export function showInbox(
  row: InboxRow,
  backlog: Backlog,
  connector: Connector | undefined,
  standing: Standing,
): Inbox {
  const family = connector?.webhook?.family;
  return {
    id: row.id,
    channel: row.channel,
    externalId: row.account,
    name: row.name,
    handle: row.handle,
    avatarUrl: row.avatarUrl,
    purpose: row.purpose,
    brand: row.brand,
    language: row.language,
    teamId: row.teamId,
    hours: Hours.safeParse(row.hours).data ?? null,
    ownerEmail: row.ownerEmail,
    settings: Settings.safeParse(row.settings).data ?? {},
    health: {
      state: row.state,
      detail: row.stateDetail,
      since: row.stateSince.toISOString(),
      lastEventAt: row.lastEventAt?.toISOString() ?? null,
      lastCallAt: row.lastCallAt?.toISOString() ?? null,
      lastError: row.lastError,
      lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
      tokenExpiresAt: row.tokenExpiresAt?.toISOString() ?? null,
      waiting: (backlog.waiting.get(row.id) ?? 0) + (family ? (backlog.waitingByFamily.get(family) ?? 0) : 0),
      outgoing: backlog.outgoing.get(row.id) ?? 0,
      count: Count.safeParse(row.lastCount).data ?? null,
      restsUntil: row.restsUntil?.toISOString() ?? null,
      restsBecause: row.restsBecause,
      quota: showQuota(row.quota),
      heard: showHeard(row),
      alerts: standing.alerts
        .filter(({ inboxId }) => inboxId === row.id)
        .map(({ id, kind, detail, todo, since }) => ({ id, kind, detail, todo, since: since.toISOString() })),
      gaps: standing.gaps
        .filter(({ inboxId }) => inboxId === row.id)
        .map(({ id, from, to, why }) => ({
          id,
          from: from.toISOString(),
          to: to.toISOString(),
          why,
          people: (standing.people.get(id) ?? []).map(({ conversationId, name }) => ({ conversationId, name })),
        })),
    },
  };
}

function showQuota(stored: Json): Inbox['health']['quota'] {
  const quota = readQuota(stored);
  return (
    quota && {
      of: quota.of,
      used: quota.used,
      limit: quota.limit,
      resetsAt: quota.resetsAt?.toISOString() ?? null,
      costUsd: quota.costUsd ?? null,
    }
  );
}

export function showCheck(check: AccountCheck): CheckResult {
  if (!check.ok) return { ok: false, problem: check.problem, todo: check.todo, field: check.field ?? null };
  const { id, name, handle } = check.account;
  return { ok: true, account: { id, name, handle: handle ?? null }, warnings: [...check.warnings] };
}

const limitOf = ({ max, unit }: { readonly max: number; readonly unit: string }) => ({ max, unit });
