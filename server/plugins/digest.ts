import type { FastifyInstance } from "fastify";
import { createTransport } from "nodemailer";
import type { MailSettings } from "../env.ts";
import type { Digest, DigestMail } from "../features/pipeline/index.ts";

const A_MINUTE_MS = 60_000;
/** A mail server that does not answer must not hold the next look up for long. */
const TIMEOUT_MS = 20_000;

/** What sends a mail as the settings say; it rejects when the mail server did not take it. */
export function createMailer({ url, from }: MailSettings): (mail: DigestMail) => Promise<void> {
  const times = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url, ...times });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text });
  };
}

/** What the digest is sent with. */
export interface DigestPluginOptions {
  readonly digest: Digest;
  readonly send: (mail: DigestMail) => Promise<void>;
}

/** Looks once a minute whether digests are due, for as long as the product runs. What fails is logged and tried again. */
export function registerDigest(app: FastifyInstance, { digest, send }: DigestPluginOptions): void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    try {
      const sent = await digest.sendDue(send);
      if (sent > 0) app.log.info({ sent }, "digests sent");
    } catch (error) {
      app.log.error({ err: error }, "digests could not be looked for");
    }
  };
  app.addHook("onListen", async () => {
    timer = setInterval(() => {
      running ??= look().finally(() => {
        running = null;
      });
    }, A_MINUTE_MS).unref();
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await running;
  });
}
