import { CareError } from '../../core/errors.ts';
import { BRAND_WORDS_MOST, EXCLUDED_MOST, FORMS, type ListeningBody } from '../../core/listening/listening-rule.ts';
import type { Reader } from '../../storage/database.ts';
import { readFilingInboxes } from '../../storage/filing/inboxes.ts';
import { findBoard } from '../../storage/listening/boards.ts';
import { storableText } from '../../storage/rows.ts';
import type { Principal } from '../who.ts';
import { noSuchBoard } from './keep-board.ts';

const TRIGGERS_MOST = 200;

/**
 * Refuses a rule that could never do what it says, in words.
 * @param isDraft its board may be made together with it, later
 * @returns it as it is kept: trimmed, and nothing twice
 */
export async function checkListeningRule(
  db: Reader,
  who: Principal,
  given: ListeningBody,
  isDraft = false,
): Promise<ListeningBody> {
  const body: ListeningBody = {
    name: storableText(given.name).trim(),
    boardId: given.boardId,
    brand: once(given.brand.map((word) => word.trim().replace(/^[#@\s]+/, ''))),
    forms: FORMS.filter((form) => given.forms.includes(form)),
    care: given.care,
    triggers: Object.fromEntries(
      Object.entries(given.triggers)
        .map(([language, words]) => [language, once(words)] as const)
        .filter(([, words]) => words.length > 0),
    ),
    without: once(given.without),
    languages: once(given.languages),
    sources: [...new Set(given.sources)],
    becomes: given.becomes,
  };
  if (body.name === '') throw no('name_missing', 'A name is needed.', 'name');
  if (body.brand.length === 0) throw no('no_brand', 'Say which words to listen for.', 'brand');
  if (body.brand.length > BRAND_WORDS_MOST)
    throw no('too_many_words', `At most ${BRAND_WORDS_MOST} words can be listened for in one rule.`, 'brand');
  const short = body.brand.find((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')].length < 2);
  if (short !== undefined)
    throw no('word_too_short', `“${short}” is too short to listen for: it needs two letters or digits.`, 'brand');
  if (body.forms.length === 0) throw no('no_form', 'Choose at least one form.', 'forms');
  if (body.without.length > EXCLUDED_MOST)
    throw no('too_many_words', `At most ${EXCLUDED_MOST} words can be excluded in one rule.`, 'without');
  if (Object.values(body.triggers).some((words) => words.length > TRIGGERS_MOST))
    throw no('too_many_words', `At most ${TRIGGERS_MOST} words of a language can be added.`, 'triggers');
  await checkPlaces(db, who, body, isDraft);
  return body;
}

async function checkPlaces(
  db: Reader,
  { workspaceId }: Principal,
  body: ListeningBody,
  isDraft: boolean,
): Promise<void> {
  const board = await findBoard(db, workspaceId, body.boardId);
  if (!board && !isDraft) throw noSuchBoard();
  if (board?.kind === 'competitor' && body.becomes === 'conversation')
    throw no('not_ours', 'What is found of others never becomes work by itself. Let it go to the board.', 'becomes');
  if (body.sources.length === 0) return;
  const inboxes = new Set<string>((await readFilingInboxes(db, workspaceId)).map(({ id }) => id));
  if (body.sources.some((id) => !inboxes.has(id)))
    throw no('no_such_inbox', 'One of the accounts is not connected (any more).', 'sources');
}

/** The first of those that differ only in how they are written. */
function once(words: readonly string[]): readonly string[] {
  const clean = words.map((word) => storableText(word).trim().replace(/\s+/g, ' ')).filter((word) => word !== '');
  return [...new Map(clean.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed();
}

const no = (code: string, message: string, field: string) => new CareError('invalid', code, message, { field });
