import type { Translated } from '../translated.ts'

export const errors: Translated<'errors'> = {
  bad_request: 'Something in the form cannot be used. Correct it and try again.',
  unauthenticated: 'You are no longer signed in. Sign in again.',
  wrong_credentials: 'E-mail or password does not match. Try again.',
  forbidden: 'You do not have the right to do that. Ask the owner of the board or your administrator.',
  foreign_origin:
    'The page was opened from another address than the one Samtavle runs on. Use the address from your administrator.',
  passcode_needed: 'The link has a passcode. Get it from whoever sent the link.',
  not_found: 'It no longer exists, or you were not added.',
  conflict: 'It was changed elsewhere in the meantime. Reload the page and try once more.',
  board_full: 'The board is full. Delete something on it, or carry on with a new board.',
  email_taken: 'There is already an account with that e-mail. Sign in instead.',
  already_set_up: 'Samtavle is already set up. Sign in instead.',
  gone: 'It was deleted.',
  link_expired: 'This link has expired. Ask the sender for a new one.',
  too_large: 'It is too large to be saved.',
  unsupported_media_type: 'That kind of file cannot be used.',
  not_a_picture: 'That is not a picture the board can show. Use JPEG, PNG, WebP or GIF.',
  picture_too_big: 'The picture has too many pixels, or is too long an animation. Make it smaller and try again.',
  weak_password: 'The password is too easy to guess. Choose a longer or less common one.',
  too_many_requests: 'Too many attempts. Wait a little and try again.',
  too_many_requests_minutes_one: 'Too many attempts. Try again in {{count}} minute.',
  too_many_requests_minutes_other: 'Too many attempts. Try again in {{count}} minutes.',
  internal: 'Something went wrong on the server. What was saved is still saved. Try again.',
  unavailable: 'The server cannot save right now. Wait a little and try again.',
  network: 'The server does not answer. Check your connection and try again.',
}
