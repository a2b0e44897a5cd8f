export {}

const benches = {
  notification: () => import('./notification/bench'),
  pages: () => import('./pages/bench'),
  sandbox: () => import('./sandbox/bench'),
}

const [wanted, ...args] = process.argv.slice(2)
const load = Object.entries(benches).find(([known]) => known === wanted)?.[1]
if (!load) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(1)
}
const { run } = await load()
await run(args)
