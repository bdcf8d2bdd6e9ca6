/** What follows the colon of a record's id: 96 random bits, short because a document repeats it in every reference. */
export function newRecordId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString('base64url')
}
