/** What this thread has worked until now, in milliseconds: how long something takes, on a machine that is busy with others too. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
