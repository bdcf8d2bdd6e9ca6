import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const STYREGRUPPESTATUS_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'navn',
    role: 'fact',
    text: words(
      'Hjem med hjælp · uge 37 · sprintteamet',
      'Home with help · week 37 · the sprint team',
      'Hjem med hjelp · uke 37 · sprintteamet',
    ),
  },
  {
    where: 'fase',
    role: 'fact',
    text: words('Forstå ✔ · Skab ◀ · Virk', 'Understand ✔ · Create ◀ · Put to work', 'Forstå ✔ · Skap ◀ · Sett i verk'),
  },
  { where: 'samlet', role: 'fact', text: words('Kræver beslutning', 'Needs decision', 'Krever beslutning') },
  {
    where: 'formaal',
    role: 'fact',
    text: words(
      'Nyudskrevne kan planlægge deres egen dag fra første døgn',
      'Newly discharged people can plan their own day from the first 24 hours',
      'Nyutskrevne kan planlegge sin egen dag fra første døgn',
    ),
  },
  {
    where: 'siden',
    role: 'fact',
    text: words(
      'Fem borgere og tre pårørende mødt',
      'Five citizens and three relatives met',
      'Møtt fem innbyggere og tre pårørende',
    ),
  },
  {
    where: 'laert',
    role: 'fact',
    text: words(
      'Forudsigelighed betyder mere end antal minutter',
      'Predictability matters more than number of minutes',
      'Forutsigbarhet betyr mer enn antall minutter',
    ),
  },
  {
    where: 'citat',
    role: 'quote',
    text: words(
      '»Jeg satte en stol i gangen, så jeg kunne høre, hvis nogen ringede på« (B1)',
      '"I put a chair in the hall so I could hear if anyone rang the bell" (B1)',
      '«Jeg satte en stol i gangen, så jeg kunne høre om noen ringte på» (B1)',
    ),
  },
  {
    where: 'tid',
    role: 'fact',
    text: words(
      'Tid: på sporet · Kræfter: én kaldt til drift torsdag · Kvalitet: god · Risiko: weekendbemanding',
      'Time: on track · Effort: one called back Thursday · Quality: good · Risk: weekend staffing',
      'Tid: i rute · Krefter: én kalt til drift torsdag · Kvalitet: god · Risiko: helgebemanning',
    ),
  },
  {
    where: 'aendret',
    role: 'fact',
    text: words(
      'Formål: fra »færre klager« til »forudsigelig første uge«',
      'Purpose: from "fewer complaints" to "predictable first week"',
      'Formål: fra «færre klager» til «forutsigbar første uke»',
    ),
  },
  {
    where: 'proever',
    role: 'fact',
    text: words(
      'Opkald på dag 2: klar til lørdag',
      'Day-2 call: ready for Saturday',
      'Oppringning på dag 2: klar til lørdag',
    ),
  },
  {
    where: 'gevinster',
    role: 'bright',
    text: words(
      'Tegner til færre opkald – men koster aftenholdet ti minutter',
      'Looks like fewer calls – but costs the evening shift ten minutes',
      'Ser ut til å gi færre oppringninger – men koster kveldsvakten ti minutter',
    ),
  },
  {
    where: 'risici',
    role: 'pain',
    text: words(
      'Weekendbemanding · brevets jura · én deltager kaldt til drift',
      'Weekend staffing · legal clearance of letter · one participant called back',
      'Helgebemanning · jussen i brevet · én deltaker kalt til drift',
    ),
  },
  {
    where: 'beslutning',
    role: 'decision',
    text: words(
      'Må weekendholdet bruge to timer på opkald? Vi anbefaler ja; alternativ: kun søndag',
      'May the weekend shift spend two hours on calls? We recommend yes; alternative: Sunday only',
      'Kan helgevakten bruke to timer på oppringninger? Vi anbefaler ja; alternativ: bare søndag',
    ),
  },
  {
    where: 'fasebeslutning',
    role: 'decision',
    text: words(
      'Gå videre med forbehold: orientér tillidsrepræsentanten',
      'Go on with conditions: inform the staff representative',
      'Gå videre med forbehold: orienter tillitsvalgte',
    ),
  },
  {
    where: 'naeste',
    role: 'fact',
    text: words('Mandag kl. 14: løsning og plan', 'Monday 14.00: solution and plan', 'Mandag kl. 14: løsning og plan'),
  },
]
