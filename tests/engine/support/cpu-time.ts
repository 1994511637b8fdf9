/** Milliseconds of CPU time that this process has used, which other programs on the machine do not prolong. */
export function cpuTime(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}
