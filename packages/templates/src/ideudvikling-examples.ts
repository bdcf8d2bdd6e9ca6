import { type TemplateExample, words } from './template.ts'

/** The invented case of the specification: older citizens come home from hospital. */
export const IDEUDVIKLING_EXAMPLES: readonly TemplateExample[] = [
  {
    where: 'hkv',
    role: 'question',
    text: words(
      'Hvordan kan vi give nyudskrevne en dag, de selv kan planlægge, så de tør gå i bad?',
      'How might we give newly discharged people a day they can plan themselves, so that they dare take a bath?',
      'Hvordan kan vi gi nyutskrevne en dag de selv kan planlegge, slik at de tør å ta et bad?',
    ),
  },
  {
    where: 'ark-a',
    role: 'idea',
    text: words(
      'Opkald på dag 2 fra en, der kender planen',
      'Day-2 phone call from someone who knows the plan',
      'Oppringning på dag 2 fra en som kjenner planen',
    ),
  },
  {
    where: 'ark-a',
    role: 'idea',
    text: words(
      '… og som ringer igen, hvis planen skrider',
      '… and who calls again if the plan slips',
      '… og som ringer igjen hvis planen sprekker',
    ),
  },
  {
    where: 'ark-b',
    role: 'idea',
    text: words(
      'Køleskabskort: hvem kommer, hvornår, ring her',
      'Fridge card: who comes, when, phone here',
      'Kjøleskapskort: hvem kommer, når, ring hit',
    ),
  },
  {
    where: 'ark-c',
    role: 'idea',
    text: words(
      'Tidsrum på to timer i stedet for »formiddag«',
      'Two-hour window instead of "morning"',
      'Tidsrom på to timer i stedet for «formiddag»',
    ),
  },
  {
    where: 'skitse-1',
    role: 'idea',
    text: words(
      '(tegning) kort på køleskab med ansigt',
      '(drawing) card on fridge with a face',
      '(tegning) kort på kjøleskapet med ansikt',
    ),
  },
  {
    where: 'idekort-1',
    role: 'idea',
    text: words(
      'Køleskabskortet · ét kort med navne, tider og ét nummer · for nyudskrevne uden overblik · kræver print hos visitator · prøv med tre borgere fredag',
      'The fridge card · one card with names, times and one number · for newly discharged without overview · needs printing by the assessor · try with three citizens Friday',
      'Kjøleskapskortet · ett kort med navn, tider og ett nummer · for nyutskrevne uten oversikt · krever utskrift hos saksbehandler · prøv med tre innbyggere fredag',
    ),
  },
  {
    where: 'idekort-2',
    role: 'idea',
    text: words(
      'Opkald på dag 2 · ti minutter · for alle nye borgere · kræver to timer om dagen · prøv fem opkald i weekenden',
      'Day-2 call · ten minutes · for all new citizens · needs two hours a day · try five calls at the weekend',
      'Oppringning på dag 2 · ti minutter · for alle nyutskrevne · krever to timer om dagen · prøv fem oppringninger i helgen',
    ),
  },
  { where: 'alle', role: 'idea', text: words('Velkomst på én side', 'One-page welcome', 'Velkomst på én side') },
  {
    where: 'alle',
    role: 'idea',
    text: words('Fast kontaktperson i 14 dage', 'Fixed contact person for 14 days', 'Fast kontaktperson i 14 dager'),
  },
]
