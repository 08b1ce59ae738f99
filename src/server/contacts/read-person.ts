import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import { noSuch } from '../../core/access/no-such.ts';
import type { ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { companyDomain } from '../../core/person/company.ts';
import { engagementOf } from '../../core/person/engagement.ts';
import { stageOf } from '../../core/person/lifecycle.ts';
import { isSharedMailbox } from '../../core/person/names.ts';
import { isCityField, type SharedKey, suggestSame } from '../../core/person/suggest.ts';
import type { Reader } from '../../storage/database.ts';
import { type AboutPerson, readAbout, readEngagement } from '../../storage/person/about-person.ts';
import { type CandidateKey, readCandidates, readKnown, readNames, sameName } from '../../storage/person/candidates.ts';
import { companyOfDomains } from '../../storage/person/companies.ts';
import { standingMerges } from '../../storage/person/merging.ts';
import { findPeople } from '../../storage/search/names.ts';
import { listFields } from '../../storage/work/fields.ts';
import type { PersonAbout, Suggestion } from '../../wire/persons.ts';
import type { Visitor } from '../access/visitor.ts';
import { showTime } from '../conversations/show-row.ts';

/** Whoever has more doubles than these is looked at again after the first ones are settled. */
const SHOWN = 5;

/** What is known of somebody beside what they said. Throws `no_such_contact`. */
export async function readPerson(db: Reader, who: Visitor, id: ContactId, now: Date): Promise<PersonAbout> {
  const { workspaceId } = who;
  const visible = visibleInboxes(who.inboxes);
  const about = await readAbout(db, workspaceId, id);
  if (!about) throw noSuch('contact');
  const [facts, names, merges, companySuggested, suggestions] = await Promise.all([
    readEngagement(db, workspaceId, id, visible, now),
    readNames(db, workspaceId, id),
    standingMerges(db, workspaceId, id),
    suggestCompany(db, workspaceId, about),
    about.mergedIntoId ? [] : suggest(db, workspaceId, about, visible),
  ]);
  const engagement = engagementOf(facts, now);
  const shared = [...Map.groupBy(names, ({ identityId }) => identityId).values()].filter(isSharedMailbox);
  return {
    id,
    mergedIntoId: about.mergedIntoId,
    vipAt: showTime(about.vipAt),
    vipBy: about.vipBy,
    stage: stageOf(about),
    engagement: { ...engagement, lastAt: showTime(engagement.lastAt) },
    company: about.companyId ? { id: about.companyId, name: about.companyName ?? '' } : null,
    companySuggested,
    sharedBy: [...new Set(shared.flat().map(({ name }) => name))].slice(0, 4),
    suggestions,
    merges: merges.toReversed().map((merge) => ({
      id: merge.id,
      name: String(merge.beforeFrom.name ?? ''),
      fromId: merge.fromId,
      at: merge.at.toISOString(),
      byName: merge.byName,
    })),
  };
}

async function suggestCompany(db: Reader, workspaceId: WorkspaceId, { companyId, mails }: AboutPerson) {
  if (companyId) return null;
  return companyOfDomains(
    db,
    workspaceId,
    mails.map(companyDomain).filter((domain) => domain !== null),
  );
}

async function suggest(
  db: Reader,
  workspaceId: WorkspaceId,
  about: AboutPerson,
  visible: readonly InboxId[] | null,
): Promise<Suggestion[]> {
  const [keys, cities] = await Promise.all([readCandidates(db, workspaceId, about.id), cityFields(db, workspaceId)]);
  const cityOf = (fields: Readonly<Record<string, unknown>>) =>
    cities.map((id) => fields[id]).find((value): value is string => typeof value === 'string' && value !== '') ?? null;
  const city = cityOf(about.fields);
  const alike = city ? await sameName(db, workspaceId, about.id, await findPeople(db, workspaceId, about.name)) : [];
  const byPerson = Map.groupBy(keys, ({ contactId }) => contactId);
  const known = await readKnown(db, workspaceId, [...new Set([...byPerson.keys(), ...alike])], visible);
  const found = known.flatMap((person) => {
    const shared = (byPerson.get(person.id) ?? []).map(sharedOf);
    const suggested = suggestSame(
      { name: about.name, city },
      { name: person.name, city: cityOf(person.fields) },
      shared,
    );
    if (!suggested) return [];
    const { fields: _, lastAt, channels, ...shown } = person;
    return [
      {
        person: { ...shown, channels: [...channels], lastAt: showTime(lastAt) },
        confidence: suggested.confidence,
        evidence: suggested.evidence.map((one) => ({ ...one })),
      },
    ];
  });
  return found.toSorted((a, b) => b.confidence - a.confidence).slice(0, SHOWN);
}

const sharedOf = ({ names, ...key }: CandidateKey): SharedKey => ({
  ...key,
  isShared: isSharedMailbox(
    names.map(({ name, firstAt, lastAt }) => ({ name, firstAt: new Date(firstAt), lastAt: new Date(lastAt) })),
  ),
});

async function cityFields(db: Reader, workspaceId: WorkspaceId): Promise<readonly string[]> {
  const fields = await listFields(db, workspaceId);
  return fields.filter(({ about, name }) => about === 'contact' && isCityField(name)).map(({ id }) => id);
}
