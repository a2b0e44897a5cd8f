// Loaded into a child with `--import`: ends it when the process that started it is gone, even by
// SIGKILL. Plain JavaScript, because it also runs in processes that know no TypeScript.

const parent = process.ppid

const timer = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(timer)
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 4_000).unref()
  process.kill(process.pid, 'SIGTERM')
}, 500)

timer.unref()
