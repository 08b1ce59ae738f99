/** Progress goes to stderr: what a command answers on stdout stays clean. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** A step that cannot go on, and what a person can do about it. */
export class Stop extends Error {
  constructor(problem, todo) {
    super(problem);
    this.todo = todo;
  }
}

/** Runs a script's work and turns its end into an exit code. */
export async function finishWith(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n${error.message}\n\nWhat to do: ${error.todo}`);
    process.exitCode = 1;
  }
}

export function inSeconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
