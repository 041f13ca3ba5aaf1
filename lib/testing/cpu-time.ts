/** How many milliseconds of this process's own work something takes, whatever else the machine does meanwhile. */
export function cpuTime(work: () => void): number {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}
