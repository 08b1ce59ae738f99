import { z } from 'zod';
import type { Capabilities } from '../../../core/channel/capabilities.ts';
import type { Finding, Outgoing, OutgoingContent, SendOutcome, TargetMessage } from '../../../core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../../core/ids.ts';
import { overBy } from '../../../core/text/measure.ts';
import { refused } from '../refused.ts';
import { outcomeBeforeSend, outcomeOf, type RestFailure, type RestWords } from '../rest.ts';
import { isSameText } from '../timing.ts';
import type { Answer } from './review.ts';

type Of<Kind extends Outgoing['kind']> = Outgoing & { readonly kind: Kind };

/** What can be asked of and told to one network's reviews, with the credentials of one inbox. */
export interface ReviewDesk {
  readonly words: RestWords;
  readonly capabilities: Capabilities;
  read(review: string): Promise<{ readonly kind: 'ok'; readonly answer: Answer | null } | RestFailure>;
  /** Makes the answer, or puts these words in place of the one that is there. */
  write(review: string, text: string): Promise<{ readonly kind: 'ok'; readonly id: string } | RestFailure>;
  remove?(review: string): Promise<{ readonly kind: 'ok' } | RestFailure>;
  /** Ids of answers that were made here and not seen in the list yet, by review. */
  readonly made: Map<string, string>;
}

/** The most that are remembered between two looks. */
const MADE = 500;

export async function sendReviewAct(desk: ReviewDesk, act: Outgoing): Promise<SendOutcome> {
  const { capabilities, words } = desk;
  if (!capabilities.acts[act.kind])
    return refused('not_allowed', capabilities.lacks[act.kind] ?? `${words.name} has no such act.`);
  if ('content' in act) {
    const problem = contentProblem(act.content, desk);
    if (problem) return problem;
  }
  switch (act.kind) {
    case 'reply':
      return answerReview(desk, act);
    case 'edit':
      return changeAnswer(desk, act);
    case 'delete':
      return removeAnswer(desk, act);
    default:
      return refused('not_allowed', `${words.name} has no such act.`);
  }
}

/** Writing puts the new words in place of the old, without asking: what stands there is looked at first. */
async function answerReview(desk: ReviewDesk, act: Of<'reply'>): Promise<SendOutcome> {
  const review = act.thread.id;
  const there = await desk.read(review);
  if (there.kind === 'failed') return outcomeBeforeSend(there, desk.words);
  if (there.answer) {
    if (isSameText(there.answer.text, act.content.text)) return accepted(desk, review, there.answer.id);
    return refused(
      'already_replied',
      `${desk.words.name} keeps one answer for each review, and this one has one. Change that answer instead.`,
    );
  }
  const made = await desk.write(review, act.content.text.trim());
  return made.kind === 'failed' ? outcomeOf(made, desk.words) : accepted(desk, review, made.id);
}

async function changeAnswer(desk: ReviewDesk, act: Of<'edit'>): Promise<SendOutcome> {
  const review = reviewOf(act.target);
  if (review === null) return notOurs(desk);
  const there = await desk.read(review);
  if (there.kind === 'failed') return outcomeBeforeSend(there, desk.words);
  if (!there.answer) return refused('gone', 'The answer is not there any more. Write a new one.');
  const made = await desk.write(review, act.content.text.trim());
  return made.kind === 'failed' ? outcomeOf(made, desk.words) : { kind: 'accepted' };
}

async function removeAnswer(desk: ReviewDesk, act: Of<'delete'>): Promise<SendOutcome> {
  const review = reviewOf(act.target);
  if (review === null || !desk.remove) return notOurs(desk);
  const removed = await desk.remove(review);
  if (removed.kind === 'failed' && removed.status !== 404) return outcomeOf(removed, desk.words);
  desk.made.delete(review);
  return { kind: 'accepted' };
}

/** Writing twice and deleting twice change nothing more, so `absent` only means that doing it again is right. */
export async function findReviewAct(desk: ReviewDesk, act: Outgoing): Promise<Finding> {
  const review = act.kind === 'reply' ? act.thread.id : 'target' in act ? reviewOf(act.target) : null;
  if (review === null || !desk.capabilities.acts[act.kind]) return { kind: 'absent' };
  const there = await desk.read(review);
  // with the review its answer went
  if (there.kind === 'failed' && there.status === 404 && act.kind === 'delete') return { kind: 'accepted' };
  if (there.kind === 'failed') return { kind: 'unclear', detail: there.message };
  if (act.kind === 'delete') return there.answer ? { kind: 'absent' } : { kind: 'accepted' };
  if (!('content' in act) || !there.answer) return { kind: 'absent' };
  if (isSameText(there.answer.text, act.content.text))
    return act.kind === 'reply' ? accepted(desk, review, there.answer.id) : { kind: 'accepted' };
  return act.kind === 'edit'
    ? { kind: 'absent' }
    : { kind: 'unclear', detail: 'Another answer stands there. Look at it before this one is sent again.' };
}

function accepted({ made }: ReviewDesk, review: string, id: string): SendOutcome & { readonly kind: 'accepted' } {
  made.set(review, id);
  const [oldest] = made.keys();
  if (made.size > MADE && oldest !== undefined) made.delete(oldest);
  return { kind: 'accepted', id: id as ExternalMessageId, remote: { review } };
}

const Remote = z.object({ review: z.string().min(1) });
const reviewOf = (target: TargetMessage): string | null => Remote.safeParse(target.remote).data?.review ?? null;
const notOurs = ({ words }: ReviewDesk) =>
  refused('not_allowed', `On ${words.name} only our own answer can be changed or deleted.`);

function contentProblem({ text, attachments }: OutgoingContent, desk: ReviewDesk): SendOutcome | null {
  const over = overBy(text.trim(), desk.capabilities.text);
  if (over > 0) return refused('too_long', `The text is ${over} too long for ${desk.words.name}.`);
  if (attachments.length > 0) return refused('bad_attachment', `${desk.words.name} takes words only.`);
  return text.trim() === '' ? refused('other', 'There is nothing in it to send.') : null;
}
