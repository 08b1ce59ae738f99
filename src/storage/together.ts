/**
 * Statements that do not wait for one another: they go to the database at once, and happen there in this order. As
 * `Promise.all`, but when one fails the others are waited for before that is told: in a transaction none of them comes
 * after its end, where it would happen on its own.
 */
export async function together<const All extends readonly Promise<unknown>[]>(
  ...statements: All
): Promise<{ -readonly [Nth in keyof All]: Awaited<All[Nth]> }> {
  const failures: unknown[] = [];
  const results = await Promise.all(statements.map((one) => one.catch((error: unknown) => void failures.push(error))));
  // The first in time: those after it only say that their transaction was broken off.
  if (failures.length > 0) throw failures[0];
  return results as { -readonly [Nth in keyof All]: Awaited<All[Nth]> };
}
