import { CONTENDERS, type ContenderName } from './contenders.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'

/** Fewer rounds say how it goes, but are not kept as results. */
export const ROUNDS = 5

export type BenchOptions = {
  scenarios: readonly Scenario[]
  contenders: readonly ContenderName[]
  rounds: number
  /** Profile our server (`node --cpu-prof`) and say where its time went. */
  profile: boolean
}

export const USAGE = `npm run bench sync -- [--scenario ${SCENARIOS.map(({ name }) => name).join(',')}]
  [--only ${CONTENDERS.join(',')}] [--rounds ${ROUNDS}] [--profile]
A scenario's name may be shortened: fan-out is all four of them.`

/**
 * Reads what follows the name of the measurement.
 * @throws an error for people when it makes no sense
 */
export function readOptions(words: readonly string[]): BenchOptions {
  const options = { scenarios: [...SCENARIOS], contenders: [...CONTENDERS], rounds: ROUNDS, profile: false }
  for (let i = 0; i < words.length; i++) {
    const value = () => words[++i] ?? ''
    switch (words[i]) {
      case '--scenario':
        options.scenarios = value().split(',').flatMap(scenariosCalled)
        break
      case '--only':
        options.contenders = value().split(',').map(contenderCalled)
        break
      case '--rounds':
        options.rounds = Number(value())
        if (!Number.isInteger(options.rounds) || options.rounds < 1)
          throw new Error(`--rounds takes a number\n${USAGE}`)
        break
      case '--profile':
        options.profile = true
        break
      default:
        throw new Error(`"${words[i]}" is not understood\n${USAGE}`)
    }
  }
  return options
}

function scenariosCalled(name: string): Scenario[] {
  const exact = SCENARIOS.filter((scenario) => scenario.name === name)
  const found = exact.length > 0 ? exact : SCENARIOS.filter((scenario) => name !== '' && scenario.name.startsWith(name))
  if (found.length === 0) throw new Error(`there is no scenario "${name}"\n${USAGE}`)
  return found
}

function contenderCalled(name: string): ContenderName {
  const found = CONTENDERS.find((contender) => contender === name)
  if (found === undefined) throw new Error(`there is no server "${name}"\n${USAGE}`)
  return found
}
