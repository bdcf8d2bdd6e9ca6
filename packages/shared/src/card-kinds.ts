import type { CardField, CardOption, CardPick, CardProps } from './card-shape.ts'
import type { Locale, Localised } from './locale.ts'
import { numbered } from './numbered-props.ts'
import { TRIAL_NEEDS } from './trial-card.ts'

/** The two kinds of cards of the specification, in the three languages: T11's idea card, and T14 as one card. */
export const CARD_KINDS = ['idea', 'trial'] as const
export type CardKind = (typeof CARD_KINDS)[number]

type Named = { readonly key: string; readonly label: Localised; readonly hint?: Localised }
type Option = Named & { readonly needs?: readonly string[] }
type Kind = {
  readonly name: Localised
  readonly fields: readonly Named[]
  readonly picks: readonly { readonly key: string; readonly label: Localised; readonly options: readonly Option[] }[]
}

const words = (da: string, en: string, nb: string): Localised => ({ da, en, nb })

const IDEA: Kind = {
  name: words('Idékort', 'Idea card', 'Idékort'),
  fields: [
    { key: 'navn', label: words('Navn', 'Name', 'Navn') },
    { key: 'indhold', label: words('Hvad går den ud på?', 'What is it about?', 'Hva går den ut på?') },
    {
      key: 'behov',
      label: words('For hvem, og hvilket behov?', 'For whom, and which need?', 'For hvem, og hvilket behov?'),
    },
    { key: 'kraever', label: words('Hvad skal der til?', 'What does it take?', 'Hva skal til?') },
    { key: 'test', label: words('Mindste test', 'Smallest test', 'Minste test') },
  ],
  picks: [
    {
      key: 'status',
      label: words('Status', 'Status', 'Status'),
      // Where T12 puts an idea.
      options: [
        { key: 'kladde', label: words('Kladde', 'Draft', 'Utkast') },
        { key: 'udforsk', label: words('Udforskes', 'Explore', 'Utforskes') },
        { key: 'overvej', label: words('Overvejes', 'Consider', 'Vurderes') },
        { key: 'afvis', label: words('Afvises nu', 'Rejected for now', 'Avvises nå') },
      ],
    },
  ],
}

const TRIAL: Kind = {
  name: words('Prøvehandling', 'Trial action', 'Utprøving'),
  fields: [
    {
      key: 'ide',
      label: words('Prøvehandlingen', 'The trial action', 'Utprøvingen'),
      hint: words(
        'Hvad hedder den, og hvilken idé kommer den fra?',
        'What is it called, and which idea does it come from?',
        'Hva heter den, og hvilken idé kommer den fra?',
      ),
    },
    {
      key: 'hypotese',
      label: words('Vi tror, at …', 'We believe that …', 'Vi tror at …'),
      hint: words(
        'Hvis vi [gør], så vil [hvem] [opleve/gøre], fordi [indsigt].',
        'If we [do], then [who] will [experience/do], because [insight].',
        'Hvis vi [gjør], vil [hvem] [oppleve/gjøre] fordi [innsikt].',
      ),
    },
    {
      key: 'mindste',
      label: words('Mindste test', 'Smallest test', 'Minste test'),
      hint: words(
        'Hvad er det mindste, vi kan gøre i morgen med det, vi har?',
        'What is the smallest thing we can do tomorrow with what we have?',
        'Hva er det minste vi kan gjøre i morgen med det vi har?',
      ),
    },
    {
      key: 'tegn',
      label: words('Tegn på, at det virker', 'Signs that it works', 'Tegn på at det virker'),
      hint: words(
        'Hvad kan vi se, høre eller tælle?',
        'What can we see, hear or count?',
        'Hva kan vi se, høre eller telle?',
      ),
    },
    {
      key: 'stopregel',
      label: words('Stop, hvis …', 'Stop if …', 'Stopp hvis …'),
      hint: words(
        'Hvornår stopper vi af hensyn til borger eller medarbejder?',
        'When do we stop for the sake of citizen or staff?',
        'Når stopper vi av hensyn til innbygger eller medarbeider?',
      ),
    },
    {
      key: 'ansvar',
      label: words('Ansvarlig', 'Responsible', 'Ansvarlig'),
      hint: words(
        'Hvem holder øje, og hvornår mødes vi om det?',
        'Who keeps an eye on it, and when do we meet about it?',
        'Hvem følger med, og når møtes vi om det?',
      ),
    },
    {
      key: 'laert',
      label: words('Det lærte vi', 'What we learned', 'Det lærte vi'),
      hint: words(
        'Holdt hypotesen? Hvad ved vi nu, som vi ikke vidste før?',
        'Did the hypothesis hold? What do we know now that we did not?',
        'Holdt hypotesen? Hva vet vi nå som vi ikke visste før?',
      ),
    },
  ],
  picks: [
    {
      key: 'status',
      label: words('Status', 'Status', 'Status'),
      options: [
        { key: 'kladde', label: words('Kladde', 'Draft', 'Utkast') },
        { key: 'klar', label: words('Klar', 'Ready', 'Klar'), needs: TRIAL_NEEDS },
        // What is not ready cannot be begun.
        { key: 'i-gang', label: words('I gang', 'In progress', 'I gang'), needs: TRIAL_NEEDS },
        { key: 'afsluttet', label: words('Afsluttet', 'Finished', 'Avsluttet') },
      ],
    },
    {
      key: 'udfald',
      label: words('Udfald', 'Outcome', 'Utfall'),
      options: [
        { key: 'behold', label: words('Behold', 'Keep', 'Behold') },
        { key: 'juster', label: words('Justér', 'Adjust', 'Juster') },
        { key: 'stop', label: words('Stop', 'Stop', 'Stopp') },
        { key: 'stoerre', label: words('Prøv større', 'Try larger', 'Prøv større') },
      ],
    },
  ],
}

const KINDS: Readonly<Record<CardKind, Kind>> = { idea: IDEA, trial: TRIAL }

/** An empty card, in the language of the board; its status is the first that there is. */
export function newCard(kind: CardKind, locale: Locale, size: { w: number; h: number; framed: boolean }): CardProps {
  const { name, fields, picks } = KINDS[kind]
  const option = ({ key, label, needs }: Option): CardOption => ({ key, label: label[locale], ...(needs && { needs }) })
  return {
    ...size,
    name: name[locale],
    fields: fields.map(
      ({ key, label, hint }): CardField => ({ key, label: label[locale], hint: hint?.[locale] ?? '' }),
    ),
    picks: picks.map(
      ({ key, label, options }): CardPick => ({ key, label: label[locale], options: options.map(option) }),
    ),
    ...Object.fromEntries(numbered('text', fields.length).map((text) => [text, ''])),
    pick1: picks[0]?.options[0]?.key ?? '',
  }
}
