import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const MAALGRUPPE_PERSONA_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'maalgruppe',
    role: 'fact',
    text: words(
      'Borgere over 70, der udskrives med ny eller ændret hjælp',
      'Citizens over 70 discharged with new or changed help',
      'Innbyggere over 70 som skrives ut med ny eller endret hjelp',
    ),
  },
  {
    where: 'ikke',
    role: 'fact',
    text: words('Borgere på plejehjem', 'Citizens in nursing homes', 'Innbyggere på sykehjem'),
  },
  {
    where: 'grundlag',
    role: 'fact',
    text: words(
      'B1, B3, B4 og opkaldslisten fra maj',
      'B1, B3, B4 and the call list from May',
      'B1, B3, B4 og ringelista fra mai',
    ),
  },
  {
    where: 'navn',
    role: 'fact',
    text: words(
      'Karen, 78 (opdigtet). Enke, brækket hofte, bor på 1. sal',
      'Karen, 78 (invented). Widow, broken hip, lives on the first floor',
      'Karen, 78 (oppdiktet). Enke, brukket hofte, bor i 2. etasje',
    ),
  },
  {
    where: 'hverdag',
    role: 'fact',
    text: words(
      'Står op kl. 6.30. Radioavisen er dagens ankerpunkt',
      'Gets up at 6.30. The radio news anchors the day',
      'Står opp kl. 6.30. Radionyhetene er dagens holdepunkt',
    ),
  },
  {
    where: 'vigtigt',
    role: 'bright',
    text: words(
      'At være klædt på, når nogen kommer',
      'To be dressed when somebody comes',
      'Å være påkledd når noen kommer',
    ),
  },
  {
    where: 'svaert',
    role: 'pain',
    text: words('At bede om hjælp to gange', 'Having to ask for help twice', 'Å be om hjelp to ganger'),
  },
  {
    where: 'kontakt',
    role: 'fact',
    text: words(
      'Vil helst ringes op – gemmer visitkort på køleskabet',
      'Prefers to be phoned – keeps business cards on the fridge',
      'Vil helst bli ringt opp – har visittkort på kjøleskapet',
    ),
  },
  {
    where: 'digital',
    role: 'fact',
    text: words(
      'Datteren har læseadgang til Digital Post',
      'The daughter has reading access to her digital mail',
      'Datteren har lesetilgang til digital postkasse',
    ),
  },
  {
    where: 'citat',
    role: 'quote',
    text: words(
      '»Jeg skal bare vide, om jeg kan nå at gå ned med skraldet«',
      '"I only need to know whether I have time to take the rubbish down"',
      '«Jeg må bare vite om jeg rekker å gå ned med søpla»',
    ),
  },
  {
    where: 'behov',
    role: 'fact',
    text: words(
      'Forudsigelighed mere end minutter',
      'Predictability more than minutes',
      'Forutsigbarhet mer enn minutter',
    ),
  },
  {
    where: 'ressourcer',
    role: 'bright',
    text: words(
      'Nabo med nøgle; læser avis hver dag',
      'Neighbour with a key; reads the paper every day',
      'Nabo med nøkkel; leser avis hver dag',
    ),
  },
]
