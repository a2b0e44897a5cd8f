import { ensureBuild } from './build/ensure-build'

ensureBuild({ say: console.log, onBuildLine: (line) => console.log(line) }).then(
  (outcome) => {
    if (outcome === 'unchanged') console.log('The build in .next is up to date.')
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
