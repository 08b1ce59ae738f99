/** One reason why something stands where it stands. The parts of a score add up to it. */
export interface PriorityPart {
  readonly factor: 'private' | 'question' | 'bad_review' | 'reach';
  readonly points: number;
}

/** Question marks of the scripts we meet: Latin, Greek (`;` at the end of a sentence), Arabic, full width. */
const QUESTION = /[?？؟⁇]|;(?=\s|$)/u;

/** Points for what is certain from the message alone. Waiting time is not here: within a score the list is sorted by it. */
export function scoreMessage(message: {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly isGreek: boolean;
  readonly followers: number | null;
  readonly isBadReview: boolean;
}): readonly PriorityPart[] {
  const parts: PriorityPart[] = [];
  if (message.isPrivate) parts.push({ factor: 'private', points: 10 });
  if (isQuestion(message.text, message.isGreek)) parts.push({ factor: 'question', points: 10 });
  if (message.isBadReview) parts.push({ factor: 'bad_review', points: 20 });
  const reach = message.followers ? Math.min(20, Math.round(Math.log10(message.followers) * 4)) : 0;
  if (reach >= 10) parts.push({ factor: 'reach', points: reach });
  return parts;
}

function isQuestion(text: string, isGreek: boolean): boolean {
  return isGreek ? QUESTION.test(text) : /[?？؟⁇]/u.test(text);
}
