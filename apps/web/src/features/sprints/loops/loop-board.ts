import type { Sprint, SprintBoard } from '@samtavle/shared/sprint-api'

/** The board of a sprint on which rounds are held (T20), of those that one may see. */
export const boardOfLoops = ({ boards }: Pick<Sprint, 'boards'>): SprintBoard | undefined =>
  boards.find(({ templateId }) => templateId === 'laeringsloop')
