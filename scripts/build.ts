import { ensureBuild } from './build/ensure-build'

ensureBuild({ say: console.log, onBuildLine: console.log }).then(
  (outcome) => {
    if (outcome === 'unchanged') console.log('The build in .next is up to date.')
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
