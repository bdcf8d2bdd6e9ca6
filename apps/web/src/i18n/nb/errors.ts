import type { Translated } from '../translated.ts'

export const errors: Translated<'errors'> = {
  bad_request: 'Noe i skjemaet kan ikke brukes. Rett det og prøv igjen.',
  unauthenticated: 'Du er ikke logget inn lenger. Logg inn igjen.',
  wrong_credentials: 'E-post eller passord stemmer ikke. Prøv igjen.',
  forbidden: 'Det har du ikke rettigheter til. Spør den som eier tavlen, eller administratoren deres.',
  foreign_origin:
    'Siden er åpnet fra en annen adresse enn den Samtavle kjører på. Bruk adressen fra administratoren deres.',
  passcode_needed: 'Lenken har et kodeord. Få det av den som sendte lenken.',
  not_found: 'Det finnes ikke lenger, eller du er ikke lagt til.',
  conflict: 'Det ble endret et annet sted i mellomtiden. Last inn siden på nytt og prøv en gang til.',
  board_full: 'Tavla er full. Slett noe på den, eller fortsett på en ny tavle.',
  email_taken: 'Det finnes allerede en konto med den e-posten. Logg inn i stedet.',
  already_set_up: 'Samtavle er allerede satt opp. Logg inn i stedet.',
  gone: 'Det er slettet.',
  link_expired: 'Lenken er utløpt. Be avsenderen om en ny.',
  too_large: 'Det er for stort til å bli lagret.',
  unsupported_media_type: 'Den typen fil kan ikke brukes.',
  not_a_picture: 'Det er ikke et bilde som tavlen kan vise. Bruk JPEG, PNG, WebP eller GIF.',
  picture_too_big: 'Bildet har for mange bildepunkter eller er en for lang animasjon. Gjør det mindre, og prøv igjen.',
  weak_password: 'Passordet er for lett å gjette. Velg et lengre eller mindre vanlig.',
  too_many_requests: 'For mange forsøk. Vent litt og prøv igjen.',
  too_many_requests_minutes_one: 'For mange forsøk. Prøv igjen om {{count}} minutt.',
  too_many_requests_minutes_other: 'For mange forsøk. Prøv igjen om {{count}} minutter.',
  internal: 'Det skjedde en feil på serveren. Det som er lagret, er fortsatt lagret. Prøv igjen.',
  unavailable: 'Serveren kan ikke lagre akkurat nå. Vent litt og prøv igjen.',
  network: 'Serveren svarer ikke. Kontroller tilkoblingen og prøv igjen.',
}
