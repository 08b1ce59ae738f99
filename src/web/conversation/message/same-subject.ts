/** What mail programs put before a subject when they answer or pass it on, in the languages of those who write to us. */
const BEFORE =
  /^(?:(?:re|aw|antw|sv|vs|vá|odg|odp|ref|rif|r|fw|fwd|wg|tr|rv|enc|i|továbbítás|απ|σχετ|πρθ|回复|转发|답장|전달)(?:\[\d+\])?\s*[:：]\s*)+/iu;

/** "Re: Grazie" tells nothing that "Grazie" did not. */
export function isSameSubject(subject: string, known: string | null): boolean {
  return known !== null && bare(subject) === bare(known);
}
const bare = (subject: string) => subject.trim().replace(BEFORE, '').trim().toLocaleLowerCase();
