import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const BORGERLAND_FAGLAND_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'forskydninger',
    role: 'fact',
    text: words(
      'Vi måler minutter – borgeren oplever forudsigelighed',
      'We measure minutes – the citizen experiences predictability',
      'Vi måler minutter – innbyggeren opplever forutsigbarhet',
    ),
  },
  {
    where: 'loefter',
    role: 'decision',
    text: words(
      'Jeg siger mit navn og hvem der kommer næste gang',
      'I say my name and who is coming next time',
      'Jeg sier navnet mitt og hvem som kommer neste gang',
    ),
  },
  {
    where: 'borgerland/hverdag',
    role: 'fact',
    text: words(
      'At nå ned med skraldet, før hjælpen kommer',
      'Getting the rubbish down before the helper comes',
      'Å rekke å gå ned med søpla før hjelpen kommer',
    ),
  },
  {
    where: 'borgerland/sprog',
    role: 'quote',
    text: words('»Hende med den røde jakke«', '"The one in the red jacket"', '«Hun med den røde jakka»'),
  },
  {
    where: 'borgerland/tid',
    role: 'fact',
    text: words(
      '»I formiddag« betyder før frokost kl. 11.30',
      '"This morning" means before lunch at 11.30',
      '«I formiddag» betyr før lunsj kl. 11.30',
    ),
  },
  {
    where: 'borgerland/maal',
    role: 'fact',
    text: words(
      'At kunne tage bussen til biblioteket igen',
      'To be able to take the bus to the library again',
      'Å kunne ta bussen til biblioteket igjen',
    ),
  },
  {
    where: 'borgerland/tror',
    role: 'question',
    text: words(
      'De er for travle til, at jeg kan ringe',
      'They are too busy for me to call',
      'De har det for travelt til at jeg kan ringe',
    ),
  },
  {
    where: 'moedet/sprog',
    role: 'bright',
    text: words('Fælles ord: »din plan«', 'Shared word: "your plan"', 'Felles ord: «planen din»'),
  },
  {
    where: 'moedet/tid',
    role: 'pain',
    text: words(
      'Seks timers ventetid, uden at nogen er forsinket',
      'Six hours of waiting without anybody being late',
      'Seks timers ventetid uten at noen er forsinket',
    ),
  },
  {
    where: 'fagland/hverdag',
    role: 'backstage',
    text: words(
      'Kørelister, vagtskifte, dokumentation',
      'Schedules, shift changes, documentation',
      'Kjørelister, vaktskifte, dokumentasjon',
    ),
  },
  {
    where: 'fagland/sprog',
    role: 'backstage',
    text: words(
      'Planlagt indsats, personlig pleje, aften',
      'Scheduled service, personal care, evening',
      'Planlagt tjeneste, personlig stell, kveld',
    ),
  },
  {
    where: 'fagland/tid',
    role: 'backstage',
    text: words('Formiddag er kl. 7–13', 'Morning is 7–13', 'Formiddag er kl. 7–13'),
  },
  {
    where: 'fagland/maal',
    role: 'backstage',
    text: words(
      'Indsatsen er leveret og dokumenteret',
      'The service has been delivered and documented',
      'Tjenesten er levert og dokumentert',
    ),
  },
  {
    where: 'fagland/tror',
    role: 'question',
    text: words('Hun har læst afgørelsen', 'She has read the decision', 'Hun har lest vedtaket'),
  },
]
