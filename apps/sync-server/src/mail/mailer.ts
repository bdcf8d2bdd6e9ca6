import { createTransport } from 'nodemailer'

/** A letter in plain words; it goes to one person, so that nobody sees who else gets it. */
export type Letter = { to: string; subject: string; text: string }

/** Sends letters. Rejects when the mail server did not take one. */
export type Mailer = { send(letter: Letter): Promise<void>; close(): void }

/** Milliseconds that a mail server may take to answer. */
const PATIENCE_MS = 15_000

/** Over the mail server of the installation (`SMTP_URL`). */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 1,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
    },
    { from },
  )
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
