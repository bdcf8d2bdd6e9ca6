import type { AgendaDay } from '@samtavle/shared/agenda'
import { LOCALES } from '@samtavle/shared/locale'
import type { NoteRole } from '@samtavle/shared/note-role'
import { findProgramme } from './programmes.ts'

/**
 * Where a sentence of *Manager sees* is found on the boards of a sprint: the number of a template, which stands for
 * every board of it, and sections by their keys, or columns of a grid as `grid/column`. Without roles all notes count.
 */
export type Draw = {
  readonly board: string
  readonly sections: readonly string[]
  readonly roles?: readonly NoteRole[]
}

const from = (board: string, ...sections: string[]): Draw => ({ board, sections })
const quotesFrom = (board: string, ...sections: string[]): Draw => ({ board, sections, roles: ['quote'] })

const CHOSEN = [from('T09', 'm1-hkv', 'm2-hkv', 'valgt')]
const HYPOTHESIS = [from('T14', 'hypotese', 'tegn', 'stopregel')]
const TRIED = [from('T14', 'mindste', 'hvornaar', 'stopregel')]
const LIMITS = [from('T14', 'mindste', 'samtykke'), from('T23', 'beslutning')]
const TO_DECIDE = [from('T14', 'naeste'), from('T23', 'beslutning')]
const MET_NEXT = [from('T02', 'borgere'), from('T04', 'aftaler')]
const GATE = [from('T23', 'fasebeslutning')]
const STORY = [from('T18', 'fortaelling')]
const PLAN = from('T19', 'plan/nu')

/** Every sentence of every programme by its Danish words, so that the same sentence draws on the same sections. */
const DRAWS: Readonly<Record<string, readonly Draw[]>> = {
  'Opgave og mandat': [from('T02', 'udfordring', 'mandat')],
  'Ugens plan: dage, mål og tavler': [from('T03', 'uge')],
  'Spørgsmål til lederen: Kan du skriftligt bekræfte, at teamet er fritaget for drift hele ugen?': [
    from('T02', 'team'),
  ],
  'Udfordringen med en borgers ord': [from('T02', 'udfordring')],
  'Mål og tegn på succes': [from('T02', 'maal', 'tegn')],
  'Mål, mandat og antagelser': [from('T02', 'maal', 'mandat', 'tror')],
  'Mandat og rammer': [from('T02', 'mandat')],
  'Tre antagelser, der skal prøves af': [from('T02', 'tror')],
  'Hvem vi møder i morgen': MET_NEXT,
  'Hvem vi møder næste gang': MET_NEXT,
  'Ét spørgsmål til lederen': [from('T23', 'beslutning')],
  'Tre indsigter': [from('T05', 'indsigter')],
  'Følelseskurven med ét citat ved hvert lavpunkt': [quotesFrom('T07', 'rejse')],
  Personaen: [from('T06', 'navn', 'vigtigt', 'svaert', 'citat', 'behov')],
  'Det, der overraskede teamet': [from('T05', 'overraskelser')],
  'Om formålet har ændret sig': [from('T22', 'nu')],
  'De to »Hvordan kan vi …?« med begrundelse, og hvem der valgte': CHOSEN,
  'Det valgte mulighedsrum': CHOSEN,
  'Det valgte mulighedsrum med begrundelse': CHOSEN,
  'Det, vi lod ligge, og hvem der har fået det': [from('T09', 'parkering')],
  'Antal idéer og tre overskrifter – ikke valgt endnu': [from('T11', 'idekort-1', 'idekort-2', 'idekort-3', 'alle')],
  'Storyboardet i otte billeder': [from('T13', ...Array.from({ length: 8 }, (_, i) => `billede-${i + 1}`))],
  'Hypotese, tegn og stopregel': HYPOTHESIS,
  'Hypotese, tegn og stopregel for hver prøvehandling': HYPOTHESIS,
  'Prøvehandlingens hypotese, tegn og stopregel': HYPOTHESIS,
  'Grænser, vi beder om i weekenden': LIMITS,
  'Grænser, vi beder om til prøvehandlinger i driften': LIMITS,
  'Beslutning og begrundelse fra idéprioriteringen': [from('T12', 'beslutning')],
  'For hver prøvehandling: hypotese → hvad der skete → hvad vi ændrede': [from('T14', 'hypotese', 'skete', 'log')],
  'To citater': [quotesFrom('T14', 'skete', 'log'), from('T23', 'citat')],
  'Det, der prøves i weekenden, og stopreglen': TRIED,
  'Det, der prøves i driften, og stopreglen': TRIED,
  'Det, mandagen skal afgøre': TO_DECIDE,
  'Det, den sidste dag skal afgøre': TO_DECIDE,
  'Løsningen i to sætninger': [from('T19', 'loesning')],
  Fortællingen: STORY,
  Fremtidsfortællingen: STORY,
  'Planen for de første 30 dage': [PLAN],
  'Gevinster med udgangspunkt og ejer': [from('T21', 'gevinster')],
  Ulemper: [from('T21', 'ulemper')],
  'Log over ændringer': [from('T22', 'log')],
  'Fasebeslutning med forbehold': GATE,
  'Dato for næste læringsloop': [from('T19', 'moede'), from('T20', 'log')],
  'Dato for første læringsloop': [from('T20', 'planlaeg')],
  'Det, prøvehandlingerne lærte os': [from('T14', 'laert')],
  'Plan og gevinster': [PLAN, from('T21', 'gevinster')],
  'Er det de rigtige mulighedsrum – og er formålet stadig det rigtige?': [...CHOSEN, from('T22', 'nu')],
  'Hvad viste prøvehandlingerne, og hvad er værd at sætte i drift?': [from('T14', 'laert', 'vurdering', 'naeste')],
  'Er det hverdag nu, hvad gav det, og hvem ejer det?': [
    from('T19', 'ejer'),
    from('T21', 'gevinster'),
    from('T20', 'log'),
  ],
  'Svar: gå videre, gå videre med forbehold, tag en runde til eller stop': GATE,
}

/** What a sentence draws on, by its Danish words; undefined for one that is not a programme's. */
export const drawsOf = (danish: string): readonly Draw[] | undefined =>
  Object.hasOwn(DRAWS, danish) ? DRAWS[danish] : undefined

/**
 * What each sentence of a sprint's day draws on. A sprint has a copy of its programme in which people may change words:
 * a sentence is known by its words in any language, else by its place while the day has as many as the programme says.
 * One that somebody added draws on nothing.
 */
export function drawsOfDay(
  programmeId: string,
  { key, managerSees }: Pick<AgendaDay, 'key' | 'managerSees'>,
): (readonly Draw[])[] {
  const own = findProgramme(programmeId)?.days.find((day) => day.key === key)?.managerSees?.items ?? []
  const said = managerSees?.items ?? []
  return said.map((words, place) => {
    const known = own.find((item) => LOCALES.some((locale) => item[locale] === words))
    const item = known ?? (own.length === said.length ? own[place] : undefined)
    return item === undefined ? [] : (drawsOf(item.da) ?? [])
  })
}

const ASKS: readonly string[] = ['Spørgsmål til lederen: ', 'Question to the manager: ', 'Spørsmål til lederen: ']

/** The question that a day asks the manager in so many words; empty for none. */
export function askedOn({ managerSees }: Pick<AgendaDay, 'managerSees'>): string {
  for (const words of managerSees?.items ?? []) {
    const ask = ASKS.find((one) => words.startsWith(one))
    if (ask !== undefined) return words.slice(ask.length)
  }
  return ''
}
