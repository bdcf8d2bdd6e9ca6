import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const PROCESLOG_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'oprindelig',
    role: 'fact',
    text: words(
      'Formål: færre klager over afgørelser. Plan: ny brevskabelon',
      'Purpose: fewer complaints about decisions. Plan: new letter template',
      'Formål: færre klager på vedtak. Plan: ny brevmal',
    ),
  },
  {
    where: 'nu',
    role: 'fact',
    text: words(
      'Formål: nyudskrevne kan planlægge deres egen dag. Plan: kort + opkald + brev',
      'Purpose: newly discharged people can plan their own day. Plan: card + call + letter',
      'Formål: nyutskrevne kan planlegge sin egen dag. Plan: kort + oppringning + brev',
    ),
  },
  {
    where: 'sidegevinst',
    role: 'bright',
    text: words(
      'Hjemmesygeplejen bruger kortet til medicinaftaler',
      'District nurses use the card for medication agreements',
      'Hjemmesykepleien bruker kortet til medisinavtaler',
    ),
  },
  {
    where: 'moenster',
    role: 'fact',
    text: words(
      'Vi blev mest klogere på tid: borgerens og vores',
      "We got wisest about time: the citizen's and ours",
      'Vi lærte mest om tid: innbyggerens og vår egen',
    ),
  },
  {
    where: 'naestegang',
    role: 'decision',
    text: words(
      'Book ikke juristen, før vi har talt med borgerne',
      'Do not book the lawyer before we have talked to the citizens',
      'Ikke book juristen før vi har snakket med innbyggerne',
    ),
  },
  {
    where: 'dato/r1',
    role: 'fact',
    text: words('Tirsdag 8. september', 'Tuesday 8 September', 'Tirsdag 8. september'),
  },
  { where: 'type/r1', role: 'fact', text: words('Formål', 'Purpose', 'Formål') },
  {
    where: 'fra/r1',
    role: 'fact',
    text: words('Færre klager over brevet', 'Fewer complaints about the letter', 'Færre klager på brevet'),
  },
  {
    where: 'til/r1',
    role: 'fact',
    text: words('Mere forudsigelig første uge', 'A more predictable first week', 'Mer forutsigbar første uke'),
  },
  {
    where: 'hvorfor/r1',
    role: 'fact',
    text: words(
      'Ingen af fem borgere talte om brevet af sig selv – alle talte om ventetid',
      'None of five citizens mentioned the letter unprompted – all spoke of waiting',
      'Ingen av fem innbyggere snakket om brevet av seg selv – alle snakket om ventetid',
    ),
  },
  {
    where: 'hvem/r1',
    role: 'decision',
    text: words(
      'Team + opgavestiller, tirsdag kl. 15.40',
      'Team + manager, Tuesday 15.40',
      'Team + oppdragsgiver, tirsdag kl. 15.40',
    ),
  },
  {
    where: 'konsekvens/r1',
    role: 'fact',
    text: words(
      'Aftenholdet inviteres; juristen først med torsdag',
      'Evening shift is invited; lawyer joins only Thursday',
      'Kveldsvakten inviteres; juristen blir først med torsdag',
    ),
  },
  { where: 'type/r2', role: 'fact', text: words('Løsning', 'Solution', 'Løsning') },
  {
    where: 'hvorfor/r2',
    role: 'fact',
    text: words(
      'Borgerne ville ringes op, før de ville have en app',
      'Citizens wanted a call before they wanted an app',
      'Innbyggerne ville bli oppringt før de ville ha en app',
    ),
  },
]
