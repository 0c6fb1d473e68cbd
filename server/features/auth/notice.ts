import { InvalidInputError } from "../../shared/errors.ts";
import { SET_NOTICE_VERSION } from "./accounts.cypher.ts";
import type { Client, OpenSession } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction } from "./auth-room.ts";
import { atStage } from "./stages.ts";

/** Remembers that somebody took note of the notice in force. @throws AppError `BAD_USER_INPUT` for another version */
export async function acceptNotice(room: AuthRoom, version: string, client: Client, browser: OpenSession | null): Promise<OpenSession> {
  const { session, account } = atStage(browser, ["SIGNED_IN"]);
  if (version !== room.noticeVersion()) {
    throw new InvalidInputError("告知书已更新，请刷新页面后再确认。", "The notice has changed; reload the page and take note of it again.");
  }
  await inTransaction(room, async (transaction) => {
    await transaction.run(SET_NOTICE_VERSION, { id: account.id, version });
    const detail = { change: "notice accepted", version };
    await room.audit.appendIn(transaction, eventOf("ACCOUNT", detail, { actor: actorOf(account), origin: client }));
  });
  return { session, account: { ...account, noticeVersion: version } };
}
