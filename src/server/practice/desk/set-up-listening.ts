import { addBoard } from '../../../actions/listening/keep-board.ts';
import { addListeningRule } from '../../../actions/listening/keep-listening-rule.ts';
import type { Principal } from '../../../actions/who.ts';
import type { ListeningBody } from '../../../core/listening/listening-rule.ts';
import { BRAND, RIVAL } from '../../../simulators/personas/brand.ts';
import type { Database } from '../../../storage/database.ts';
import { newId } from '../../../storage/new-id.ts';

export interface Boards {
  readonly ours: string;
  readonly theirs: string;
}

/** What a team lead of the brand would listen for: the name with a problem, the name alone, and another shop's. */
export async function setUpListening(db: Database, who: Principal, now: Date): Promise<Boards> {
  const [ours, theirs] = [newId<string>(), newId<string>()];
  await addBoard(db, who, { id: ours, name: 'About us', kind: 'own' }, now);
  await addBoard(db, who, { id: theirs, name: RIVAL.name, kind: 'competitor' }, now);
  const rule = (body: Pick<ListeningBody, 'name' | 'boardId' | 'brand' | 'care' | 'becomes'>) => {
    const forms = ['plain', 'hashtag', 'handle', 'misspelt'] as const;
    const rest = { forms, triggers: {}, without: ['job', 'jobs', 'hiring'], languages: [], sources: [] };
    return addListeningRule(db, who, { id: newId(), isOn: true, body: { ...rest, ...body } }, now);
  };
  await rule({
    name: 'Our name with a problem',
    boardId: ours,
    brand: [BRAND.name],
    care: 'understood',
    becomes: 'conversation',
  });
  await rule({ name: 'Our name', boardId: ours, brand: [BRAND.name], care: 'anything', becomes: 'board' });
  await rule({ name: RIVAL.name, boardId: theirs, brand: [RIVAL.name], care: 'anything', becomes: 'board' });
  return { ours, theirs };
}
