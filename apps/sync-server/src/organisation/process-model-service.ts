import { PHASES, type Phase } from '@samtavle/shared/agenda'
import { AppError } from '@samtavle/shared/errors'
import { filledWords, type Localised } from '@samtavle/shared/locale'
import type { PhaseWords, ProcessModel, ProcessModelId } from '@samtavle/shared/process-model'
import type { ProcessModelAnswer } from '@samtavle/shared/process-model-api'
import { PROCESS_MODELS, processModelOf } from '@samtavle/templates/process-models'
import type { Identity } from '../http/app-env.ts'
import type { SettingStore } from './setting-store.ts'

const KEY = 'process-model'

/** As it is stored: what an organisation says otherwise than the model does. */
type Stored = { model: ProcessModelId; own: Partial<Record<Phase, Partial<PhaseWords>>> }

export type ProcessModelService = ReturnType<typeof createProcessModelService>

/** The organisation's process model: which one, with which words of its own. */
export function createProcessModelService({ settings, now }: { settings: SettingStore; now: () => Date }) {
  async function read(): Promise<ProcessModelAnswer> {
    const setting = await settings.read(KEY)
    const stored: Stored = setting === undefined ? { model: firstModel(), own: {} } : JSON.parse(setting.value)
    return { ...inWords(stored), changedAt: setting?.changedAt.toISOString() ?? null }
  }

  return {
    read,

    /**
     * Chooses a model and its words; empty ones borrow from another language.
     * @throws AppError `conflict` when it is not the one of `changedAt` that would be replaced.
     */
    async change(identity: Identity, wanted: ProcessModelAnswer): Promise<ProcessModelAnswer> {
      const over = wanted.changedAt === null ? null : new Date(wanted.changedAt)
      // Two changes in one millisecond would look like one.
      const at = new Date(Math.max(now().getTime(), (over?.getTime() ?? 0) + 1))
      const value = JSON.stringify(ownWords(wanted))
      if (!(await settings.write(KEY, value, { userId: identity.userId, at, over }))) {
        throw new AppError('conflict', 'somebody else changed the process model')
      }
      return await read()
    },
  }
}

const firstModel = (): ProcessModelId => PROCESS_MODELS[0]?.model ?? 'understand-create-work'

function byPhase(make: (phase: Phase) => PhaseWords): ProcessModel['phases'] {
  const [foundation, understand, create, work] = PHASES
  return { foundation: make(foundation), understand: make(understand), create: make(create), work: make(work) }
}

function inWords({ model, own }: Stored): ProcessModel {
  const { phases } = processModelOf(model)
  return { model, phases: byPhase((phase) => ({ ...phases[phase], ...own[phase] })) }
}

function ownWords({ model, phases }: ProcessModel): Stored {
  const own: Stored['own'] = {}
  const preset = processModelOf(model).phases
  for (const phase of PHASES) {
    const word = filledWords(phases[phase].word)
    const questions = phases[phase].questions.map(filledWords)
    const said: Partial<PhaseWords> = {}
    if (!same([word], [preset[phase].word])) said.word = word
    if (!same(questions, preset[phase].questions)) said.questions = questions
    if (Object.keys(said).length > 0) own[phase] = said
  }
  return { model, own }
}

function same(some: readonly Localised[], others: readonly Localised[]): boolean {
  const flat = (words: readonly Localised[]) => JSON.stringify(words.map(({ da, en, nb }) => [da, en, nb]))
  return flat(some) === flat(others)
}
