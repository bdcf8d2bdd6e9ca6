/** One text for every code of `shared/errors`, and the two failures that only a browser sees. */
export const errors = {
  bad_request: 'Noget i formularen kan ikke bruges. Ret det, og prøv igen.',
  unauthenticated: 'Du er ikke logget ind længere. Log ind igen.',
  wrong_credentials: 'E-mail eller adgangskode passer ikke. Prøv igen.',
  forbidden: 'Det har du ikke rettigheder til. Spørg den, der ejer tavlen, eller jeres administrator.',
  foreign_origin:
    'Siden er åbnet fra en anden adresse end den, Samtavle kører på. Brug adressen fra jeres administrator.',
  not_found: 'Det findes ikke længere, eller du er ikke tilføjet.',
  conflict: 'Det blev ændret et andet sted imens. Hent siden igen, og prøv en gang til.',
  email_taken: 'Der findes allerede en konto med den e-mail. Log ind i stedet.',
  already_set_up: 'Samtavle er allerede sat op. Log ind i stedet.',
  gone: 'Det er slettet.',
  link_expired: 'Linket er udløbet. Bed om et nyt hos den, der sendte det.',
  too_large: 'Det er for stort til at blive gemt.',
  unsupported_media_type: 'Den slags fil kan ikke bruges.',
  not_a_picture: 'Det er ikke et billede, som tavlen kan vise. Brug JPEG, PNG, WebP eller GIF.',
  picture_too_big:
    'Billedet har for mange billedpunkter eller er en for lang animation. Gør det mindre, og prøv igen.',
  weak_password: 'Adgangskoden er for nem at gætte. Vælg en længere eller mindre almindelig.',
  too_many_requests: 'For mange forsøg. Vent lidt, og prøv igen.',
  too_many_requests_minutes_one: 'For mange forsøg. Prøv igen om {{count}} minut.',
  too_many_requests_minutes_other: 'For mange forsøg. Prøv igen om {{count}} minutter.',
  internal: 'Der skete en fejl på serveren. Det, der er gemt, er stadig gemt. Prøv igen.',
  unavailable: 'Serveren kan ikke gemme lige nu. Vent lidt, og prøv igen.',
  network: 'Serveren svarer ikke. Kontrollér din forbindelse, og prøv igen.',
} as const
