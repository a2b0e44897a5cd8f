// Stops the Postgres whose pid it is given when whoever started it is gone, even by SIGKILL: its
// standard input then ends. Plain JavaScript, so that it starts at once and stays small.

const pid = Number(process.argv[2])
const steps = [
  { signal: 'SIGINT', patienceMs: 3_000 },
  { signal: 'SIGQUIT', patienceMs: 1_000 },
  { signal: 'SIGKILL', patienceMs: 1_000 },
]

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

function send(signal) {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

async function stopPostgres() {
  for (const { signal, patienceMs } of steps) {
    send(signal)
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline) {
      if (!send(0)) process.exit(0)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  process.exit(1)
}

process.stdin.on('close', stopPostgres).resume()
